package vn.lanhnghe.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.database.Scope;

/** Who is counted on a day, and as what: one row a person at most, cut where something came to be known. */
@SpringBootTest
class CountingTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    long here;
    long there;

    @BeforeEach
    void twoColleges() {
        here = college();
        there = college();
    }

    @Test
    void a_person_is_trained_from_the_day_on_which_that_was_known() {
        var it = spell(person(null), here, "GIANG_VIEN", "2024-01-01", null);
        trained(it, "DIGITAL", "2025-03-01", "2025-06-10", null);
        assertThat(on("staff", "2025-06-09")).isEqualTo(Map.of("NO", 1L));
        assertThat(on("staff", "2025-06-10")).isEqualTo(Map.of("YES", 1L));
    }

    @Test
    void a_rejected_training_leaves_from_its_day_on_and_moves_no_day_before() {
        var it = spell(person(null), here, "GIANG_VIEN", "2024-01-01", null);
        trained(it, "PEDAGOGY", "2025-03-01", "2025-03-01", "2025-09-01");
        trained(it, "PEDAGOGY", "2026-02-01", "2026-02-01", null);
        assertThat(on("staff", "2025-08-31")).isEqualTo(Map.of("YES", 1L));
        assertThat(on("staff", "2025-09-01")).isEqualTo(Map.of("NO", 1L));
        assertThat(on("staff", "2026-02-01")).isEqualTo(Map.of("YES", 1L));
    }

    @Test
    void digital_resources_are_counted_of_those_who_teach_and_only_there() {
        trained(
                spell(person(null), here, "GIANG_VIEN", "2024-01-01", null),
                "RESOURCES",
                "2025-01-01",
                "2025-01-01",
                null);
        spell(person(null), here, "TRUONG_KHOA", "2024-01-01", null);
        Scope.system()
                .run(() -> jdbc.sql(
                                "update person.spell set teaches = false where title_code = 'TRUONG_KHOA' and institution_id = :id")
                        .param("id", here)
                        .update());
        assertThat(on("staff", "2025-06-01")).isEqualTo(Map.of("NO", 2L));
        assertThat(on("teacher", "2025-06-01")).isEqualTo(Map.of("YES", 1L));
    }

    @Test
    void days_away_and_days_after_the_end_are_not_counted() {
        var it = spell(person(null), here, "GIANG_VIEN", "2024-01-01", "2025-12-31");
        Scope.system().run(() -> jdbc.sql("""
                        insert into person.leave (spell_id, reason, starts_on, ends_on)
                        select id, 'Nghỉ thai sản', date '2025-02-01', date '2025-07-31' from person.spell where person_id = :person
                        """).param("person", it).update());
        assertThat(on("staff", "2025-01-31")).isEqualTo(Map.of("NO", 1L));
        assertThat(on("staff", "2025-02-01")).isEmpty();
        assertThat(on("staff", "2025-08-01")).isEqualTo(Map.of("NO", 1L));
        assertThat(on("staff", "2026-01-01")).isEmpty();
    }

    @Test
    void whoever_moves_is_counted_at_one_college_on_any_day_and_takes_the_training_along() {
        var it = spell(person(null), here, "GIANG_VIEN", "2024-01-01", "2025-06-30");
        trained(it, "DIGITAL", "2025-01-10", "2025-01-10", null);
        spell(it, there, "GIANG_VIEN", "2025-07-01", null);
        assertThat(on("staff", "2025-06-30")).isEqualTo(Map.of("YES", 1L));
        assertThat(on("staff", "2025-07-01")).isEmpty();
        here = there;
        assertThat(on("staff", "2025-06-30")).isEmpty();
        assertThat(on("staff", "2025-07-01")).isEqualTo(Map.of("YES", 1L));
        var own = new Scope(Scope.Reach.COLLEGE, there, null, null, null, "Trường");
        assertThat(own.get(() -> counted("staff", "2025-07-01"))).isEqualTo(Map.of("YES", 1L));
    }

    @Test
    void what_a_merged_record_was_trained_in_counts_for_the_one_that_stays() {
        var stays = spell(person(null), here, "GIANG_VIEN", "2024-01-01", null);
        trained(person(stays), "DIGITAL", "2025-01-10", "2025-01-10", null);
        assertThat(on("staff", "2025-02-01")).isEqualTo(Map.of("YES", 1L));
    }

    private Map<String, Long> on(String set, String day) {
        return Scope.system().get(() -> counted(set, day));
    }

    private Map<String, Long> counted(String set, String day) {
        var counted = new java.util.TreeMap<String, Long>();
        jdbc.sql(
                        "select trained, count(*) as people from person." + set + "_fact"
                                + " where institution_id = :id and from_on <= :day and (until_on is null or until_on > :day) group by trained")
                .param("id", here)
                .param("day", LocalDate.parse(day))
                .query(row -> {
                    counted.put(row.getString("trained"), row.getLong("people"));
                });
        return counted;
    }

    private long college() {
        var code = "CT" + NUMBER.incrementAndGet() + "-" + System.nanoTime();
        return Scope.system()
                .get(() -> jdbc.sql("""
                        insert into institution.institution (code, slug, name, name_folded, sort_key, type, ownership, status, status_from, valid_from, valid_to, facts)
                        values (:code, lower(:code), 'x', 'x', :code, 'CD', 'CONG_LAP', 'OPEN', date '1990-01-01', date '1990-01-01', date '1990-12-31', '{}') returning id
                        """).param("code", code).query(Long.class).single());
    }

    private long person(@Nullable Long mergedInto) {
        return Scope.system()
                .get(() -> jdbc.sql(
                                "insert into person.person (full_name, name_folded, sort_key, merged_into) values ('Nguyễn Thị Thử', 'nguyen thi thu', 'thu', :into) returning id")
                        .param("into", mergedInto)
                        .query(Long.class)
                        .single());
    }

    private long spell(long person, long college, String title, String from, @Nullable String until) {
        Scope.system()
                .run(() -> jdbc.sql("""
                        insert into person.spell (person_id, institution_id, title_code, contract, starts_on, ends_on)
                        values (:person, :college, :title, 'BIEN_CHE', cast(:from as date), cast(:until as date))
                        """)
                        .param("person", person)
                        .param("college", college)
                        .param("title", title)
                        .param("from", from)
                        .param("until", until)
                        .update());
        return person;
    }

    /** A training done elsewhere that the school confirmed on a day; rejected on another, if any. */
    private void trained(long person, String kind, String finished, String confirmed, @Nullable String rejected) {
        Scope.system()
                .run(() -> jdbc.sql("""
                        insert into person.training_elsewhere (person_id, institution_id, title, kind, purpose, hours, provider, starts_on, finished_on, file_sha256, file_name,
                               state, declared_at, confirmed_at, confirmed_by, ended_at, reason)
                        values (:person, :college, 'Khoá thử nghiệm', :kind, 'THUONG_XUYEN', 40, 'Trường thử', cast(:finished as date), cast(:finished as date), 'x', 'x.pdf',
                               case when cast(:rejected as date) is null then 'CONFIRMED' else 'REJECTED' end, cast(:confirmed as date)::timestamp at time zone 'Asia/Ho_Chi_Minh',
                               cast(:confirmed as date)::timestamp at time zone 'Asia/Ho_Chi_Minh', 'x', cast(:rejected as date)::timestamp at time zone 'Asia/Ho_Chi_Minh',
                               case when cast(:rejected as date) is not null then 'không hợp lệ' end)
                        """)
                        .param("person", person)
                        .param("college", here)
                        .param("kind", kind)
                        .param("finished", finished)
                        .param("confirmed", confirmed)
                        .param("rejected", rejected)
                        .update());
    }
}
