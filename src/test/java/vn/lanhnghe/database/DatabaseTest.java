package vn.lanhnghe.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;

@RehearsalTest
class DatabaseTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_is_answered_as_done_is_on_the_disk() {
        assertThat(jdbc.sql("""
                        select name || '=' || setting from pg_settings
                         where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') order by name
                        """).query(String.class).list())
                .containsExactly("data_checksums=on", "fsync=on", "full_page_writes=on", "synchronous_commit=on");
    }

    @Test
    void its_days_are_those_of_vietnam() {
        assertThat(jdbc.sql("show time zone").query(String.class).single()).isEqualTo("Asia/Ho_Chi_Minh");
    }
}
