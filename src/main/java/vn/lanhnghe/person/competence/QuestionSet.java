package vn.lanhnghe.person.competence;

import java.math.BigDecimal;

/** A version of the self-assessment, with its rules: how levels are rounded, how small a group may be, when a year starts. */
public record QuestionSet(
        long id,
        String code,
        String title,
        int minutes,
        BigDecimal roundUpFrom,
        int mostAboveLowest,
        int leastGroup,
        String yearStarts) {}
