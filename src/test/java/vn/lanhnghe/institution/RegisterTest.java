package vn.lanhnghe.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.institution.Heritage.Matter;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** The register's facts with their days: who may change them, what a past day shows, what can be undone. */
@SpringBootTest(properties = "lanhnghe.data=target/test-data/register-${random.uuid}")
class RegisterTest {

    private static final LocalDate TODAY = LocalDate.now(vn.lanhnghe.ui.Vi.ZONE);

    @Autowired
    Institutions institutions;

    @Autowired
    InstitutionRepository repository;

    @Autowired
    Changes changes;

    @Autowired
    ChangeRepository changeRepository;

    @Autowired
    Sites sites;

    @Autowired
    Leaders leaders;

    @Autowired
    Licences licences;

    @Autowired
    LicenceRepository licenceRepository;

    @Autowired
    Successions successions;

    @Autowired
    List<Heritage> heritages;

    @Autowired
    JdbcClient jdbc;

    private <T> T officer(Supplier<T> deed) {
        return as(
                new Scope(Scope.Reach.CITY, null, null, null, null, "Chuyên viên"),
                "INSTITUTION_APPROVE,INSTITUTION_EDIT",
                deed);
    }

    private <T> T school(String code, Supplier<T> deed) {
        return as(
                new Scope(Scope.Reach.COLLEGE, id(code), null, null, null, "Cán bộ " + code), "INSTITUTION_EDIT", deed);
    }

