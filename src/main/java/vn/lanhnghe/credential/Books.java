package vn.lanhnghe.credential;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.institution.Heritage;

/** The register books and unsigned decisions that a college would leave behind. */
@Repository
class Books implements Heritage {

    private final JdbcClient jdbc;

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Matter> listMatters(Collection<Long> institutionIds) {
        return jdbc.sql("""
                select 'BOOKS' as fate, 'văn bằng trong sổ gốc' as what, count(*) as count
                  from credential.diploma where institution_id = any(:ids)
                union all
                select 'OPEN_WORK', 'quyết định tốt nghiệp chờ ký', count(*)
                  from credential.decision where institution_id = any(:ids) and signed_at is null
                """)
                .param("ids", institutionIds.toArray(Long[]::new))
                .query(Matter.class)
                .list();
    }
}
