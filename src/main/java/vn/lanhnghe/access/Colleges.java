package vn.lanhnghe.access;

import java.util.List;

/** The colleges an account may be opened for, as the register of institutions names them. */
public interface Colleges {

    List<College> listOpen();

    /** The sites of open colleges that are not the main one. */
    List<Seat> listSites();

    /** A site of a college, and how both are called. */
    record Seat(long id, long institutionId, String name) {}

    /** A college and how it is called. */
    record College(long id, String name) {}
}
