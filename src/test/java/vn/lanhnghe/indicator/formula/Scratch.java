package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Vi;

/** All figures with all their parts, counted from the facts with nothing kept: for measurements. */
public final class Scratch {

    private final FormulaRepository formulas;
    private final FactRepository facts;

    public Scratch(ApplicationContext context) {
        formulas = context.getBean(FormulaRepository.class);
        facts = context.getBean(FactRepository.class);
    }

    /** How many sums there were. */
    public long count() {
        var today = LocalDate.now(Vi.ZONE);
        return Scope.system().get(() -> {
            var computed = formulas.list(today).stream()
                    .filter(it -> it.lacking() == null)
                    .toList();
            return facts.sum(computed, today, null).values().stream()
                    .mapToLong(List::size)
                    .sum();
        });
    }
}
