package vn.lanhnghe.learning;

import java.util.List;

/** What the register of diplomas knows of a course of study, so that a learner's page can lead there. */
public interface Awards {

    List<Award> listOf(long enrolmentId);

    /** A diploma by its serial, and in words how it fares. */
    record Award(long id, String serial, String state) {}
}
