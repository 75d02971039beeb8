package vn.lanhnghe.person.record;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** The list of staff against the spells themselves, read one by one. */
@RehearsalTest
class StaffListTest {

    private static final LocalDate TODAY = LocalDate.now(Vi.ZONE);

    /** A spell, its person and whether they are away from it today. */
    record Told(
            long person,
            String number,
            String name,
            String key,
            long institution,
            String department,
            String title,
            String post,
            String contract,
            LocalDate from,
            @Nullable LocalDate to,
            boolean away) {

        boolean current() {
            return !from.isAfter(TODAY) && (to == null || !to.isBefore(TODAY));
        }

        boolean over() {
            return to != null && to.isBefore(TODAY);
        }
    }

    @Autowired
    StaffRepository staff;

    @Autowired
    JdbcClient jdbc;

    private long ckc;

    @BeforeEach
    void people_who_came_went_and_are_away() {
        Scope.system().run(() -> {
            ckc = jdbc.sql("select id from institution.directory where code = 'CKC'")
                    .query(Long.class)
                    .single();
            jdbc.sql("""
                    with p as (
                      insert into person.person (full_name, name_folded, sort_key, birth_date, sex, batch_id)
                      select 'Lâm Thử Danh Sách ' || n, 'lam thu danh sach ' || n, 'lam thu ' || lpad(((n * 7) % 101)::text, 4, '0'), date '1980-01-01' + n, 'MALE', -77
                        from generate_series(1, 100) n returning id),
                    n as (select id, row_number() over (order by id) as n from p)
                    insert into person.spell (person_id, institution_id, department, title_code, contract, starts_on, ends_on, batch_id)
                    select n.id, :ckc, 'Khoa Thử ' || n.n % 3, 'GIANG_VIEN', 'BIEN_CHE', date '2015-01-01', case when n.n % 4 <> 0 then date '2019-12-31' end, -77 from n
                    union all
                    select n.id, :ckc, 'Khoa Thử 9', 'TRUONG_KHOA', 'CO_THOI_HAN', :today::date + (n.n %  7 - 3)::int, null, -77 from n where n.n % 4 in (1, 2)
                    """).param("ckc", ckc).param("today", TODAY).update();
            jdbc.sql("""
                    insert into person.leave (spell_id, reason, starts_on, ends_on)
                    select s.id, 'Nghỉ thử', :today::date - 10, :today::date + (s.person_id % 3)::int - 1 from person.spell s
                     where s.batch_id = -77 and s.ends_on is null and s.starts_on < :today::date - 10
                    """).param("today", TODAY).update();
        });
    }

    @AfterEach
    void leave() {
        Scope.system().run(() -> {
            jdbc.sql("delete from person.spell where batch_id = -77").update();
            jdbc.sql("delete from person.person where batch_id = -77").update();
        });
    }

    @Test
    void every_filter_lists_and_counts_whom_their_spells_name() {
        Scope.system().run(() -> {
            var all = spells();
            check("", null, "", "", "", "", "", all, Told::current);
            check("", ckc, "", "", "", "", "", all, Told::current);
            check("", null, "", "", "", "", "WORKING", all, it -> it.current() && !it.away());
            check("", null, "", "", "", "", "ON_LEAVE", all, it -> it.current() && it.away());
            check("", ckc, "", "", "", "", "ALL", all, it -> true);
            check("", null, "", "", "", "", "LEFT", all, Told::over);
            check(
                    "",
                    ckc,
                    "Khoa Thử 1",
                    "",
                    "",
                    "",
                    "LEFT",
                    all,
                    it -> it.over() && it.department().equals("Khoa Thử 1"));
            check(
                    "",
                    null,
                    "",
                    "MANAGER",
                    "",
                    "",
                    "",
                    all,
                    it -> it.current() && it.post().equals("MANAGER"));
            check(
                    "",
                    null,
                    "",
                    "",
                    "TRUONG_KHOA",
                    "CO_THOI_HAN",
                    "",
                    all,
                    it -> it.current()
                            && it.title().equals("TRUONG_KHOA")
                            && it.contract().equals("CO_THOI_HAN"));
            check(
                    "lâm THỬ danh sách 1",
                    null,
                    "",
                    "",
                    "",
                    "",
                    "",
                    all,
                    it -> it.current() && it.name().startsWith("Lâm Thử Danh Sách 1"));
            check(
                    "Lâm Thử",
                    ckc,
                    "",
                    "",
                    "",
                    "",
                    "LEFT",
                    all,
                    it -> it.over() && it.name().startsWith("Lâm Thử"));
            var one = all.stream()
                    .filter(it -> it.current() && it.name().startsWith("Lâm Thử"))
                    .findFirst()
                    .orElseThrow();
            check(
                    one.number().toLowerCase(Locale.ROOT),
                    null,
                    "",
                    "",
                    "",
                    "",
                    "",
                    all,
                    it -> it.current() && it.number().equals(one.number()));
        });
    }

