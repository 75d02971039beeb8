package vn.lanhnghe.credential;

import java.util.List;

/** What the other parts of this module know of a diploma and show on its page, to whoever reads it. */
public interface DiplomaMatters {

    List<Matter> listMatters(Diploma diploma);

    /** A line under a heading; the address is empty where there is no page for its reader. */
    record Matter(String heading, String label, String value, String address) {}
}
