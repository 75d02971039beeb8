package vn.lanhnghe.law;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The register of legal texts. */
@Service
public class Laws {

    private final JdbcClient jdbc;

    Laws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Clause get(String clauseCode) {
        return jdbc.sql("""
                select clause_code, text_code, label, summary, verified, effective_from, effective_to
                  from law.reference where clause_code = :code
                """).param("code", clauseCode).query(Clause.class).single();
    }
}