    @Test
    void a_renamed_person_stands_at_their_new_name() {
        Scope.system().run(() -> {
            var filter = new StaffRepository.Filter("", ckc, "", "", "", "", "ALL", -77L);
            var before = staff.listAll(filter, TODAY, 200).stream()
                    .map(StaffRepository.Line::id)
                    .toList();
            assertThat(before).hasSize(100);
            var first = before.getFirst();
            jdbc.sql("update person.person set sort_key = 'lam thu 9999' where id = :id")
                    .param("id", first)
                    .update();

            var after = new ArrayList<>(before.subList(1, 100));
            after.add(first);
            assertThat(staff.listAll(filter, TODAY, 200).stream().map(StaffRepository.Line::id))
                    .containsExactlyElementsOf(after);
            assertThat(staff.list(filter, 2, 100, TODAY).rows().getLast().id()).isEqualTo(first);
            // nobody sets it otherwise
            jdbc.sql("update person.spell set sort_key = 'a' where person_id = :id")
                    .param("id", first)
                    .update();
            assertThat(staff.list(filter, 2, 100, TODAY).rows().getLast().id()).isEqualTo(first);
        });
    }

    @Autowired
    StaffController pages;

    @Autowired
    Personas personas;

    @Test
    void a_list_leaves_the_product_for_a_reason_that_is_written_down() {
        Scope.system()
                .run(() -> personas.act("daotao.caothang", () -> {
                    assertThatThrownBy(() -> pages.export(Map.of("reason", " x ")))
                            .isInstanceOf(Refusal.class)
                            .hasMessageContaining("lý do xuất");
                    var reason = "Rà soát đội ngũ " + System.nanoTime();
                    assertThat(Objects.requireNonNull(
                                    pages.export(Map.of("reason", reason)).getBody()))
                            .startsWith('P', 'K');
                    assertThat(jdbc.sql(
                                            "select count(*) from audit.act where kind = 'PEOPLE_EXPORTED' and institution_id = :ckc and reason = :reason")
                                    .param("ckc", ckc)
                                    .param("reason", reason)
                                    .query(Long.class)
                                    .single())
                            .isEqualTo(1);
                }));
    }

    private void check(
            String q,
            @Nullable Long institution,
            String department,
            String post,
            String title,
            String contract,
            String state,
            List<Told> all,
            Predicate<Told> fits) {
        var within = all.stream()
                .filter(it -> institution == null || it.institution() == institution)
                .toList();
        var whole = within.stream().collect(groupingBy(Told::person));
        var expected = whole.values().stream()
                .filter(theirs -> theirs.stream().anyMatch(fits)
                        && (!state.equals("LEFT") || theirs.stream().allMatch(Told::over)))
                .map(List::getFirst)
                .sorted(comparing((Told it) -> it.key(), StaffListTest::bytes).thenComparing(Told::person))
                .map(Told::person)
                .toList();
        var filter = new StaffRepository.Filter(q, institution, department, post, title, contract, state, null);
        var counts = staff.count(filter, TODAY);
        assertThat(expected).as("someone fits " + filter).isNotEmpty();
        assertThat(counts)
                .as("counts of " + filter)
                .isEqualTo(new StaffRepository.Counts(expected.size(), whole.size()));
        assertThat(staff.listAll(filter, TODAY, 100_000).stream().map(StaffRepository.Line::id))
                .as("list of " + filter)
                .containsExactlyElementsOf(expected);
        var last = staff.list(filter, 1_000, counts.shown(), TODAY);
        assertThat(last.rows().getLast().id()).as("last page of " + filter).isEqualTo(expected.getLast());
    }

    private static int bytes(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private List<Told> spells() {
        return jdbc.sql("""
                        select s.person_id as person, p.staff_number as number, p.full_name as name, p.sort_key as key, s.institution_id as institution, s.department,
                               s.title_code as title, t.post, s.contract, s.starts_on as "from", s.ends_on as "to",
                               exists (select from person.leave l where l.spell_id = s.id and daterange(l.starts_on, l.ends_on, '[]') @> :today::date) as away
                          from person.spell s join person.person p on p.id = s.person_id join person.title t on t.code = s.title_code
                        """).param("today", TODAY).query(Told.class).list();
    }
}
