package vn.lanhnghe.person;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.validation.MapBindingResult;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.FaultsOf;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

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
                        select p.citizen_id || '|' || to_char(p.birth_date, 'DD/MM/YYYY') || '|' || p.full_name from person.person p join person.spell s on s.person_id = p.id
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
                row("citizen", busy[0], "born", busy[1], "name", busy[2]),
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
                row(
                        "citizen",
                        b,
                        "name",
                        "TRẦN THỊ  TỆP",
                        "department",
                        "Khoa Khác",
                        "phone",
                        "0901234567",
                        "sex",
                        "Nữ"));
        assertThat(as("daotao.thuduc", () -> batches.effects(second))).isEqualTo(Map.of("UNCHANGED", 1, "CHANGED", 1));
        commit("daotao.thuduc", second);
        assertThat(one(
                        "select count(*) from person.person p join person.spell s on s.person_id = p.id where p.citizen_id = :c and p.full_name = 'Trần Thị Tệp' and p.sex = 'FEMALE' and p.phone = '0901234567' and s.department = 'Khoa Khác' and p.degree = 'THAC_SI'",
                        "c",
                        b))
                .isEqualTo(1);
        var id = one("select id from person.person where citizen_id = :c", "c", b);
        assertThat(timeline(id))
                .as("what the file changed, old and new")
                .contains(
                        "tệp số %1$d Theo tệp số %1$d: Giới tính: “” → “Nữ”; Điện thoại: “” → “0901234567”"
                                .formatted(second),
                        "tệp số %1$d Theo tệp số %1$d: Giảng viên cao đẳng từ 01/09/2015: Khoa, phòng, tổ: “Khoa Thử” → “Khoa Khác”"
                                .formatted(second));
        assertThatThrownBy(() -> as("daotao.thuduc", () -> batches.undo(first, "thử")))
                .as("a later file has written on")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 hồ sơ đã được sửa sau khi ghi: Trần Thị Tệp (NG");

        as("daotao.thuduc", () -> batches.undo(second, "thử"));
        assertThat(one(
                        "select count(*) from person.person p join person.spell s on s.person_id = p.id where p.citizen_id = :c and p.sex is null and p.phone is null and s.department = 'Khoa Thử'",
                        "c",
                        b))
                .isEqualTo(1);
        assertThat(timeline(id))
                .as("and what taking it back gave back")
                .contains(
                        "tệp số %1$d Hoàn tác tệp số %1$d: Giới tính: “Nữ” → “”; Điện thoại: “0901234567” → “”"
                                .formatted(second),
                        "tệp số %1$d Hoàn tác tệp số %1$d: trả lại Giảng viên cao đẳng từ 01/09/2015 như trước khi ghi tệp"
                                .formatted(second));
        as("daotao.thuduc", () -> batches.undo(first, "thử"));
        assertThat(one("select count(*) from person.person where citizen_id in (:a, :b)", "a", a, "b", b))
                .isZero();
    }

    private List<String> timeline(long person) {
        return as("daotao.thuduc", () -> people.timeline(person)).stream()
                .map(it -> it.source() + " " + it.about())
                .toList();
    }

    @Test
    void a_file_never_takes_a_person_of_another_college_for_somebody_else() {
        var theirs = citizen();
        commit("daotao.thuduc", upload("daotao.thuduc", row("citizen", theirs, "name", "Lữ Văn Thủ Đức")));
        var id = one("select id from person.person where citizen_id = :c", "c", theirs);
        var number = Scope.system()
                .get(() -> jdbc.sql("select staff_number from person.person where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
        var part = List.of("percent", "20", "principal", "Không", "contract", "Thỉnh giảng");
        var wrong = upload(
                "daotao.caothang",
                row(with(part, "number", number, "name", "Hồ Thị Khác Hẳn", "citizen", citizen())),
                row(with(part, "citizen", theirs, "name", "Hồ Thị Khác Hẳn")),
                row(with(part, "number", number, "name", "Lữ Văn Thủ Đức", "citizen", citizen())));
        assertThat(faults("daotao.caothang", wrong))
                .containsExactlyInAnyOrder(
                        "B2 differs-from-register",
                        "E2 differs-from-register",
                        "B3 differs-from-register",
                        "E4 differs-from-register");
        assertThat(as("daotao.caothang", () -> new FaultsOf(context).message(wrong, FaultKind.DIFFERS_FROM_REGISTER)))
                .contains("Kiểm tra lại số")
                .doesNotContain("Lữ Văn", theirs, theirs.substring(9));
        as("daotao.caothang", () -> {
            batches.drop(wrong);
            return 0;
        });
        var right = upload("daotao.caothang", row(with(part, "number", number, "name", "LU VAN THU DUC")));
        assertThat(faults("daotao.caothang", right)).isEmpty();
        commit("daotao.caothang", right);
        assertThat(one("select count(*) from person.spell where person_id = :id", "id", id))
                .isEqualTo(2);
        as("daotao.caothang", () -> batches.undo(right, "thử"));
        assertThat(one("select count(*) from person.spell where person_id = :id", "id", id))
                .isEqualTo(1);
        assertThat(timeline(id))
                .as("of another college's time with the person no more is told than the page shows")
                .noneMatch(it -> it.contains("tệp số " + right));
        assertThat(Scope.system()
                        .get(() -> jdbc.sql(
                                        "select summary from audit.act where subject = 'person' and subject_id = :id")
                                .param("id", id)
                                .query(String.class)
                                .list()))
                .as("what the file did, and its taking back, is written down")
                .contains(
                        "Theo tệp số %d: thêm Giảng viên cao đẳng từ 01/09/2015".formatted(right),
                        "Hoàn tác tệp số %d: bỏ Giảng viên cao đẳng từ 01/09/2015".formatted(right));
    }

    private static Object[] with(List<String> cells, String... more) {
        return java.util.stream.Stream.concat(cells.stream(), java.util.Arrays.stream(more))
                .toArray();
    }

    @Test
    void a_file_fills_what_is_missing_and_never_replaces_whose_record_it_is() {
        var citizen = citizen();
        commit(
                "daotao.thuduc",
                upload("daotao.thuduc", row("citizen", citizen, "name", "Tăng Thị Giữ Tên", "sex", "Nữ")));
        var id = one("select id from person.person where citizen_id = :c", "c", citizen);
        var number = Scope.system()
                .get(() -> jdbc.sql("select staff_number from person.person where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
        var wrong = upload(
                "daotao.thuduc",
                row("number", number, "name", "Tăng Thị Đổi Tên", "sex", "Nam", "citizen", citizen()),
                row("number", number, "name", "Tăng Thị Giữ Tên", "born", "16/03/1985"));
        assertThat(faults("daotao.thuduc", wrong))
                .containsExactlyInAnyOrder(
                        "B2 differs-from-register → Tăng Thị Giữ Tên",
                        "D2 differs-from-register → Nữ",
                        "E2 differs-from-register",
                        "C3 differs-from-register → 15/03/1985");
        assertThat(as("daotao.thuduc", () -> new FaultsOf(context).message(wrong, FaultKind.DIFFERS_FROM_REGISTER)))
                .contains("Tăng Thị Giữ Tên", "kèm lý do và minh chứng")
                .doesNotContain(citizen);
        as("daotao.thuduc", () -> {
            batches.drop(wrong);
            return 0;
        });
        var same = upload(
                "daotao.thuduc",
                row(
                        "number",
                        number,
                        "name",
                        java.text.Normalizer.normalize("tăng thị giữ tên", java.text.Normalizer.Form.NFD)));
        assertThat(as("daotao.thuduc", () -> batches.effects(same))).isEqualTo(Map.of("UNCHANGED", 1));
    }

    @Test
    void days_and_names_that_cannot_be_are_faults_in_a_file_too() {
        var id = upload(
                "daotao.thuduc",
                row("citizen", citizen(), "born", "10/10/2005"),
                row("citizen", citizen(), "from", "01/09/2099"),
                row("citizen", citizen(), "to", "01/09/2050"),
                row("citizen", citizen(), "name", "😀😀"),
                row("citizen", citizen(), "name", "An"),
                row("citizen", citizen(), "name", "Lan \u202eAnh"),
                row("citizen", citizen(), "department", "K".repeat(120)),
                row("citizen", citizen(), "department", "Khoa 😀"));
        assertThat(faults("daotao.thuduc", id))
                .containsExactlyInAnyOrder(
                        "L2 date-out-of-range",
                        "L3 date-out-of-range",
                        "M4 contradicts",
                        "B5 name",
                        "B6 name",
                        "B7 name",
                        "G8 malformed",
                        "G9 malformed");
        as("daotao.thuduc", () -> {
            batches.drop(id);
            return 0;
        });
    }

    @Test
    void what_a_screen_has_written_goes_out_and_comes_back_without_a_change() {
        var own = one("select id from institution.directory where code = 'TDC'");
        var names = List.of("H'Hen Niê", "Y’Moan Êñuôl", "Jean-Luc O'Neill", "  Lý  A. Sử ");
        for (var name : names) {
            var form = new HashMap<String, String>();
            form.put("fullName", name);
            form.put("birthDate", "15/3/1985");
            form.put("citizenId", citizen());
            var errors = new MapBindingResult(form, "staff");
            var facts = Facts.read(form, LocalDate.now(Vi.ZONE), errors);
            assertThat(errors.hasErrors()).as(name).isFalse();
            as(
                    "daotao.thuduc",
                    () -> people.takeOn(
                            new NewPerson(
                                    Objects.requireNonNull(facts.get(PersonFact.FULL_NAME)),
                                    LocalDate.parse(Objects.requireNonNull(facts.get(PersonFact.BIRTH_DATE))),
                                    null,
                                    facts.get(PersonFact.CITIZEN_ID),
                                    null,
                                    null),
                            new NewSpell(
                                    own,
                                    null,
                                    "Khoa Điện – Điện tử (CNTT & AI)",
                                    "GIANG_VIEN",
                                    true,
                                    "BIEN_CHE",
                                    100,
                                    true,
                                    LocalDate.now(Vi.ZONE).plusMonths(24),
                                    LocalDate.now(Vi.ZONE).plusMonths(120))));
        }
        for (var name : List.of("😀😀", "Lan\u200dAnh", "<b>Lan</b>", "N".repeat(41) + " Lan")) {
            var form = Map.of("fullName", name);
            var errors = new MapBindingResult(form, "staff");
            Facts.read(form, LocalDate.now(Vi.ZONE), errors);
            assertThat(errors.hasErrors()).as(name).isTrue();
        }
        the_extract_reads_back_without_a_change_and_holds_no_citizen_number();
    }

    @Test
    void another_first_day_is_another_spell() {
        var citizen = citizen();
        commit("daotao.thuduc", upload("daotao.thuduc", row("citizen", citizen, "name", "Uông Văn Hai Lần")));
        var beside = upload("daotao.thuduc", row("citizen", citizen, "name", "Uông Văn Hai Lần", "from", "01/10/2026"));
        assertThat(faults("daotao.thuduc", beside)).containsExactly("L2 differs-from-register → 01/09/2015");
        var other = upload(
                "daotao.thuduc",
                row("citizen", citizen, "name", "Uông Văn Hai Lần", "from", "01/10/2026", "title", "Giảng viên chính"));
        assertThat(faults("daotao.thuduc", other)).containsExactly("K2 contradicts");
        var both = upload(
                "daotao.thuduc",
                row("citizen", citizen, "name", "Uông Văn Hai Lần", "from", "01/10/2026"),
                row("citizen", citizen, "name", "Uông Văn Hai Lần", "to", "30/09/2026"));
        assertThat(faults("daotao.thuduc", both)).isEmpty();
        assertThat(as("daotao.thuduc", () -> batches.effects(both))).isEqualTo(Map.of("CHANGED", 1, "NEW", 1));
        commit("daotao.thuduc", both);
        assertThat(one(
                        "select count(*) from person.spell s join person.person p on p.id = s.person_id where p.citizen_id = :c and s.starts_on in (date '2015-09-01', date '2026-10-01')",
                        "c",
                        citizen))
                .isEqualTo(2);
        var again = upload(
                "daotao.thuduc",
                row("citizen", citizen, "name", "Uông Văn Hai Lần", "from", "01/10/2026"),
                row("citizen", citizen, "name", "Uông Văn Hai Lần", "to", "30/09/2026"));
        assertThat(as("daotao.thuduc", () -> batches.effects(again))).isEqualTo(Map.of("UNCHANGED", 2));
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
        commit(
                "daotao.thuduc",
                upload("daotao.thuduc", row("citizen", citizen, "name", "Tô Văn Sửa Tay", "phone", "0901111111")));
        var id = one("select id from person.person where citizen_id = :c", "c", citizen);
        as(
                "daotao.thuduc",
                () -> people.correct(
                        id,
                        Map.of(PersonFact.PHONE, "0902222222"),
                        "Theo phiếu",
                        papers.keep(new Scan(new byte[] {1}, "phieu.png", Scan.Kind.PNG))));
        var next = upload("daotao.thuduc", row("citizen", citizen, "name", "Tô Văn Sửa Tay", "phone", "0901111111"));
        assertThat(as("daotao.thuduc", () -> batches.effects(next))).isEqualTo(Map.of("UNCHANGED", 1));
        var third = upload(
                "daotao.thuduc",
                row("citizen", citizen, "name", "Tô Văn Sửa Tay", "phone", "0901111111", "department", "Khoa Mới"));
        commit("daotao.thuduc", third);
        assertThat(one("select count(*) from person.person where id = :id and phone = '0902222222'", "id", id))
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
