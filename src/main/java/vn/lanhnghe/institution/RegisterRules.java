package vn.lanhnghe.institution;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.law.Reliant;

/** The register's rules and papers, by the clauses they rest on. */
@Repository
class RegisterRules implements Reliant {

    private final JdbcClient jdbc;

    RegisterRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reliance> listReliances(Collection<String> clauseCodes) {
        return jdbc.sql("""
                select 'Quy tắc sửa hồ sơ cơ sở' as kind, why || ' (' || field || ')' as label, '/institutions' as address, clause_code
                  from institution.field_rule where valid_to is null and clause_code = any(:codes)
                union all
                select 'Con số của sổ cơ sở', label || ': ' || value, '/institutions/quota', clause_code
                  from institution.rule where valid_to is null and clause_code = any(:codes)
                union all
                select 'Giấy chứng nhận', l.number, '/institutions/licences/' || l.id, l.clause_code
                  from institution.licence l where l.clause_code = any(:codes) order by 1, 2
                """)
                .param("codes", clauseCodes.toArray(String[]::new))
                .query(Reliance.class)
                .list();
    }
}
