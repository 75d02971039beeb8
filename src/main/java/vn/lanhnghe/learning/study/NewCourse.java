package vn.lanhnghe.learning.study;

import org.jspecify.annotations.Nullable;

/** What opening a mark book asks for; the teacher is one with an account, or a name. */
public record NewCourse(
        long moduleId,
        int year,
        int term,
        @Nullable Long teacherAccount,
        String teacher,
        int periods,
        int regularTests,
        int periodicTests) {}
