package vn.lanhnghe.job;

import java.time.LocalTime;

/** Work done once a day, by one node; every bean of this type is. It may be done again at any time without harm. */
public interface Daily {

    String name();

    /** In the city's own time. */
    LocalTime at();

    void run();
}
