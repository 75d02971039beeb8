package vn.lanhnghe.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
import vn.lanhnghe.indicator.formula.Amounts;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.indicator.formula.Opened;
import vn.lanhnghe.indicator.formula.Result;
import vn.lanhnghe.indicator.formula.Share;
import vn.lanhnghe.institution.Layers;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** A hand-made city: one college with all three parts, three that fail one each, a centre, and one that is suspended. */
@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(authorities = {"TARGET_VIEW", "TARGET_ROWS"})
class TargetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 9, 30);

    @Autowired
    Formulas formulas;

    @Autowired
    Targets targets;

    @Autowired
    List<Layers> layers;

    @Autowired
    Upkeep upkeep;

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
    void only_the_college_with_all_parts_counts() {
        assertThat(names(true, DAY)).containsExactly("T Đủ");
        assertThat(names(false, DAY)).containsExactlyInAnyOrder("T Không hồ sơ", "T Thiếu kết quả", "T Thiếu bằng");
    }

    @Test
    void the_population_widens_in_2030() {
        assertThat(city("CT06", DAY).shares().size()
                        - city("CT06.2025", DAY).shares().size())
                .isEqualTo((int) centres());
    }

    @Test
    void the_suspended_college_is_listed_with_its_reason() {
        assertThat(city("CT06.2025", DAY).excluded())
                .filteredOn(it -> it.place().name().equals("T Tạm dừng"))
                .singleElement()
                .extracting(it -> it.place().exclusion())
                .isEqualTo("tạm dừng hoạt động");
    }

    @Test
    void later_facts_do_not_move_an_earlier_day() {
        var before = city("CT06.2025", DAY).amounts();
        Scope.system().run(() -> city.recordAllOn("2026-08-15"));
        officer().run(() -> assertThat(formulas.get("CT06.2025", DAY).amounts()).isEqualTo(before));

        assertThat(fresh("CT06.2025", LATER).amounts().numerator()).isGreaterThan(before.numerator());
    }

    @Test
    void while_nothing_is_known_of_anybody_there_is_no_percentage() {
        officer().run(() -> {
            var before = formulas.get("CT06", LocalDate.of(2023, 7, 1));
            assertThat(before.covered()).isZero();
            assertThat(before.amounts().value(before.formula())).isNull();
            assertThat(before.value()).isEqualTo("chưa tính được");
            assertThat(before.silence()).contains("Chưa cơ sở nào có hồ sơ");
            assertThat(layers)
                    .filteredOn(
                            it -> it.list().stream().anyMatch(one -> one.code().equals("CT06")))
                    .singleElement()
                    .satisfies(it -> assertThat(it.values("CT06", LocalDate.of(2023, 7, 1)))
                            .as("no ward is shaded 0 %")
                            .isEmpty());
        });
    }

    @Test
    void a_diploma_counts_until_the_day_it_is_revoked() {
        Scope.system().run(() -> city.revokeAllOn("2026-08-01"));

        assertThat(names(true, DAY)).containsExactly("T Đủ");
        assertThat(names(true, LATER)).isEmpty();
    }

    /** What is missing is what the denominator has and the numerator has not, row by row. */
    @Test
    void what_is_missing_is_the_rest_of_the_denominator() {
        for (var code : List.of("SH.KQ", "SH.VB")) {
            var result = fresh(code, DAY);
            for (var share : result.shares()) {
                if (!share.place().name().startsWith("T ")) {
                    continue;
                }
                var amounts = share.amounts();
                assertThat(total(result, share, Opened.Which.MISSING))
                        .as("%s %s", code, share.place().name())
                        .isEqualTo(total(result, share, Opened.Which.DENOMINATOR)
                                - total(result, share, Opened.Which.NUMERATOR));
                assertThat(total(result, share, Opened.Which.NUMERATOR))
                        .isEqualTo(amounts.numerator().longValue());
            }
        }
    }

    @Test
    void a_college_sees_itself_alone() {
        var own = college(city.full());

        assertThat(own.get(() -> formulas.get("CT06.2025", DAY).amounts()))
                .isEqualTo(new Amounts(BigDecimal.ONE, BigDecimal.ONE));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> own.get(() -> Formulas.share(formulas.get("CT06", DAY), city.empty())));
        assertThat(own.get(() ->
                        mvc.get().uri("/targets/scorecard/{id}", city.empty()).exchange()))
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
                                .uri("/indicators/SH.KQ/institutions/{id}?asAt=2026-06-30", city.full())
                                .exchange()))
                .hasStatusOk()
                .bodyText()
                .contains("FULL-1")
                .doesNotContain("Nguyễn Thị Thử");
    }

    @Test
    void those_whose_records_came_in_after_the_day_are_told_from_those_without_any() {
        var early = city("SH.KQ", LocalDate.of(2023, 7, 1));
        assertThat(early.coverage()).contains("nộp sau ngày tính").contains("chưa có hồ sơ");
        assertThat(early.late()).contains(city.full()).doesNotContain(city.empty());
        assertThat(city("SH.KQ", LocalDate.now(Vi.ZONE)).late()).isEmpty();
    }

    @Test
    @WithMockUser(authorities = {"TARGET_VIEW", "TARGET_MANAGE"})
    void the_rule_of_status_changes_by_a_document_from_a_day_on() {
        var today = LocalDate.now(Vi.ZONE);
        var text = upkeep.texts().keySet().iterator().next();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> upkeep.changeRule(
                        new Upkeep.Change(new BigDecimal("130"), "không có", today.minusDays(1), "ngắn")))
                .withMessageContaining("không quá 100")
                .withMessageContaining("theo văn bản")
                .withMessageContaining("từ hôm nay trở đi")
                .withMessageContaining("từ 10 đến 500");
        var before = targets.getRule(today).atRiskFrom();
        var from = today.plusYears(3).plusDays(targets.listRules().size());
        upkeep.changeRule(
                new Upkeep.Change(new BigDecimal("85"), text, from, "Sở thống nhất mức mới cho giai đoạn sau"));
        assertThat(targets.getRule(from).atRiskFrom()).isEqualByComparingTo("85");
        assertThat(targets.getRule(today).atRiskFrom()).isEqualByComparingTo(before);
        assertThat(mvc.get().uri("/targets/rule"))
                .bodyText()
                .contains("85 %")
                .contains("chưa đến ngày")
                .contains(text);
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
                .contains("CT01", "CT05", "CT09", "chưa có dữ liệu", "Chưa tính được vì", "chưa có minh chứng");
    }

    @Test
    void anybody_reads_what_is_published_and_no_institution_by_name() {
        assertThat(mvc.get().uri("/chi-tieu"))
                .hasStatusOk()
                .bodyText()
                .contains("CT06", "Đã công bố")
                .doesNotContain("T Đủ");
        assertThat(mvc.get().uri("/chi-tieu.csv"))
                .hasStatusOk()
                .bodyText()
                .startsWith("\uFEFFma;ten;ngay_chot")
                .doesNotContain("T Đủ");
        assertThat(mvc.get().uri("/chi-tieu.json")).hasStatusOk().bodyText().startsWith("[");
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
        assertThat(open("/indicators/CT06?asAt=1900-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("áp dụng từ");
        assertThat(open("/targets/CT06?year=2027")).hasStatusOk().bodyText().contains("mốc 2025 và 2030");
        assertThat(open("/indicators/CT06?page=99999999&region=9&met=%27")).hasStatusOk();
        assertThat(open("/targets/CT99")).hasStatus(404);
        assertThat(open("/targets/scorecard/999999999")).hasStatus(404);
        assertThat(open("/indicators/CT06/institutions/" + city.full() + "/rows.xlsx"))
                .hasStatus(404);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult open(String address) {
        return officer().get(() -> mvc.get().uri(java.net.URI.create(address)).exchange());
    }

    private long total(Result result, Share share, Opened.Which which) {
        return officer()
                .get(() -> formulas.listRows(
                        Formulas.opened(result.formula(), which).orElseThrow(), result, share, 1))
                .total();
    }

    private Result city(String code, LocalDate day) {
        return officer().get(() -> formulas.get(code, day));
    }

    /** What was written past the acts is seen once the counts are told that something happened. */
    private Result fresh(String code, LocalDate day) {
        Scope.system().run(city::touch);
        return city(code, day);
    }

    private long centres() {
        return Scope.system().get(() -> jdbc.sql("""
                        select count(*) from institution.directory where type not in ('CD', 'TC') and status = 'OPEN'
                           and coalesce(valid_from, '2000-01-01') <= '2026-06-30' and coalesce(valid_to, '2999-01-01') >= '2026-06-30'
                           and coalesce(status_from, '2000-01-01') <= '2026-06-30'
                        """).query(Long.class).single());
    }

    private List<String> names(boolean met, LocalDate day) {
        var result = fresh("CT06.2025", day);
        return result.shares().stream()
                .filter(it -> Boolean.valueOf(met).equals(result.met(it)))
                .map(it -> it.place().name())
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