    private static <T> T as(Scope scope, String authorities, Supplier<T> deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "x", null, AuthorityUtils.commaSeparatedStringToAuthorityList(authorities)));
        try {
            return scope.get(deed);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private long id(String code) {
        return institutions.get(code).id();
    }

    private Changes.Outcome propose(String code, Map<Fact, String> typed, @Nullable LocalDate from) {
        return changes.propose(id(code), new Proposal(typed, from, "QĐ 1/QĐ-UBND", null));
    }

    private String nameOn(String code, LocalDate day) {
        return repository.findOn(id(code), day).orElseThrow().name();
    }

    @Test
    void what_the_school_may_change_is_done_and_what_needs_approval_waits() {
        var outcome = school(
                "HH2",
                () -> propose("HH2", Map.of(Fact.PHONE, "028.1234.5678", Fact.NAME_EN, "Maritime College II"), null));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.waiting()).isEqualTo(1);
        assertThat(institutions.get("HH2").phone()).isEqualTo("028.1234.5678");
        assertThat(institutions.get("HH2").nameEn()).isNull();

        var waiting = officer(() -> changeRepository.listPending(id("HH2")));
        assertThat(waiting).hasSize(1);
        officer(() -> changes.approve(waiting.stream().map(Change::id).toList()));
        assertThat(institutions.get("HH2").nameEn()).isEqualTo("Maritime College II");
    }

    @Test
    void the_requester_is_told_why_not() {
        school("HITC", () -> propose("HITC", Map.of(Fact.ADDRESS, "1 Đường Mới"), null));
        var waiting = officer(() -> changeRepository.listPending(id("HITC")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        officer(() -> changes.reject(List.of(waiting.getFirst().id()), " ")));
        officer(() -> changes.reject(List.of(waiting.getFirst().id()), "Chưa kèm quyết định"));
        assertThat(school("HITC", () -> changeRepository.countUnseen(id("HITC"))))
                .isEqualTo(1);
        assertThat(institutions.get("HITC").address()).doesNotContain("Đường Mới");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        officer(() -> changes.approve(List.of(waiting.getFirst().id()))));
    }

    @Test
    void a_school_changes_neither_its_type_nor_another_school() {
        assertThat(school("MN", () -> propose("MN", Map.of(Fact.TYPE, "TC"), null))
                        .faults())
                .containsKey("TYPE");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> school("MN", () -> propose("CKC", Map.of(Fact.PHONE, "0281234567"), null)));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> school("MN", () -> changes.approve(List.of(1L))));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_saved() {
        var outcome = officer(() -> propose(
                "STC",
                Map.of(
                        Fact.PHONE,
                        "abc",
                        Fact.WEBSITE,
                        "không phải",
                        Fact.LOCATION,
                        "999",
                        Fact.NAME,
                        "Trường Cao đẳng Hàng đầu Sài Gòn"),
                null));
        assertThat(outcome.faults()).containsOnlyKeys("PHONE", "WEBSITE", "LOCATION", "NAME");
        assertThat(outcome.faults().get("NAME")).contains("xếp hạng");
        assertThat(institutions.get("STC").name()).isEqualTo("Trường Cao đẳng Sài Gòn");
    }

    @Test
    void a_name_begins_with_its_type_and_belongs_to_one_institution() {
        assertThat(officer(() -> propose("FPOLY", Map.of(Fact.NAME, "Học viện FPT"), null))
                        .faults()
                        .get("NAME"))
                .contains("Trường Cao đẳng");
        assertThat(officer(() -> propose("FPOLY", Map.of(Fact.NAME, "Trường Cao đẳng Miền Nam"), null))
                        .faults()
                        .get("NAME"))
                .contains("trùng");
    }

    @Test
    void a_paper_is_known_by_its_first_bytes() {
        var outcome = officer(() -> changes.propose(
                id("DLSG"),
                new Proposal(
                        Map.of(Fact.PHONE, "0281234567"),
                        null,
                        "x",
                        new MockMultipartFile("evidence", "qd.pdf", "application/pdf", "MZ".getBytes()))));
        assertThat(outcome.faults()).containsKey("evidence");
        assertThat(institutions.get("DLSG").phone()).isNotEqualTo("0281234567");
    }

    @Test
    void a_past_day_shows_what_held_then_and_later_facts_do_not_move_it() {
        var before = LocalDate.of(2025, 3, 1);
        var changed = LocalDate.of(2025, 6, 1);
        var was = nameOn("VKBD", before);
        var filter = InstitutionFilter.asked(Map.of("ngay", before.toString(), "type", "CD"));
        var count = repository.list(filter, 1).institutions().total();
        officer(() -> propose("VKBD", Map.of(Fact.NAME, "Trường Cao đẳng Việt Hàn Mới"), changed));
        officer(() -> propose("VKBD", Map.of(Fact.NAME, "Trường Cao đẳng Việt Hàn Mới Nữa"), TODAY));
        assertThat(nameOn("VKBD", before)).isEqualTo(was);
        assertThat(nameOn("VKBD", changed.minusDays(1))).isEqualTo(was);
        assertThat(nameOn("VKBD", changed)).isEqualTo("Trường Cao đẳng Việt Hàn Mới");
        assertThat(nameOn("VKBD", TODAY)).isEqualTo("Trường Cao đẳng Việt Hàn Mới Nữa");
        assertThat(institutions.get("VKBD").name()).isEqualTo("Trường Cao đẳng Việt Hàn Mới Nữa");
        assertThat(repository.list(filter, 1).institutions().total()).isEqualTo(count);
        assertThat(repository.listFormerNames(id("VKBD")))
                .extracting(InstitutionRepository.FormerName::name)
                .contains(was, "Trường Cao đẳng Việt Hàn Mới");
        assertThat(repository
                        .list(InstitutionFilter.asked(Map.of("q", "việt nam hàn quốc")), 1)
                        .institutions()
                        .rows())
                .as("a former name still finds it")
                .extracting(Institution::code)
                .contains("VKBD");
    }

    @Test
    void what_was_not_known_on_a_day_can_be_left_out() {
        var day = TODAY.minusDays(10);
        var was = nameOn("BRVT", day);
        officer(() -> propose("BRVT", Map.of(Fact.NAME, "Trường Cao đẳng Kỹ thuật Biển"), day.minusDays(5)));
        assertThat(nameOn("BRVT", day)).isEqualTo("Trường Cao đẳng Kỹ thuật Biển");
        assertThat(repository.countLearned(day)).isPositive();
        var known = repository.list(
                InstitutionFilter.asked(Map.of("ngay", day.toString(), "biet", day.toString(), "type", "CD")), 1);
        assertThat(known.institutions().rows())
                .extracting(Institution::name)
                .contains(was)
                .doesNotContain("Trường Cao đẳng Kỹ thuật Biển");
    }

    @Test
    void a_change_for_a_later_day_shows_on_that_day() {
        var later = TODAY.plusDays(30);
        officer(() -> propose("YTBRVT", Map.of(Fact.PHONE, "0254123456"), later));
        assertThat(institutions.get("YTBRVT").phone()).isNull();
        assertThat(repository.findOn(id("YTBRVT"), later).orElseThrow().phone()).isEqualTo("0254123456");
        officer(() -> propose("YTBRVT", Map.of(Fact.EMAIL, "a@yt.edu.vn"), null));
        assertThat(repository.findOn(id("YTBRVT"), later).orElseThrow().phone()).isEqualTo("0254123456");
        assertThat(repository.findOn(id("YTBRVT"), later).orElseThrow().email()).isEqualTo("a@yt.edu.vn");
    }

    @Test
    void a_change_is_undone_until_another_is_built_on_it() {
        officer(() -> propose("SPBRVT", Map.of(Fact.PHONE, "0254111111"), null));
        var first = officer(() -> changeRepository.list(id("SPBRVT"), ChangeState.DONE, null, "moi", 1))
                .rows()
                .getFirst();
        officer(() -> propose("SPBRVT", Map.of(Fact.PHONE, "0254222222"), null));
        var second = officer(() -> changeRepository.list(id("SPBRVT"), ChangeState.DONE, null, "moi", 1))
                .rows()
                .getFirst();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> changes.undo(List.of(first.id()), "nhầm")));
        officer(() -> changes.undo(List.of(first.id(), second.id()), "nhầm"));
        assertThat(institutions.get("SPBRVT").phone()).isNull();
    }

    @Test
    void status_follows_its_course_and_the_list_follows_the_day() {
        assertThat(officer(() -> propose("TCBN", Map.of(Fact.STATUS, "PROPOSED"), null))
                        .faults())
                .containsKey("STATUS");
        var suspended = LocalDate.of(2026, 1, 15);
        officer(() -> propose("TCBN", Map.of(Fact.STATUS, "SUSPENDED"), suspended));
        assertThat(codes(Map.of("status", "SUSPENDED", "ngay", suspended.toString())))
                .contains("TCBN");
        assertThat(codes(Map.of(
                        "status", "SUSPENDED", "ngay", suspended.minusDays(1).toString())))
                .doesNotContain("TCBN");
    }

    private List<String> codes(Map<String, String> query) {
        return repository.listAll(InstitutionFilter.asked(query)).stream()
                .map(Institution::code)
                .toList();
    }

    @Test
    void terms_in_one_post_do_not_overlap_and_vacancies_are_flagged() {
        var institution = institutions.get("NSPC");
        assertThat(leaders.flags(institution)).anyMatch(it -> it.contains("Hiệu trưởng: đang khuyết"));
        officer(() -> appoint(institution, "Nguyễn Văn An", LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> appoint(institution, "Trần Thị Bình", LocalDate.of(2024, 6, 1), null)))
                .withMessageContaining("Nguyễn Văn An");
        officer(() -> appoint(institution, "Trần Thị Bình", LocalDate.of(2025, 2, 1), null));
        assertThat(leaders.flags(institution)).anyMatch(it -> it.contains("khuyết từ 01/01/2025 đến 31/01/2025"));
        assertThat(leaders.list(institution.id(), LocalDate.of(2022, 1, 1)))
                .extracting(Leader::fullName)
                .containsExactly("Nguyễn Văn An");
    }

    private String appoint(Institution institution, String name, LocalDate from, @Nullable LocalDate to) {
        leaders.appoint(institution, "HIEU_TRUONG", name, from, to, "");
        return name;
    }

    @Test
    void a_site_asked_for_is_there_when_it_is_granted_and_gone_when_that_is_undone() {
        var form = Map.of("name", "Cơ sở Bình Chánh", "address", "1 Quốc lộ 1", "ward", "27637", "kind", "SITE");
        assertThat(school("LTTC", () -> sites.put(id("LTTC"), null, Map.of("name", ""), "x"))
                        .faults())
                .containsKeys("name", "ward");
        assertThat(school("LTTC", () -> sites.put(id("LTTC"), null, form, "QĐ 9"))
                        .waiting())
                .isEqualTo(1);
        assertThat(institutions.listSites(id("LTTC"))).hasSize(1);
        var waiting = officer(() -> changeRepository.listPending(id("LTTC"))).getFirst();
        officer(() -> changes.approve(List.of(waiting.id())));
        assertThat(institutions.listSites(id("LTTC"))).extracting(Site::name).contains("Cơ sở Bình Chánh");
        assertThat(codes(Map.of("q", "binh chanh"))).contains("LTTC");
        officer(() -> changes.undo(List.of(waiting.id()), "nhầm"));
        assertThat(institutions.listSites(id("LTTC")).stream().filter(it -> it.validTo() == null))
                .hasSize(1);
    }

    private NewLicence paper(LicenceKind kind, String number, LocalDate on) {
        return new NewLicence(kind, number, "Sở", on, null, null, "", null);
    }

    @Test
    void a_licence_is_valid_changed_and_withdrawn_on_its_days() {
        var college = id("HCE");
        var site = institutions.listSites(college).getFirst().id();
        var first = officer(() -> licences.record(
                college, paper(LicenceKind.FIRST, "71/GCNĐKHĐ-SLĐTBXH", LocalDate.of(2021, 5, 26)), false));
        officer(() -> {
            licences.add(
                    first,
                    List.of(
                            new NewLine(site, "6340301", "40340301", "", "CAO_DANG", 100, null, null),
                            new NewLine(site, "5340301", "", "", "TRUNG_CAP", 50, null, null)));
            return 0;
        });
        assertThat(standing(first, LocalDate.of(2021, 1, 1))).isEqualTo(LicenceStanding.NOT_YET);
        assertThat(standing(first, TODAY)).isEqualTo(LicenceStanding.VALID);
        assertThat(licenceRepository.listLines(first))
                .anyMatch(it -> Objects.toString(it.note(), "").contains("40340301"));
        assertThat(codes(Map.of("occupation", "6340301", "level", "CAO_DANG"))).contains("HCE");
        assertThat(codes(Map.of("occupation", "6340301", "ngay", "2021-05-25"))).doesNotContain("HCE");

        var second = officer(() ->
                licences.record(college, paper(LicenceKind.WITHDRAWAL, "9/QĐ-SGDĐT", LocalDate.of(2026, 2, 1)), false));
        var lines = licenceRepository.listLines(first);
        officer(() -> licences.withdraw(second, List.of(lines.getFirst().id())));
        assertThat(standing(first, LocalDate.of(2026, 1, 31))).isEqualTo(LicenceStanding.VALID);
        assertThat(standing(first, LocalDate.of(2026, 2, 1))).isEqualTo(LicenceStanding.CHANGED);
        officer(() -> licences.withdraw(second, List.of(lines.getLast().id())));
        assertThat(standing(first, TODAY)).isEqualTo(LicenceStanding.WITHDRAWN);
        officer(() -> licences.restore(second, "nhầm"));
        assertThat(standing(first, TODAY)).isEqualTo(LicenceStanding.VALID);
        assertThat(licenceRepository.listByNumber(Licences.fold("71 gcndkhd sldtbxh")))
                .isNotEmpty();
    }

    private LicenceStanding standing(long licence, LocalDate day) {
        return LicenceStanding.of(licences.get(licence), licenceRepository.listLines(licence), day);
    }

    @Test
    void a_licence_that_cannot_be_is_refused_in_words() {
        var fresh = officer(() -> institutions.open(new NewInstitution(
                "THU1",
                "thu-1",
                "Trường Trung cấp Thử Một",
                "TC",
                "TU_THUC",
                "26740",
                null,
                null,
                LocalDate.of(2022, 1, 1),
                false)));
        var site = institutions.listSites(fresh).getFirst().id();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() ->
                        licences.record(fresh, paper(LicenceKind.FIRST, "1/GCN", LocalDate.of(2021, 12, 31)), false)))
                .withMessageContaining("trước ngày thành lập");
        var licence = officer(
                () -> licences.record(fresh, paper(LicenceKind.FIRST, "1/GCN", LocalDate.of(2022, 2, 1)), false));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        officer(() -> add(licence, new NewLine(site, "6340301", "", "", "CAO_DANG", 10, null, null))))
                .withMessageContaining("không được đào tạo");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        officer(() -> add(licence, new NewLine(site, "6340301", "", "", "TRUNG_CAP", 10, null, null))))
                .withMessageContaining("bắt đầu bằng 5");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() ->
                        licences.record(fresh, paper(LicenceKind.FIRST, "1 / gcn", LocalDate.of(2022, 2, 1)), false)))
                .withMessageContaining("đã có");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> institutions.open(new NewInstitution(
                        "THU1", "thu-2", "Trường Trung cấp Thử Hai", "TC", "TU_THUC", null, null, null, TODAY, false))))
                .withMessageContaining("chỉ cấp một lần");
    }

    @Test
    void a_line_keeps_its_own_end_through_a_withdrawal_that_is_undone() {
        var college = id("STC");
        var site = institutions.listSites(college).getFirst().id();
        var end = LocalDate.of(2027, 6, 30);
        var first = officer(
                () -> licences.record(college, paper(LicenceKind.FIRST, "88/GCN", LocalDate.of(2022, 5, 2)), false));
        officer(() -> add(first, new NewLine(site, "6340301", "", "", "CAO_DANG", 40, null, end)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        officer(() -> add(first, new NewLine(site, "6340301", "", "", "CAO_DANG", 50, null, null))))
                .withMessageContaining("đã có Kế toán");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> add(
                        first, new NewLine(site, "6480201", "", "", "CAO_DANG", 50, end, LocalDate.of(2027, 6, 1)))))
                .withMessageContaining("trước khi có hiệu lực");
        var second = officer(() ->
                licences.record(college, paper(LicenceKind.WITHDRAWAL, "89/QĐ", LocalDate.of(2026, 2, 1)), false));
        var line = licenceRepository.listLines(first).getFirst();
        officer(() -> licences.withdraw(second, List.of(line.id())));
        officer(() -> licences.restore(second, "nhầm"));
        assertThat(licenceRepository.listLines(first).getFirst().validTo()).isEqualTo(end);
    }

    private int add(long licence, NewLine line) {
        licences.add(licence, List.of(line));
        return 1;
    }

    private SuccessionPlan merger(List<Long> before, List<Long> after, LocalDate decided, LocalDate effective) {
        return new SuccessionPlan(
                SuccessionKind.MERGE,
                before,
                after,
                true,
                "",
                "",
                "3120/QĐ-UBND",
                decided,
                effective,
                "WITHDRAW",
                "SUCCESSOR",
                "SUCCESSOR",
                "Sắp xếp mạng lưới");
    }

    @Test
    void two_schools_merge_and_the_merger_is_undone() {
        var day = LocalDate.of(2026, 9, 1);
        school("TCHV", () -> propose("TCHV", Map.of(Fact.ADDRESS, "Đang chờ"), null));
        var before = List.of(id("TCHV"), id("TCQT"));
        assertThat(officer(() -> heritages.stream()
                        .flatMap(it -> it.listMatters(before).stream())
                        .filter(it -> it.fate().equals("OPEN_WORK"))
                        .mapToLong(Matter::count)
                        .sum()))
                .isEqualTo(1);
        var plan = merger(before, List.of(id("CDN")), LocalDate.of(2026, 8, 1), day);
        Scope.system().run(() -> jdbc.sql("""
                insert into learning.learner (institution_id, full_name, name_folded, sort_key, birth_date, citizen_id)
                values (:id, 'Nguyễn Thử', 'nguyen thu', 'x', date '2008-01-01', '099208000001')
                """).param("id", id("TCHV")).update());
        var seen = "select count(*) from learning.learner where citizen_id = '099208000001'";
        assertThat(school("CDN", () -> number(seen))).isZero();
        var merged = officer(() -> successions.record(plan));
        assertThat(school("CDN", () -> number(seen)))
                .as("the successor looks after the learners")
                .isEqualTo(1);
        assertThat(school("CKC", () -> number(seen))).isZero();
        assertThat(institutions.get("TCHV").status()).isEqualTo(InstitutionStatus.CLOSED);
        assertThat(repository.findOn(id("TCHV"), day.minusDays(1)).orElseThrow().status())
                .isEqualTo(InstitutionStatus.OPEN);
        assertThat(officer(() -> changeRepository.listPending(id("TCHV")))).isEmpty();
        assertThat(number("select count(*) from institution.kept where keeper_id = " + id("CDN")))
                .isEqualTo(4);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        officer(() -> successions.record(merger(List.of(id("TCHV")), List.of(id("CKC")), day, day))))
                .withMessageContaining("đã giải thể");
        officer(() -> {
            successions.undo(merged, "quyết định bị thu hồi");
            return 0;
        });
        assertThat(institutions.get("TCHV").status()).isEqualTo(InstitutionStatus.OPEN);
        assertThat(school("CDN", () -> number(seen))).isZero();
        assertThat(number("select count(*) from institution.kept where keeper_id = " + id("CDN")))
                .isZero();
    }

    @Test
    void nothing_merges_into_itself() {
        assertThat(officer(() -> successions.faults(merger(List.of(id("CKC")), List.of(id("CKC")), TODAY, TODAY))))
                .anyMatch(it -> it.contains("không thể nhập vào chính mình"));
        assertThat(officer(() ->
                        successions.faults(merger(List.of(id("CKC")), List.of(id("TDC")), TODAY, TODAY.minusDays(1)))))
                .anyMatch(it -> it.contains("trước ngày quyết định"));
        assertThat(officer(() -> successions.faults(merger(List.of(), List.of(id("TDC")), TODAY, TODAY))))
                .isNotEmpty();
    }

    @Test
    void a_school_converts_under_its_own_code() {
        var plan = new SuccessionPlan(
                SuccessionKind.CONVERT,
                List.of(id("TCTDN")),
                List.of(),
                false,
                "Trường Trung học nghề Trần Đại Nghĩa",
                "THN",
                "5/QĐ-UBND",
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 6, 1),
                "KEEP",
                "SUCCESSOR",
                "SUCCESSOR",
                "");
        officer(() -> successions.record(plan));
        assertThat(institutions.get("TCTDN").type()).isEqualTo("THN");
        assertThat(repository
                        .findOn(id("TCTDN"), LocalDate.of(2026, 5, 31))
                        .orElseThrow()
                        .type())
                .isEqualTo("TC");
    }

    @Test
    void the_database_itself_refuses_a_school_that_writes_the_register() {
        var other = id("CKC");
        school(
                "TDC",
                () -> jdbc.sql("update institution.version set superseded_at = now() where institution_id = " + other)
                        .update());
        assertThat(school(
                        "TDC",
                        () -> jdbc.sql("update institution.institution set name = 'X' where id = " + id("TDC"))
                                .update()))
                .isZero();
        assertThat(number(
                        "select count(*) from institution.version where superseded_at is not null and institution_id = "
                                + other))
                .isZero();
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> school(
                        "TDC",
                        () -> jdbc.sql("insert into institution.alias (institution_id, name) values (" + other
                                        + ", 'X')")
                                .update()));
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
