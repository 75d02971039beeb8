package vn.lanhnghe.institution;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.intake.SheetKind.Extract;
import vn.lanhnghe.shared.Refusal;

/** Licences by file: every fault in its cell, a paper whole or not at all, preview = commit, undo = before, export → import = 0. */
@RehearsalTest
class LicenceSheetTest {

    private static final String HEADER =
            "Mã cơ sở;Loại giấy;Số giấy;Cơ quan cấp;Ngày cấp;Giấy có hiệu lực từ;Giấy có hiệu lực đến hết;Địa điểm đào tạo;Mã ngành, nghề;Mã ghi trên giấy;Tên ngành, nghề;Trình độ;Quy mô tuyển sinh/năm;Dòng có hiệu lực từ;Dòng có hiệu lực đến hết;Thu hẹp dòng của giấy số;Ghi chú;Lý do sửa";
    private static final List<String> KEYS = List.of(
            "code",
            "kind",
            "number",
            "issuer",
            "issued",
            "from",
            "to",
            "site",
            "occupation",
            "paper",
            "name",
            "level",
            "quota",
            "lineFrom",
            "lineTo",
            "ends",
            "note",
            "reason");
    private static final LocalDate TODAY = LocalDate.now(vn.lanhnghe.ui.Vi.ZONE);

    @Autowired
    Batches batches;

    @Autowired
    LicenceSheet sheet;

    @Autowired
    Licences licences;

    @Autowired
    LicenceRepository repository;

    @Autowired
    Institutions institutions;

    @Autowired
    Personas personas;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    /** A row by the columns it fills. */
    private static String row(Object... cells) {
        var filled = new LinkedHashMap<>(Map.of("issuer", "Sở Giáo dục và Đào tạo", "level", "Cao đẳng"));
        for (var i = 0; i < cells.length; i += 2) {
            filled.put(cells[i].toString(), cells[i + 1].toString());
        }
        assertThat(KEYS).containsAll(filled.keySet());
        return KEYS.stream()
                .map(it -> '"' + filled.getOrDefault(it, "").replace("\"", "\"\"") + '"')
                .collect(joining(";"));
    }

    private static String first(String code, String number, String occupation, int quota, Object... more) {
        var cells = new ArrayList<Object>(List.of(
                "code",
                code,
                "kind",
                "Cấp lần đầu",
                "number",
                number,
                "issued",
                "01/03/2022",
                "occupation",
                occupation,
                "quota",
                quota));
        cells.addAll(Arrays.asList(more));
        return row(cells.toArray());
    }

