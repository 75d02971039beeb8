package vn.lanhnghe.person;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.FaultsOf;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.Refusal;

/** A college's staff as a file: faults where they stand, differences, taking back, and the extract that changes nothing. */
@RehearsalTest
class StaffSheetTest {

    private static final List<String> KEYS = List.of(
            "number",
            "name",
            "born",
            "sex",
            "citizen",
            "title",
            "department",
            "teaches",
            "contract",
            "percent",
            "principal",
            "from",
            "to",
            "phone",
            "email",
            "degree");
    private static final String HEADER =
            "Số nhà giáo;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Chức danh;Khoa, phòng, tổ;Có giảng dạy;Loại hợp đồng;Tỷ lệ thời gian;Nơi làm việc chính;Ngày bắt đầu;Ngày kết thúc;Điện thoại;Email;Trình độ cao nhất";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    @Autowired
    Batches batches;

    @Autowired
    ApplicationContext context;

    @Autowired
    StaffSheet sheet;

    @Autowired
    People people;

    @Autowired
    StaffPapers papers;

    @Autowired
    Personas personas;

    @Autowired
    JdbcClient jdbc;

    /** A citizen number nobody else has. */
    static String citizen() {
        return "0992909%05d".formatted(NUMBERS.incrementAndGet());
    }

    static String row(Object... cells) {
        var filled = new LinkedHashMap<>(Map.of(
                "name",
                "Lê Thị Thử",
                "born",
                "15/03/1985",
                "title",
                "Giảng viên",
                "contract",
                "Biên chế",
                "from",
                "01/09/2015"));
        for (var i = 0; i < cells.length; i += 2) {
            filled.put(cells[i].toString(), cells[i + 1].toString());
        }
        assertThat(KEYS).containsAll(filled.keySet());
        return KEYS.stream().map(it -> '"' + filled.getOrDefault(it, "") + '"').collect(joining(";"));
    }

