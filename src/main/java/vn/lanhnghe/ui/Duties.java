package vn.lanhnghe.ui;

import java.util.List;

/** What a module has waiting for people who may do it; every bean of this type adds its rows to “Việc hôm nay”. */
public interface Duties {

    /** Who is shown these rows. */
    String authority();

    List<Duty> list();
}
