package vn.lanhnghe.learning.study;

import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Level;

/** Lớp: learners of one occupation who study together. */
public record SchoolClass(
        long id,
        long institutionId,
        @Nullable Long siteId,
        String code,
        String occupationCode,
        String occupation,
        Level level,
        int cohort,
        @Nullable String homeroom,
        int learners,
        int courses) {}
