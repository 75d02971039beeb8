package vn.lanhnghe.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.database.Scope.Reach;
import vn.lanhnghe.indicator.Choice;
import vn.lanhnghe.indicator.Figure;
import vn.lanhnghe.indicator.Indicators;
import vn.lanhnghe.indicator.Measured;
import vn.lanhnghe.indicator.Missing;
import vn.lanhnghe.shared.NotFound;

/** A hand-made city: one college with all three parts, three that fail one each, a centre, and one that is suspended. */
@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(authorities = {"TARGET_VIEW", "TARGET_ROWS"})
class TargetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 9, 30);

    @Autowired
    Indicators indicators;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    TestCity city;

    @BeforeEach
    void aCity() {
        city = Scope.system().get(() -> new TestCity(jdbc));
    }

    @AfterEach
    void isGone() {
        Scope.system().run(city::leave);
    }

    @Test
    void only_the_college_with_all_three_parts_counts() {
        assertThat(names(true)).containsExactly("T Đủ");
        assertThat(names(false)).containsExactlyInAnyOrder("T Không hồ sơ", "T Thiếu kết quả", "T Thiếu bằng");
    }

    @Test
    void the_population_widens_in_2030() {
        assertThat(city(2030, DAY).denominator() - city(2025, DAY).denominator())
                .isEqualTo(centres());
    }

    @Test
    void the_suspended_college_is_listed_with_its_reason() {
        assertThat(officer().get(() -> indicators.listExcluded("CT06", 2025, DAY)))
                .filteredOn(it -> it.name().equals("T Tạm dừng"))
                .singleElement()
                .extracting(Measured::exclusion)
                .isEqualTo("tạm dừng hoạt động");
    }

    @Test
    void later_facts_do_not_move_an_earlier_day() {
        var before = city(2025, DAY);
        Scope.system().run(() -> city.recordAllOn("2026-08-15"));

        assertThat(city(2025, DAY)).isEqualTo(before);
        assertThat(city(2025, LATER).numerator()).isGreaterThan(before.numerator());
    }

    @Test
    void a_diploma_counts_until_the_day_it_is_revoked() {
        Scope.system().run(() -> city.revokeAllOn("2026-08-01"));

        assertThat(names(true, DAY)).containsExactly("T Đủ");
        assertThat(names(true, LATER)).isEmpty();
    }

    @Test
    void every_level_adds_up_to_the_one_above() {
        var figure = city(2025, DAY);
        var rows = all();

        assertThat(rows).hasSize((int) figure.denominator());
        assertThat(rows).filteredOn(Measured::met).hasSize((int) figure.numerator());
        assertThat(rows).filteredOn(Measured::process).hasSize((int) figure.covered());
        for (var it : rows) {
            assertThat(total(it, null)).isEqualTo(it.learners());
            assertThat(total(it, Missing.RESULT)).isEqualTo(it.resultsDue() - it.resultsDone());
            assertThat(total(it, Missing.DIPLOMA)).isEqualTo(it.diplomasDue() - it.diplomasDone());
        }
    }

    @Test
    void a_college_sees_itself_alone() {
        var own = college(city.full());

        assertThat(own.get(() -> indicators.compute("CT06", 2025, DAY)))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(1L, 1L);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> own.get(() -> indicators.get("CT06", 2025, DAY, city.empty())));
        assertThat(own.get(() -> mvc.get()
                        .uri("/targets/CT06/institutions/{id}", city.empty())
                        .exchange()))
                .hasStatus(404);
        assertThat(own.get(() -> mvc.get().uri("/targets?asAt=2026-06-30").exchange()))
                .hasStatusOk()
                .bodyText()
                .contains("Bạn đang xem phần của trường mình");
    }

    @Test
    @WithMockUser(authorities = "TARGET_VIEW")
    void the_leader_sees_rows_without_names() {
        assertThat(officer()
                        .get(() -> mvc.get()
                                .uri("/targets/CT06/institutions/{id}?year=2025&asAt=2026-06-30", city.full())
                                .exchange()))
                .hasStatusOk()
                .bodyText()
                .contains("FULL-1")
                .doesNotContain("Nguyễn Thị Thử");
    }

    @Test
    @WithMockUser(authorities = "LEARNER_VIEW")
    void others_see_no_target() {
        assertThat(mvc.get().uri("/targets")).hasStatus(403);
    }

    @Test
    void the_board_names_all_nine_and_is_honest() {
        assertThat(open("/targets"))
                .hasStatusOk()
                .bodyText()
                .contains("CT01", "CT05", "CT09", "chưa có dữ liệu", "Chưa tính được vì");
    }

    @Test
    void strange_addresses_are_answered_in_words() {
        assertThat(open("/targets/CT06?asAt=2999-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("chưa đến");
        assertThat(open("/targets/CT06?asAt=2026-02-31"))
                .hasStatusOk()
                .bodyText()
                .contains("Ngày tính chưa đúng");
        assertThat(open("/targets/CT06?asAt=1900-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("áp dụng từ");
        assertThat(open("/targets/CT06?year=2027&page=99999999&region=9&met=%27"))
                .hasStatusOk()
                .bodyText()
                .contains("mốc 2025 và 2030");
        assertThat(open("/targets/CT99")).hasStatus(404);
        assertThat(open("/targets/CT06/institutions/999999999")).hasStatus(404);
        assertThat(open("/targets/CT01/institutions.csv")).hasStatus(404);
    }

    @Test
    void the_sheet_begins_with_the_mark_excel_needs() {
        assertThat(open("/targets/CT06/institutions.csv?year=2025&asAt=2026-06-30"))
                .hasStatusOk()
                .bodyText()
                .startsWith("\uFEFFMã")
                .contains("T Đủ");
    }

    @Test
    void a_status_follows_the_rule() {
        assertThat(status(10, 10)).isEqualTo(Status.MET);
        assertThat(status(7, 10)).isEqualTo(Status.AT_RISK);
        assertThat(status(6, 10)).isEqualTo(Status.LATE);
        assertThat(status(0, 0)).isEqualTo(Status.NO_DATA);
    }

    private static Status status(long done, long whole) {
        var figure = new Figure("CT06", 2030, DAY, 1, "", done, whole, 0, whole);
        var goal = new Milestone(2030, ">=", BigDecimal.valueOf(100), "100 %", "", true);
        return Status.of(figure, goal, BigDecimal.valueOf(70));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult open(String address) {
        return officer().get(() -> mvc.get().uri(java.net.URI.create(address)).exchange());
    }

    private long total(Measured it, @Nullable Missing missing) {
        return officer()
                .get(() -> indicators.listRows("CT06", 2025, DAY, it.institutionId(), missing, 1))
                .total();
    }

    private Figure city(int year, LocalDate day) {
        return officer().get(() -> indicators.compute("CT06", year, day));
    }

    private long centres() {
        return Scope.system().get(() -> jdbc.sql("""
                        select count(*) from institution.directory where type not in ('CD', 'TC') and status = 'OPEN'
                           and coalesce(valid_from, '2000-01-01') <= '2026-06-30' and coalesce(valid_to, '2999-01-01') >= '2026-06-30'
                           and coalesce(status_from, '2000-01-01') <= '2026-06-30'
                        """).query(Long.class).single());
    }

    private List<Measured> all() {
        return officer().get(() -> indicators.listAll("CT06", 2025, DAY, Choice.ALL));
    }

    private List<String> names(boolean met) {
        return names(met, DAY);
    }

    private List<String> names(boolean met, LocalDate day) {
        return officer().get(() -> indicators.listAll("CT06", 2025, day, new Choice(met, null, null))).stream()
                .map(Measured::name)
                .filter(it -> it.startsWith("T "))
                .toList();
    }

    private static Scope officer() {
        return new Scope(Reach.CITY, null, null, null, null, "Chuyên viên");
    }

    private static Scope college(long id) {
        return new Scope(Reach.COLLEGE, id, null, null, null, "Cán bộ đào tạo");
    }
}
