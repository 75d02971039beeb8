package vn.lanhnghe.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One course of study behind a figure; the name is null for a reader who may not see people. */
public record StudyRow(
        long enrolmentId,
        String studentCode,
        @Nullable String fullName,
        @Nullable LocalDate admittedOn,
        LocalDate recordedOn,
        boolean resultDue,
        boolean hasResult,
        boolean diplomaDue,
        boolean hasDiploma) {}
