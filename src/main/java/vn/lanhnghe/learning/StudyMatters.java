package vn.lanhnghe.learning;

import java.util.List;

/** What other parts of study know of a course of study and show on its page: mark books, conduct, attendance, graduation. */
public interface StudyMatters {

    List<Matter> listMatters(long enrolmentId);

    /** A line under a heading; the address is empty where there is no page. */
    record Matter(String heading, String label, String value, String address) {}
}
