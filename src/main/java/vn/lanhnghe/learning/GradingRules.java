package vn.lanhnghe.learning;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.law.Reliant;

/** Scales of grading in use, by the clauses they rest on. */
@Repository
class GradingRules implements Reliant {

    private final JdbcClient jdbc;

    GradingRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reliance> listReliances(Collection<String> clauseCodes) {
        return jdbc.sql("""
                select 'Thang điểm' as kind, name as label, '/learners' as address, clause_code
                  from learning.grading_rule where valid_to is null and clause_code = any(:codes)
                """)
                .param("codes", clauseCodes.toArray(String[]::new))
                .query(Reliance.class)
                .list();
    }
}
