package vn.lanhnghe.credential.issuing;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.institution.Heritage;

/** The register books and the diplomas on their way that a college would leave behind. */
@Repository
class LeftBooks implements Heritage {

    private final JdbcClient jdbc;

    LeftBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Matter> listMatters(Collection<Long> institutionIds) {
        return jdbc.sql("""
                select 'BOOKS' as fate, 'văn bằng trong sổ gốc' as what, count(*) as count
                  from credential.diploma where institution_id = any(:ids)
                union all
                select 'OPEN_WORK', 'quyết định tốt nghiệp còn văn bằng chờ phát hành', count(distinct decision_id)
                  from credential.diploma where institution_id = any(:ids) and state in ('PREPARED', 'CHECKED', 'SIGNED')
                """)
                .param("ids", institutionIds.toArray(Long[]::new))
                .query(Matter.class)
                .list();
    }
}
