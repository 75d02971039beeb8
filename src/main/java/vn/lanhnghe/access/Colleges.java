package vn.lanhnghe.access;

import java.util.List;

/** The colleges an account may be opened for, as the register of institutions names them. */
public interface Colleges {

    List<College> listOpen();

    /** A college and how it is called. */
    record College(long id, String name) {}
}