    static byte[] file(List<String> rows) {
        return (HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private <T> T as(String persona, Supplier<T> work) {
        var result = new ArrayList<T>();
        Scope.system().run(() -> personas.act(persona, () -> result.add(work.get())));
        return result.getFirst();
    }

    private long upload(String persona, String... rows) {
        return as(persona, () -> batches.upload("nhan-su-thu.csv", file(List.of(rows)), "staff"));
    }

    private void commit(String persona, long batch) {
        as(persona, () -> batches.commit(batch, "Thử"));
        as(persona, () -> {
            batches.await(batch);
            return 0;
        });
    }

    private List<String> faults(String persona, long batch) {
        return as(persona, () -> new FaultsOf(context).list(batch));
    }

    private long one(String sql, Object... params) {
        var statement = jdbc.sql(sql);
        for (var i = 0; i < params.length; i += 2) {
            statement = statement.param(params[i].toString(), params[i + 1]);
        }
        var bound = statement;
        return Scope.system().get(() -> bound.query(Long.class).single());
    }

    @Test
    void each_fault_stands_at_its_cell_and_says_what_to_do() {
        var twice = citizen();
        var busy = Scope.system()
                .get(() -> jdbc.sql("""
                        select p.citizen_id || '|' || to_char(p.birth_date, 'DD/MM/YYYY') from person.person p join person.spell s on s.person_id = p.id
                          join institution.directory i on i.id = s.institution_id
                         where i.code = 'CKC' and s.principal and s.ends_on is null
                           and not exists (select from person.spell o where o.person_id = p.id and o.institution_id <> s.institution_id)
                         order by p.id limit 1
                        """).query(String.class).single())
                .split("\\|");
        var id = upload(
                "daotao.thuduc",
                row("citizen", citizen(), "name", ""),
                row("citizen", citizen(), "born", "31/02/1985"),
                row("citizen", "79085012345"),
                row("citizen", citizen(), "title", "Giảng viện chính"),
                row("citizen", citizen(), "percent", "250"),
                row("citizen", citizen(), "to", "01/01/2010"),
                row("citizen", twice),
                row("citizen", twice),
                row("citizen", twice, "born", "16/03/1985"),
                row("citizen", ""),
                row("number", "NG000000099", "citizen", citizen()),
                row("citizen", busy[0], "born", "01/01/1971"),
                row("citizen", busy[0], "born", busy[1], "name", "Người Đang Bận"),
                row("citizen", citizen(), "phone", "12"),
                row("citizen", citizen(), "contract", "Việc vui"),
                row("citizen", twice, "name", "Người Khác Hẳn"));
        assertThat(faults("daotao.thuduc", id))
                .containsExactlyInAnyOrder(
                        "B2 required",
                        "C3 date-does-not-exist",
                        "E4 leading-zero-lost → 079085012345",
                        "F5 unknown-value → Giảng viên cao đẳng chính",
                        "J6 out-of-range",
                        "M7 contradicts",
                        "B9 duplicate-in-file",
                        "E10 contradicts",
                        "E11 required",
                        "A12 unknown-code",
                        "C13 differs-from-register",
                        "K14 contradicts",
                        "N15 phone",
                        "I16 unknown-value",
                        "E17 duplicate-in-file");
        assertThat(as("daotao.thuduc", () -> new FaultsOf(context).message(id, FaultKind.DIFFERS_FROM_REGISTER)))
                .as("nothing of a person of another college is told")
                .doesNotContain(busy[1]);
        as("daotao.thuduc", () -> {
            batches.drop(id);
            return 0;
        });
    }

    @Test
    void a_file_brings_people_changes_only_what_differs_and_is_taken_back_whole() {
        var a = citizen();
        var b = citizen();
        var first = upload(
                "daotao.thuduc",
                row("citizen", a, "name", "Trần Văn Tệp", "department", "Khoa Thử", "percent", "80"),
                row("citizen", b, "name", "Trần Thị Tệp", "department", "Khoa Thử", "degree", "Thạc sĩ"));
        commit("daotao.thuduc", first);
        assertThat(one("select count(*) from person.spell where batch_id = :b", "b", first))
                .isEqualTo(2);

        var second = upload(
                "daotao.thuduc",
                row("citizen", a, "name", "Trần Văn Tệp", "department", "Khoa Thử", "percent", "80"),
                row("citizen", b, "name", "Trần Thị Tệp Mới", "department", "Khoa Khác"));
        assertThat(as("daotao.thuduc", () -> batches.effects(second))).isEqualTo(Map.of("UNCHANGED", 1, "CHANGED", 1));
        commit("daotao.thuduc", second);
        assertThat(one(
                        "select count(*) from person.person p join person.spell s on s.person_id = p.id where p.citizen_id = :c and p.full_name = 'Trần Thị Tệp Mới' and s.department = 'Khoa Khác' and p.degree = 'THAC_SI'",
                        "c",
                        b))
                .isEqualTo(1);
        assertThatThrownBy(() -> as("daotao.thuduc", () -> batches.undo(first, "thử")))
                .as("a later file has written on")
                .isInstanceOf(Refusal.class);

        as("daotao.thuduc", () -> batches.undo(second, "thử"));
        assertThat(one(
                        "select count(*) from person.person p join person.spell s on s.person_id = p.id where p.citizen_id = :c and p.full_name = 'Trần Thị Tệp' and s.department = 'Khoa Thử'",
                        "c",
                        b))
                .isEqualTo(1);
        as("daotao.thuduc", () -> batches.undo(first, "thử"));
        assertThat(one("select count(*) from person.person where citizen_id in (:a, :b)", "a", a, "b", b))
                .isZero();
    }

    @Test
    void a_spell_that_a_file_ends_takes_its_days_away_along_and_gives_them_back() {
        var citizen = citizen();
        commit("daotao.thuduc", upload("daotao.thuduc", row("citizen", citizen, "name", "Mai Thị Nghỉ")));
        Scope.system().run(() -> jdbc.sql("""
                        insert into person.leave (spell_id, reason, starts_on, ends_on)
                        select s.id, v.reason, v.starts_on, v.ends_on from person.spell s join person.person p on p.id = s.person_id
                         cross join (values ('Thai sản', date '2020-01-01', date '2020-06-30'), ('Du học', date '2023-09-01', null),
                                            ('Nằm viện', date '2022-12-01', date '2023-02-28')) v (reason, starts_on, ends_on)
                         where p.citizen_id = :c
                        """).param("c", citizen).update());
        var before = leaves(citizen);

        var second = upload("daotao.thuduc", row("citizen", citizen, "name", "Mai Thị Nghỉ", "to", "31/12/2022"));
        assertThat(faults("daotao.thuduc", second)).isEmpty();
        commit("daotao.thuduc", second);
        assertThat(leaves(citizen)).isEqualTo("Thai sản 2020-01-01 2020-06-30; Nằm viện 2022-12-01 2022-12-31");

        as("daotao.thuduc", () -> batches.undo(second, "thử"));
        assertThat(leaves(citizen)).isEqualTo(before).contains("Du học 2023-09-01 còn nghỉ");
    }

    private String leaves(String citizen) {
        return Scope.system()
                .get(() -> jdbc.sql("""
                        select string_agg(l.reason || ' ' || l.starts_on || ' ' || coalesce(l.ends_on::text, 'còn nghỉ'), '; ' order by l.starts_on)
                          from person.leave l join person.spell s on s.id = l.spell_id join person.person p on p.id = s.person_id where p.citizen_id = :c
                        """).param("c", citizen).query(String.class).single());
    }

    @Test
    void a_fact_corrected_by_hand_is_left_alone_by_the_next_file() {
        var citizen = citizen();
        commit("daotao.thuduc", upload("daotao.thuduc", row("citizen", citizen, "name", "Tô Văn Sửa Tay")));
        var id = one("select id from person.person where citizen_id = :c", "c", citizen);
        as(
                "daotao.thuduc",
                () -> people.correct(
                        id,
                        Map.of(PersonFact.FULL_NAME, "Tô Văn Sửa Rồi"),
                        "Theo căn cước",
                        papers.keep(new Scan(new byte[] {1}, "can-cuoc.png", Scan.Kind.PNG))));
        var next = upload("daotao.thuduc", row("citizen", citizen, "name", "Tô Văn Sửa Tay"));
        assertThat(as("daotao.thuduc", () -> batches.effects(next))).isEqualTo(Map.of("UNCHANGED", 1));
        var third =
                upload("daotao.thuduc", row("citizen", citizen, "name", "Tô Văn Sửa Tay", "department", "Khoa Mới"));
        commit("daotao.thuduc", third);
        assertThat(one("select count(*) from person.person where id = :id and full_name = 'Tô Văn Sửa Rồi'", "id", id))
                .isEqualTo(1);
    }

    @Test
    void the_extract_reads_back_without_a_change_and_holds_no_citizen_number() {
        var extract = as("daotao.thuduc", () -> sheet.extract()).getFirst();
        assertThat(extract.rows().size()).isGreaterThan(80);
        var text = extract.headers().stream().map(it -> '"' + it + '"').collect(joining(";")) + "\r\n"
                + extract.rows().stream()
                        .map(row -> row.stream().map(it -> '"' + it + '"').collect(joining(";")))
                        .collect(joining("\r\n"));
        assertThat(text).doesNotContainPattern("\"099\\d{9}\"");
        var id = as("daotao.thuduc", () -> batches.upload("lai.csv", text.getBytes(StandardCharsets.UTF_8), "staff"));
        assertThat(faults("daotao.thuduc", id)).isEmpty();
        assertThat(as("daotao.thuduc", () -> batches.effects(id)))
                .isEqualTo(Map.of("UNCHANGED", extract.rows().size()));
        as("daotao.thuduc", () -> {
            batches.drop(id);
            return 0;
        });
    }

    @Test
    void two_thousand_people_come_in_and_are_taken_back_whole() {
        var rows = new ArrayList<String>();
        for (var i = 0; i < 2_000; i++) {
            rows.add(row("citizen", citizen(), "name", "Phạm Văn Nhiều", "department", "Khoa " + i % 20));
        }
        var id = as("daotao.thuduc", () -> batches.upload("nhieu.csv", file(rows), "staff"));
        assertThat(faults("daotao.thuduc", id)).isEmpty();
        commit("daotao.thuduc", id);
        assertThat(one("select count(*) from person.person where batch_id = :b", "b", id))
                .isEqualTo(2_000);
        as("daotao.thuduc", () -> batches.undo(id, "thử"));
        assertThat(one("select count(*) from person.person where batch_id = :b", "b", id))
                .isZero();
    }
}
