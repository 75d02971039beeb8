package vn.lanhnghe.learning.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A learner of a class, as a book lists them. */
public record Member(
        long enrolmentId,
        @Nullable Long siteId,
        String studentCode,
        String fullName,
        LocalDate birthDate,
        String status,
        boolean disabled) {}
