package vn.lanhnghe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** docs/schema.sql is the database as the migrations leave it; and what must hold of every table holds. */
@SpringBootTest
class SchemaTest {

    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')";

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_schema_is_up_to_date() throws Exception {
        var tables = list("""
                select format(E'%%s %%s.%%s (\\n%%s\\n);', case c.relkind when 'v' then 'view' else 'table' end, n.nspname, c.relname,
                         (select string_agg(format('  %%s %%s%%s', a.attname, format_type(a.atttypid, a.atttypmod),
                                   case when a.attnotnull then ' not null' else '' end), E',\\n' order by a.attnum)
                            from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v') and %s order by n.nspname, c.relkind, c.relname
                """.formatted(OURS));
        var constraints = list("""
                select format('%%s.%%s: %%s', n.nspname, c.relname, pg_get_constraintdef(k.oid))
                  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                 where k.contype <> 'n' and %s order by 1
                """.formatted(OURS));
        var indexes = list("""
                select replace(indexdef, ' USING btree', '') from pg_indexes
                 where schemaname not in ('pg_catalog', 'public') order by 1
                """);
        var policies = list("""
                select format('%s.%s %s for %s: using %s check %s', schemaname, tablename, policyname, cmd,
                              coalesce(qual, '-'), coalesce(with_check, '-'))
                  from pg_policies order by 1
                """);
        var grants = list("""
                select format('%s.%s: %s', table_schema, table_name, string_agg(lower(privilege_type), ', ' order by privilege_type))
                  from information_schema.role_table_grants where grantee = 'lanhnghe_app' group by table_schema, table_name order by 1
                """);
        Golden.check(
                "schema.sql",
                section("Tables and views", tables)
                        + section("Constraints", constraints)
                        + section("Indexes", indexes)
                        + section("Row-level security", policies)
                        + section("What the application may do", grants));
    }

    @Test
    void every_foreign_key_has_an_index() {
        assertThat(list("""
                select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
                 where k.contype = 'f' and not exists (select from pg_index i
                   where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])
                   and k.confrelid::regclass::text not in ('place.ward', 'institution.type', 'institution.ownership',
                     'programme.field', 'law.text', 'law.clause', 'learning.grading_rule', 'credential.signing_key')
                 order by 1
                """)).isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_bypasses_nothing() {
        assertThat(list("select current_user::text")).containsExactly("lanhnghe_app");
        assertThat(list("select relname from pg_class where pg_get_userbyid(relowner) = current_user"))
                .isEmpty();
        assertThat(list("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                .isEmpty();
    }

    @Test
    void every_table_with_a_college_in_it_has_row_level_security() {
        assertThat(list("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relrowsecurity and exists (
                   select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id')
                   and n.nspname <> 'institution'
                """)).isEmpty();
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static String section(String title, List<String> lines) {
        return lines.stream().collect(joining("\n", "-- " + title + "\n\n", "\n\n"));
    }
}
