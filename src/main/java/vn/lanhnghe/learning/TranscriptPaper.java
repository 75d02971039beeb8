package vn.lanhnghe.learning;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.lanhnghe.law.Clause;

/** What the printed transcript shows. */
public record TranscriptPaper(Standing standing, Clause clause, LocalDate printedOn, boolean rehearsal) {

    public BigDecimal credits() {
        return standing.results().stream().map(ModuleResult::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