    @Test
    void each_fault_stands_at_its_row_and_column() {
        var college = "DT-CD021";
        var known = institutions.get(college);
        var line = repository
                .listLines(repository.list(known.id()).getFirst().id())
                .getFirst();
        var recorded = repository.list(known.id()).getFirst().number();
        var other =
                repository.list(institutions.get("DT-CD020").id()).getFirst().number();
        var id = upload(
                "chuyenvien",
                first("XX99", "F/2", "6480201", 100),
                first("DT-TC021", "F/3", "6480201", 100),
                first(college, "F/4", "6999999", 100),
                first(college, "F/5", "5340301", 100),
                first(college, "F/6", "6480201", 100, "site", "Cơ sở Sao Hoả"),
                first(college, "F/7", "6480201", 100, "issued", "31/12/2019"),
                first(college, "F/8", "6480201", 100, "issued", TODAY.plusDays(3)),
                first(college, "F/9", "6480201", 100, "from", "28/02/2022"),
                first(college, "F/10", "6480201", 100, "to", "01/02/2022"),
                first(college, "F/11", "6480201", 0, "quota", ""),
                first(college, "F/12", "6480201", 0),
                first(college, "F/13", "6480201", 0, "quota", "1.200"),
                first(college, "F/14", "6480201", 100, "level", ""),
                first(college, "F/15", "", 100),
                first(college, "F/16", "6480201", 100, "lineFrom", "01/01/2022"),
                first(college, "F/17", "6480201", 100, "lineFrom", "01/05/2022", "lineTo", "01/04/2022"),
                first(college, "F/18", "6480201", 100, "ends", recorded),
                first(college, "F/19", "6480201", 100),
                first(college, "F/19", "6480201", 120),
                first(college, "F/21", "6480201", 100),
                first(college, "F/21", "6340301", 100, "issuer", "Bộ Giáo dục và Đào tạo"),
                first(
                        college,
                        "F/23",
                        Objects.requireNonNull(line.occupationCode()),
                        50,
                        "kind",
                        "Thu hồi",
                        "ends",
                        recorded),
                first(college, "F/24", "6720301", 0, "kind", "Thu hồi", "quota", ""),
                first(college, "F/25", "6480201", 100, "issued", "31/02/2022"),
                first(college, "F/25", "6340301", 100),
                first(college, "F/27", "6480201", 100, "kind", "Cấp vui"),
                row(
                        "code",
                        "DT-CD020",
                        "kind",
                        "Bổ sung",
                        "number",
                        other,
                        "issued",
                        "26/05/2021",
                        "quota",
                        50,
                        "occupation",
                        "6480201"),
                row(
                        "code",
                        college,
                        "kind",
                        "Cấp lần đầu",
                        "number",
                        recorded,
                        "issued",
                        "26/05/2021",
                        "occupation",
                        Objects.requireNonNull(line.occupationCode()),
                        "quota",
                        line.quota() + 1,
                        "issuer",
                        repository.list(known.id()).getFirst().issuer()),
                first(college, "F/30", "6480201", 100, "lineTo", "01/01/2030", "to", "01/01/2028"));
        assertThat(faults(id))
                .containsExactlyInAnyOrder(
                        "A2 unknown-code",
                        "L3 not-allowed",
                        "I4 unknown-code",
                        "I5 not-allowed → 6340301",
                        "H6 unknown-value",
                        "E7 date-out-of-range",
                        "E8 date-out-of-range",
                        "F9 date-out-of-range",
                        "G10 date-out-of-range",
                        "M11 required",
                        "M12 out-of-range",
                        "M13 not-a-number → 1200",
                        "L14 required",
                        "K15 required",
                        "N16 date-out-of-range",
                        "O17 date-out-of-range",
                        "P18 not-allowed",
                        "C19 not-whole",
                        "I20 duplicate-in-file",
                        "C21 not-whole",
                        "D22 contradicts → Sở Giáo dục và Đào tạo",
                        "M23 not-allowed → 0",
                        "I24 unknown-value",
                        "E25 date-does-not-exist",
                        "C26 not-whole",
                        "B27 unknown-value → Cấp lần đầu",
                        "B28 already-taken → Cấp lần đầu",
                        "D28 differs-from-register → Sở Lao động – Thương binh và Xã hội (diễn tập)",
                        "M29 differs-from-register → " + line.quota(),
                        "O30 date-out-of-range");
        assertThat(one("select good from intake.batch where id = " + id)).isZero();
    }

    @Test
    void the_sentences_say_what_is_allowed_and_how_to_mend_it() {
        var college = "DT-CD022";
        var id = upload(
                "chuyenvien",
                first(college, "S/1", "6480201", 100),
                first(college, "S/1", "6340301", 0),
                first(college, "S/2", "6720301", 0, "kind", "Thu hồi", "quota", "", "ends", "không có 9"),
                first("DT-TC022", "S/3", "5480201", 90));
        var told = csv(id);
        assertThat(told)
                .contains("dòng 3 của giấy này còn lỗi. Sửa dòng đó, hoặc để lại dòng đó")
                .contains("Quy mô tuyển sinh một năm phải từ 1 đến 20.000 người. Bạn đã nhập 0.")
                .contains("không có giấy số này, trong sổ cũng như trong tệp")
                .contains("Trường trung cấp không được đào tạo trình độ cao đẳng. Được đào tạo:");
    }

