package vn.lanhnghe.learning.graduation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the law asks of a graduation (TT 04/2022, as data): the council's size, the least of each final examination, the weights. */
public record Rule(
        @Nullable String clauseCode,
        int councilLeast,
        BigDecimal examLeast,
        int averageShare,
        int practiceShare,
        int theoryShare,
        int thesisShare) {}
