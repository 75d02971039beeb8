package vn.lanhnghe.programme.suggesting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SuggestionRepository {

    private final JdbcClient jdbc;

    SuggestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A domain, component or indicator of a framework, with the code of what it belongs to. */
    record Row(
            long id,
            String frameworkCode,
            String code,
            String kind,
            @Nullable String parentCode,
            String name,
            String english) {}

    List<Row> list(long framework) {
        return jdbc.sql("""
                select id, framework_code, code, kind, parent_code, name, english from framework.item_list where framework_id = :id order by place, id
                """).param("id", framework).query(Row.class).list();
    }

    /** The youngest item of a framework, 0 when it has none: a draft that was read anew has other items. */
    long youngest(long framework) {
        return jdbc.sql("select coalesce(max(id), 0) from framework.item_list where framework_id = :id")
                .param("id", framework)
                .query(Long.class)
                .single();
    }
}
