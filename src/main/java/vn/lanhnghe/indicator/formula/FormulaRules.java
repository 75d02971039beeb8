package vn.lanhnghe.indicator.formula;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.law.Reliant;

/** Formulas in use, by the clauses they rest on. */
@Repository
class FormulaRules implements Reliant {

    private final JdbcClient jdbc;

    FormulaRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reliance> listReliances(Collection<String> clauseCodes) {
        return jdbc.sql("""
                select 'Công thức' as kind, code || ' (bản ' || version || ') – ' || name as label, '/indicators/' || code as address, clause_code
                  from indicator.formula where state = 'ACTIVE' and clause_code = any(:codes) order by code
                """)
                .param("codes", clauseCodes.toArray(String[]::new))
                .query(Reliance.class)
                .list();
    }
}
