package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Kết quả rèn luyện of one term: points of a hundred in five parts, and a disciplinary measure if there was one. */
public record Conduct(
        long enrolmentId,
        int year,
        int term,
        BigDecimal rules,
        BigDecimal study,
        BigDecimal activities,
        BigDecimal community,
        BigDecimal leadership,
        BigDecimal total,
        @Nullable String discipline,
        @Nullable String note,
        boolean byHand) {

    BigDecimal part(String code) {
        return switch (code) {
            case "rules" -> rules;
            case "study" -> study;
            case "activities" -> activities;
            case "community" -> community;
            case "leadership" -> leadership;
            default -> throw new IllegalArgumentException(code);
        };
    }
}