    @Test
    void a_paper_is_written_whole_and_the_public_finds_it() {
        var code = "DT-CD023";
        var college = institutions.get(code);
        var before = fingerprint();
        var id = commit(
                first(code, "W 71/GCN-2022", "6480201", 100, "paper", "40480201"),
                first(code, "W71/GCN-2022", "", 30, "level", "Sơ cấp", "name", "Hàn tàu thuỷ", "lineTo", "31/12/2022"));
        var paper = repository.listByNumber(Licences.fold("W71/GCN-2022")).getFirst();
        assertThat(repository.listByNumber(Licences.fold("W71/GCN-2022"))).hasSize(1);
        assertThat(paper.clause()).isNotNull();
        assertThat(repository.listLines(paper.id()))
                .extracting(LicenceLine::occupationName, LicenceLine::quota, LicenceLine::validTo, LicenceLine::note)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "Công nghệ thông tin",
                                100,
                                null,
                                "Giấy ghi mã 40480201, danh mục hiện hành là 6480201"),
                        org.assertj.core.groups.Tuple.tuple("Hàn tàu thuỷ", 30, LocalDate.of(2022, 12, 31), null));
        assertThat(repository.listInForce(college.id(), TODAY))
                .extracting(LicenceLine::number)
                .contains("W 71/GCN-2022");
        assertThat(repository.listQuotas(2022))
                .filteredOn(it -> it.institutionId() == college.id() && "6480201".equals(it.occupationCode()))
                .extracting(LicenceRepository.Quota::quota)
                .first()
                .satisfies(it -> assertThat(it).isGreaterThanOrEqualTo(100));
        try (var citizen = client()) {
            assertThat(get(citizen, "/giay-phep?so=w71gcn2022")).contains("W 71/GCN-2022", "Còn hiệu lực");
            assertThat(get(citizen, "/giay-phep/" + paper.token())).contains("Công nghệ thông tin", "Hàn tàu thuỷ");
        }
        try (var officer = client()) {
            signIn(officer, "chuyenvien");
            assertThat(get(officer, "/institutions/licences?tep=" + id)).contains("W 71/GCN-2022", "1 giấy");
        }
        assertThat(effects(upload(
                        "chuyenvien",
                        first(code, "W 71/GCN-2022", "6480201", 100, "paper", "40480201"),
                        first(
                                code,
                                "W 71/GCN-2022",
                                "",
                                30,
                                "level",
                                "SC",
                                "name",
                                "Hàn tàu thuỷ",
                                "lineTo",
                                "31/12/2022"))))
                .isEqualTo(Map.of("UNCHANGED", 2));
        undo(id);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void a_recorded_line_is_put_right_only_with_a_reason_and_old_and_new_are_shown() {
        var code = "DT-CD024";
        var first = commit(
                first(code, "C/1", "6480201", 100, "to", "31/12/2027"),
                first(code, "C/1", "6340301", 60, "to", "31/12/2027"));
        assertThat(faults(upload("chuyenvien", first(code, "C/1", "6480201", 120))))
                .containsExactly("M2 differs-from-register → 100");
        var before = fingerprint();
        var file = upload(
                "chuyenvien",
                first(code, "C/1", "6480201", 120, "to", "30/06/2027", "reason", "Chép nhầm số trên giấy"),
                first(code, "C/1", "6340301", 60));
        assertThat(effects(file)).isEqualTo(Map.of("CHANGED", 1, "UNCHANGED", 1));
        try (var officer = client()) {
            signIn(officer, "chuyenvien");
            assertThat(get(officer, "/intake/" + file))
                    .contains("Quy mô/năm “100” → “120”", "Giấy có hiệu lực đến hết “31/12/2027” → “30/06/2027”");
        }
        write(file);
        assertThat(lines("C/1"))
                .containsExactlyInAnyOrder("6480201 120 2022-03-01 2027-06-30", "6340301 60 2022-03-01 2027-06-30");
        assertThat(text(
                        "select string_agg(summary || '|' || reason, ' ') from audit.act where kind = 'LICENCE_CORRECTED' and subject_id = "
                                + institutions.get(code).id()))
                .contains("“100” → “120”", "31/12/2027", "Chép nhầm số trên giấy");
        assertThatThrownBy(() -> undo(first))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2 dòng của giấy C/1 đã được sửa bằng tệp số " + file)
                .hasMessageContaining("giấy C/1 đã được sửa bằng tệp số " + file);
        undo(file);
        assertThat(fingerprint()).isEqualTo(before);
        undo(first);
    }

    @Test
    void papers_of_one_file_end_the_lines_of_each_other_in_the_order_of_their_days() {
        var code = "DT-CD025";
        var before = fingerprint();
        var rows = new String[] {
            row("code", code, "kind", "Thu hồi", "number", "E/3", "issued", "01/02/2026", "occupation", "6340301"),
            row(
                    "code",
                    code,
                    "kind",
                    "Cấp lại",
                    "number",
                    "E/2",
                    "issued",
                    "15/04/2024",
                    "from",
                    "01/05/2024",
                    "occupation",
                    "6480201",
                    "quota",
                    150,
                    "ends",
                    "E/1"),
            first(code, "E/1", "6480201", 100),
            first(code, "E/1", "6340301", 60),
            first(code, "E/1", "6510201", 70),
            row(
                    "code",
                    code,
                    "kind",
                    "Cấp lại",
                    "number",
                    "E/2",
                    "issued",
                    "15/04/2024",
                    "from",
                    "01/05/2024",
                    "occupation",
                    "6510201",
                    "quota",
                    0,
                    "ends",
                    "E/1")
        };
        var id = commit(rows);
        assertThat(lines("E/1"))
                .containsExactlyInAnyOrder(
                        "6480201 100 2022-03-01 2024-04-30",
                        "6340301 60 2022-03-01 2026-01-31",
                        "6510201 70 2022-03-01 2024-04-30");
        assertThat(lines("E/2")).containsExactly("6480201 150 2024-05-01 null");
        assertThat(standing("E/1", LocalDate.of(2024, 4, 30))).isEqualTo(LicenceStanding.VALID);
        assertThat(standing("E/1", LocalDate.of(2024, 5, 1))).isEqualTo(LicenceStanding.CHANGED);
        assertThat(standing("E/1", LocalDate.of(2026, 2, 1))).isEqualTo(LicenceStanding.WITHDRAWN);
        assertThat(standing("E/3", TODAY)).isEqualTo(LicenceStanding.ACT);
        assertThat(effects(upload("chuyenvien", rows))).isEqualTo(Map.of("UNCHANGED", 6));
        undo(id);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void a_whole_paper_is_replaced_by_a_row_that_names_it() {
        var code = "DT-CD026";
        var recorded = repository.list(institutions.get(code).id()).getFirst();
        var before = fingerprint();
        var file = upload(
                "chuyenvien",
                row(
                        "code",
                        code,
                        "kind",
                        "Cấp lại",
                        "number",
                        "R/2",
                        "issued",
                        "01/06/2025",
                        "level",
                        "",
                        "ends",
                        recorded.number()),
                row(
                        "code",
                        code,
                        "kind",
                        "Cấp lại",
                        "number",
                        "R/2",
                        "issued",
                        "01/06/2025",
                        "occupation",
                        "6480201",
                        "quota",
                        200));
        assertThat(effects(file)).isEqualTo(Map.of("CHANGED", 1, "NEW", 1));
        write(file);
        assertThat(repository.listLines(recorded.id()))
                .isNotEmpty()
                .allMatch(it -> "R/2".equals(it.withdrawnNumber())
                        && LocalDate.of(2025, 5, 31).equals(it.validTo()));
        assertThat(repository.listInForce(recorded.institutionId(), TODAY))
                .extracting(LicenceLine::number)
                .containsOnly("R/2");
        assertThat(faults(upload(
                        "chuyenvien",
                        row(
                                "code",
                                code,
                                "kind",
                                "Thu hồi",
                                "number",
                                "R/3",
                                "issued",
                                "01/07/2025",
                                "level",
                                "",
                                "ends",
                                recorded.number()))))
                .containsExactly("P2 unknown-value");
        undo(file);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void what_was_built_on_a_file_keeps_it_from_being_taken_back_and_is_named() {
        var code = "DT-CD027";
        var id = commit(
                first(code, "O/1", "6480201", 100),
                first(code, "O/1", "6340301", 60),
                first(code, "O/1", "6510201", 70));
        var paper = repository.listByNumber("o1").getFirst();
        var line = repository.listLines(paper.id()).stream()
                .filter(it -> "6340301".equals(it.occupationCode()))
                .findFirst()
                .orElseThrow();
        var withdrawal = act(
                "chuyenvien",
                () -> licences.record(
                        paper.institutionId(),
                        new NewLicence(
                                LicenceKind.WITHDRAWAL, "O/9", "Sở", LocalDate.of(2026, 1, 5), null, null, "", null),
                        false));
        act("chuyenvien", () -> licences.withdraw(withdrawal, List.of(line.id())));
        assertThatThrownBy(() -> undo(id)).hasMessageContaining("1 dòng của giấy O/1 đã bị giấy O/9 thu hẹp");
        act("chuyenvien", () -> licences.restore(withdrawal, "nhầm"));
        act("chuyenvien", () -> {
            licences.add(
                    paper.id(), List.of(new NewLine(line.siteId(), "6720301", "", "", "CAO_DANG", 40, null, null)));
            return 0;
        });
        assertThatThrownBy(() -> undo(id)).hasMessageContaining("giấy O/1 đã được ghi thêm 1 dòng");
        assertThat(Scope.system()
                        .get(() -> jdbc.sql(
                                        "delete from institution.licence_line where licence_id = :id and batch_id is null")
                                .param("id", paper.id())
                                .update()))
                .as("the database lets go only of what a file brought")
                .isZero();
    }

    @Test
    void a_row_at_fault_holds_its_paper_back_and_a_row_set_aside_does_not() {
        var code = "DT-CD028";
        var id = upload(
                "chuyenvien",
                first(code, "A/1", "6480201", 100),
                first(code, "A/1", "6999999", 60),
                first(code, "A/2", "6340301", 60),
                row(
                        "code",
                        code,
                        "kind",
                        "Thu hồi",
                        "number",
                        "A/3",
                        "issued",
                        "01/02/2026",
                        "occupation",
                        "6480201",
                        "ends",
                        "A/1"));
        assertThat(faults(id)).containsExactlyInAnyOrder("C2 not-whole", "I3 unknown-code", "P5 unknown-value");
        assertThat(csv(id)).contains("Dòng này thu hẹp dòng 2 của tệp, dòng đó chưa ghi được");
        act("chuyenvien", () -> {
            batches.setAside(id, "", 3, true);
            return 0;
        });
        assertThat(faults(id)).isEmpty();
        try (var officer = client()) {
            signIn(officer, "chuyenvien");
            assertThat(get(officer, "/intake/" + id)).contains("Dòng 3 mang số giấy này được để lại");
        }
        write(id);
        assertThat(lines("A/1")).containsExactly("6480201 100 2022-03-01 2026-01-31");
        assertThat(text("select state from intake.batch where id = " + id)).isEqualTo("PARTIAL");
        undo(id);
    }

    @Test
    void what_comes_out_of_the_register_builds_it_anew() {
        var code = "DT-CD029";
        var start = fingerprint();
        var id = commit(
                first(code, "X/1", "6480201", 100, "to", "31/12/2028", "note", "Thay giấy cũ, ngày 5 tháng 9 năm 2019"),
                first(code, "X/1", "6340301", 60, "lineFrom", "01/09/2022", "lineTo", "31/08/2026"),
                first(code, "X/1", "", 25, "level", "Sơ cấp", "name", "May, thêu; “vắt sổ”"),
                row(
                        "code",
                        code,
                        "kind",
                        "Cấp lại",
                        "number",
                        "X/2",
                        "issued",
                        "01/02/2025",
                        "occupation",
                        "6480201",
                        "quota",
                        140,
                        "ends",
                        "X/1"),
                row("code", code, "kind", "Thu hồi", "number", "X/3", "issued", "01/02/2026", "occupation", "6340301"),
                row("code", code, "kind", "Bổ sung", "number", "X/4", "issued", "01/03/2026", "level", ""));
        var extract = act("chuyenvien", sheet::extract).getFirst();
        var mine = new Extract(
                extract.name(),
                extract.headers(),
                List.of(),
                extract.rows().stream()
                        .filter(it -> it.getFirst().equals(code) && it.get(2).startsWith("X/"))
                        .toList());
        assertThat(mine.rows()).hasSize(7);
        var stood = register(code);
        assertThat(effects(send("chuyenvien", bytes(mine)))).isEqualTo(Map.of("UNCHANGED", 7));
        undo(id);
        assertThat(fingerprint()).isEqualTo(start);
        var again = send("chuyenvien", bytes(mine));
        write(again);
        assertThat(register(code)).isEqualTo(stood);
        undo(again);
        assertThat(fingerprint()).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_a_file_holds_it_does_what_it_said_and_can_be_taken_back(long seed) {
        var random = new Random(seed);
        var codes = List.of("DT-CD03" + seed, "DT-TC03" + seed, "DT-DN03" + seed);
        var base = commit(
                first(codes.getFirst(), "P%d/0".formatted(seed), "6480201", 90),
                first(codes.getFirst(), "P%d/0".formatted(seed), "6340301", 90));
        var before = fingerprint();
        var rows = new ArrayList<String>();
        for (var i = 0; i < 60; i++) {
            var type = random.nextInt(codes.size());
            var number = random.nextInt(5);
            var closes = number == 3;
            rows.add(row(
                    "code", codes.get(type),
                    "kind",
                            List.of("Cấp lần đầu", "Bổ sung", "Cấp lại", "Thu hồi", "Bổ sung")
                                    .get(number),
                    "number", "P%d/%d".formatted(seed, number),
                    "issued", number == 0 ? "01/03/2022" : "0%d/04/202%d".formatted(number, 2 + number % 4),
                    "issuer", random.nextInt(60) == 0 ? "Bộ" : "Sở Giáo dục và Đào tạo",
                    "occupation", type == 2 ? "" : trade(type == 0 ? "6" : "5", random.nextInt(12)),
                    "name", type == 2 ? "Nghề " + random.nextInt(12) : "",
                    "level", List.of("Cao đẳng", "Trung cấp", "Sơ cấp").get(random.nextInt(40) == 0 ? 0 : type),
                    "quota", closes || random.nextInt(40) == 0 ? "" : 1 + random.nextInt(200),
                    "ends", number != 0 && random.nextInt(9) == 0 ? "P%d/0".formatted(seed) : "",
                    "reason", random.nextInt(3) == 0 ? "Đối chiếu giấy gốc" : ""));
        }
        var id = upload("chuyenvien", rows.toArray(String[]::new));
        var good = one("select good from intake.batch where id = " + id);
        var bad = one("select bad from intake.batch where id = " + id);
        assertThat(good + bad).isEqualTo(60);
        assertThat(good).isPositive();
        var foreseen = act("chuyenvien", () -> batches.effects(id));
        write(id);
        assertThat(one("select accepted from intake.batch where id = " + id)).isEqualTo(good);
        assertThat(foreseen.values().stream().mapToInt(it -> it).sum()).isEqualTo((int) good);
        assertThat(one("select count(*) from institution.licence_line where batch_id = " + id))
                .isLessThanOrEqualTo(good);
        var out = act("chuyenvien", sheet::extract).getFirst();
        var mine = new Extract(
                out.name(),
                out.headers(),
                List.of(),
                out.rows().stream().filter(it -> codes.contains(it.getFirst())).toList());
        assertThat(effects(send("chuyenvien", bytes(mine))))
                .isEqualTo(Map.of("UNCHANGED", mine.rows().size()));
        undo(id);
        assertThat(fingerprint()).isEqualTo(before);
        undo(base);
    }

    @Test
    void a_college_is_told_who_sends_this_sheet_and_the_api_does_not_offer_it() {
        var line = first("DT-CD021", "N/1", "6480201", 100);
        assertThatThrownBy(() -> send("daotao.caothang", bytes(line), "licences"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("do chuyên viên Sở tải lên")
                .hasMessageContaining("Danh sách học sinh, sinh viên");
        var guessed = send("daotao.caothang", bytes(line), null);
        assertThat(text("select state from intake.batch where id = " + guessed)).isEqualTo("UPLOADED");
        try (var registrar = client();
                var stranger = client()) {
            signIn(registrar, "daotao.caothang");
            assertThat(get(registrar, "/intake/" + guessed))
                    .contains("“Giấy chứng nhận đăng ký hoạt động” do chuyên viên Sở tải lên");
            assertThat(get(registrar, "/intake/templates/licences.xlsx")).contains("do chuyên viên Sở tải lên");
            assertThat(get(stranger, "/api/openapi.json"))
                    .contains("/api/v1/learners")
                    .doesNotContain("licences");
            assertThat(get(stranger, "/api/v1/schemas/licences.json")).doesNotContain("\"$schema\"");
        }
    }

    private String trade(String begin, int place) {
        return text(
                "select code from programme.listed where valid_to is null and code like '%s%%' order by code offset %d limit 1"
                        .formatted(begin, place));
    }

    private static byte[] bytes(String... rows) {
        return (HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Extract extract) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(extract.headers()), extract.rows().stream())
                .map(line -> line.stream()
                        .map(it -> '"' + it.replace("\"", "\"\"") + '"')
                        .collect(joining(";")))
                .collect(joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private long upload(String persona, String... rows) {
        return send(persona, bytes(rows));
    }

    private long send(String persona, byte[] file) {
        return send(persona, file, "licences");
    }

    private long send(String persona, byte[] file, @org.jspecify.annotations.Nullable String kind) {
        return act(persona, () -> batches.upload("giay.csv", file, kind));
    }

    private long commit(String... rows) {
        var id = upload("chuyenvien", rows);
        assertThat(faults(id)).isEmpty();
        write(id);
        return id;
    }

    private void write(long id) {
        act("chuyenvien", () -> batches.commit(id, "Thử"));
        act("chuyenvien", () -> {
            batches.await(id);
            return 0;
        });
    }

    private int undo(long id) {
        return act("chuyenvien", () -> batches.undo(id, "thử"));
    }

    private Map<String, Integer> effects(long id) {
        assertThat(faults(id)).isEmpty();
        return act("chuyenvien", () -> batches.effects(id));
    }

    /** Each fault by its place and code, with the proposal if there is one: {@code M13 not-a-number → 1200}. */
    private List<String> faults(long id) {
        return csv(id).lines()
                .skip(1)
                .map(it -> it.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(it -> it[3] + it[2] + " " + it[5] + (it[9].isEmpty() ? "" : " → " + it[9]))
                .toList();
    }

    private String csv(long id) {
        try (var officer = client()) {
            signIn(officer, "chuyenvien");
            return get(officer, "/intake/" + id + "/faults.csv");
        }
    }

    private List<String> lines(String number) {
        return repository.listByNumber(Licences.fold(number)).stream()
                .flatMap(it -> repository.listLines(it.id()).stream())
                .map(it -> "%s %d %s %s".formatted(it.occupationCode(), it.quota(), it.validFrom(), it.validTo()))
                .toList();
    }

    private LicenceStanding standing(String number, LocalDate day) {
        var paper = repository.listByNumber(Licences.fold(number)).getFirst();
        return LicenceStanding.of(paper, repository.listLines(paper.id()), day);
    }

    /** The papers and lines of an institution as they read, without their numbers in the database. */
    private String register(String code) {
        return text("""
                select string_agg(concat_ws('|', l.kind, l.number, l.issuer, l.issued_on, l.valid_from, l.valid_to, l.note, n.site_id,
                         n.occupation_code, n.code_on_paper, n.occupation_name, n.level, n.quota, n.valid_from, n.valid_to, n.paper_to, n.note,
                         x.number), E'\\n' order by l.issued_on, l.number, n.occupation_name)
                  from institution.licence l left join institution.licence_line n on n.licence_id = l.id
                  left join institution.licence x on x.id = n.withdrawn_by
                 where l.institution_id = %d
                """.formatted(institutions.get(code).id()));
    }

    private <T> T act(String persona, Supplier<T> work) {
        var result = new AtomicReference<@org.jspecify.annotations.Nullable T>();
        Scope.system().run(() -> personas.act(persona, () -> result.set(work.get())));
        return Objects.requireNonNull(result.get());
    }

    private String text(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    /** Everything that a file of licences may touch, as one number a table. */
    private String fingerprint() {
        return List.of("licence", "licence_line", "image", "search").stream()
                .map(it -> it
                        + text(
                                "select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) from institution."
                                        + it + " t"))
                .collect(joining(" "));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private void signIn(HttpClient client, String persona) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(client, "/sign-in"));
        assertThat(token.find()).isTrue();
        var body = Map.of("_csrf", token.group(1), "username", persona, "password", "dien-tap-2026").entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        ask(
                client,
                HttpRequest.newBuilder(uri("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private String get(HttpClient client, String address) {
        return ask(client, HttpRequest.newBuilder(uri(address)).build());
    }

    private static String ask(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }
}
