package vn.lanhnghe.institution;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests of institutions that still wait for the department. */
@Component
class OpenRequests implements Heritage {

    private final JdbcClient jdbc;

    OpenRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Matter> listMatters(Collection<Long> institutionIds) {
        var waiting = jdbc.sql(
                        "select count(*) from institution.change where state = 'PENDING' and institution_id = any(:ids)")
                .param("ids", institutionIds.toArray(Long[]::new))
                .query(Long.class)
                .single();
        return List.of(new Matter("OPEN_WORK", "đề nghị sửa thông tin đang chờ", waiting));
    }
}
