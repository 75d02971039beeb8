package vn.lanhnghe.target;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.law.Reliant;

/** Targets, by the clauses they rest on. */
@Repository
class TargetRules implements Reliant {

    private final JdbcClient jdbc;

    TargetRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reliance> listReliances(Collection<String> clauseCodes) {
        return jdbc.sql("""
                select 'Chỉ tiêu' as kind, code || ' – ' || name as label, '/targets/' || code as address, clause_code
                  from target.target where clause_code = any(:codes)
                """)
                .param("codes", clauseCodes.toArray(String[]::new))
                .query(Reliance.class)
                .list();
    }
}
