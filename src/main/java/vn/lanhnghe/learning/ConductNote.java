package vn.lanhnghe.learning;

import java.util.Optional;

/** Conduct as a transcript prints it, from whoever keeps conduct. */
public interface ConductNote {

    Optional<Overall> overall(long enrolmentId);

    /** The course's total of a hundred and its band in both languages. */
    record Overall(String total, String label, String english) {}
}
