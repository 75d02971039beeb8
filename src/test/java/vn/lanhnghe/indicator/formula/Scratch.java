package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
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
            long sums = 0;
            for (var formula : formulas.list(today)) {
                if (formula.lacking() == null) {
                    sums += facts.sum(formula, today, null).size();
                }
            }
            return sums;
        });
    }
}
