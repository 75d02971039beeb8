package vn.lanhnghe.indicator.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.indicator.formula.Formula.Direction;
import vn.lanhnghe.indicator.formula.Formula.Kind;
import vn.lanhnghe.indicator.formula.Term.Side;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** Every figure is what its rows come to, on every level; what cannot be computed says so; what was published stays. */
@RehearsalTest
class FormulaTest {

    private static final String OFFICER = "chuyenvien";

    @Autowired
    ApplicationContext context;

    @Autowired
    Formulas formulas;

    @Autowired
    FormulaRepository repository;

    @Autowired
    Engine engine;

    @Autowired
    FrozenRepository frozen;

    @Autowired
    Drafts drafts;

    @Autowired
    Freezing freezing;

    @Autowired
    Acts acts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Press press;
    LocalDate today;

    @BeforeEach
    void begin() {
        press = new Press(context);
        today = LocalDate.now(Vi.ZONE);
    }

    @Test
    void every_figure_is_what_the_rows_it_opens_come_to() {
        var computed = officer(() -> formulas.list(today)).stream()
                .filter(it -> it.amounts().value(it.formula()) != null)
                .toList();
        assertThat(computed)
                .extracting(it -> it.formula().code())
                .contains("TT38.01", "TT38.02", "SH.KQ", "SH.VB", "DT.NU");
        for (var result : computed) {
            for (var term : result.formula().terms()) {
                var total = BigDecimal.ZERO;
                for (var share : result.shares()) {
                    if (share.covered()) {
                        var rows = officer(() -> formulas.listAllRows(
                                opened(result, term.side()),
                                today,
                                share.place().id()));
                        var sum = rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                        assertThat(sum)
                                .as(
                                        "%s %s at %s",
                                        result.formula().code(),
                                        term.side(),
                                        share.place().name())
                                .isEqualByComparingTo(side(share.amounts(), term.side()));
                        assertThat(officer(() -> formulas.listRows(opened(result, term.side()), result, share, 1))
                                        .total())
                                .isEqualTo(rows.size());
                        total = total.add(sum);
                    }
                }
                assertThat(total).isEqualByComparingTo(side(result.amounts(), term.side()));
            }
        }
    }

    @Test
    void the_parts_of_every_breakdown_add_up_to_the_whole() {
        for (var result : officer(() -> formulas.list(today))) {
            if (result.formula().lacking() != null) {
                continue;
            }
            for (var by : Breakdown.of(result.formula()).keySet()) {
                var parts = officer(() -> formulas.parts(result, by));
                var sum = parts.stream().map(Part::amounts).reduce(Amounts.NONE, Amounts::plus);
                assertThat(FrozenRepository.same(sum, result.amounts()))
                        .as("%s by %s: %s is not %s", result.formula().code(), by, sum, result.amounts())
                        .isTrue();
            }
        }
        var level = officer(() -> formulas.parts(formulas.get("SH.KQ", today), "level"));
        assertThat(level).extracting(Part::label).contains("Cao đẳng", "Trung cấp");
    }

    @Test
    void what_is_recorded_today_does_not_move_yesterday() {
        var yesterday = today.minusDays(1);
        var before = officer(() -> formulas.get("SH.VB", yesterday)).amounts();
        var now = officer(() -> formulas.get("SH.VB", today)).amounts();
        press.release(3);
        assertThat(officer(() -> formulas.get("SH.VB", yesterday)).amounts()).isEqualTo(before);
        assertThat(side(officer(() -> formulas.get("SH.VB", today)).amounts(), Side.DENOMINATOR))
                .isEqualByComparingTo(side(now, Side.DENOMINATOR).add(BigDecimal.valueOf(3)));
    }

    @Test
    void a_moment_is_asked_as_its_day_is() {
        var jdbc = context.getBean(JdbcClient.class);
        var day = new FactSet.Field("day", "Ngày", FactSet.Kind.DAY, false, null, Map.of());
        var moment = new FactSet.Field("day", "Ngày", FactSet.Kind.DAY, false, "moment", Map.of());
        for (var operator : Operator.values()) {
            if (operator.kind() != FactSet.Kind.DAY) {
                continue;
            }
            for (var asAt : List.of("2026-03-31", "2026-01-01", "2024-02-29", "2025-12-31")) {
                var told = jdbc.sql("""
                        select count(*) filter (where (%s) is distinct from (%s)), count(*) filter (where %2$s)
                          from (select m as moment, (m at time zone 'Asia/Ho_Chi_Minh')::date as day
                                  from (select generate_series(timestamptz '2023-12-29 00:00Z', timestamptz '2026-04-03 00:00Z', interval '1 hour') union all select null) x (m)) f
                        """.formatted(operator.sql(day, "value"), operator.sql(moment, "value")))
                        .param("day", LocalDate.parse(asAt))
                        .param("value", "1")
                        .query((row, i) -> new long[] {row.getLong(1), row.getLong(2)})
                        .single();
                assertThat(told[0]).as("%s %s", operator, asAt).isZero();
                assertThat(told[1]).as("%s %s", operator, asAt).isPositive();
            }
        }
    }

    @Test
    void a_college_computes_itself_and_nobody_else() {
        var own = press.act(Press.REGISTRAR, () -> formulas.get("SH.KQ", today));
        assertThat(own.shares())
                .singleElement()
                .satisfies(it -> assertThat(it.place().id()).isEqualTo(press.institution));
        var other = press.one("select id from institution.directory where code = 'CKC'");
        assertThatThrownBy(() -> press.act(Press.REGISTRAR, () -> Formulas.share(own, other)))
                .isInstanceOf(NotFound.class);
        assertThat(press.act(Press.REGISTRAR, () -> formulas.listAllRows(opened(own, Side.DENOMINATOR), today, other)))
                .isEmpty();
    }

    @Test
    void nothing_to_divide_by_is_said_and_never_a_percentage() {
        var past = officer(() -> formulas.get("SH.KQ", LocalDate.of(2024, 1, 31)));
        assertThat(past.amounts().value(past.formula())).isNull();
        assertThat(past.value()).isEqualTo("chưa tính được");
        assertThat(past.silence()).contains("không có hồ sơ nào");
        var lacking = officer(() -> formulas.get("CT08", today));
        assertThat(lacking.silence()).contains("hồ sơ các cuộc kiểm tra");
        assertThat(lacking.covered()).isZero();
        assertThatThrownBy(() -> officer(() -> formulas.parts(formulas.get("SH.KQ", today), "mau_mat")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không phân tổ được theo “mau_mat”")
                .hasMessageContaining("Trình độ");
        assertThatThrownBy(() -> officer(() -> formulas.get("KHONG.CO", today))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_formula_is_written_tried_and_put_to_use_without_code() {
        var id = officer(() -> drafts.create(form("THU.CD", Kind.RATIO)));
        assertThat(officer(() -> drafts.faults(drafts.get(id)))).hasSize(2);
        refused(
                () -> drafts.addCondition(id, Side.NUMERATOR, "level", "IS", List.of("CAO_DANG")),
                "chọn tập hồ sơ của tử số trước");
        officerDoes(() -> drafts.setTerm(id, Side.NUMERATOR, "study", "", 0));
        officerDoes(() -> drafts.setTerm(id, Side.DENOMINATOR, "study", "", 0));
        officerDoes(() -> drafts.addCondition(id, Side.NUMERATOR, "level", "IS", List.of("CAO_DANG")));
        refused(() -> drafts.setTerm(id, Side.NUMERATOR, "bang_diem", "", 0), "Không có tập hồ sơ “bang_diem”");
        refused(() -> drafts.setTerm(id, Side.NUMERATOR, "study", "level", 0), "không có số “level” để cộng");
        refused(
                () -> drafts.addCondition(id, Side.NUMERATOR, "level", "IS", List.of("TIEN_SI")),
                "“TIEN_SI” không phải giá trị của Trình độ");
        refused(() -> drafts.addCondition(id, Side.NUMERATOR, "level", "IS", List.of(" ")), "còn thiếu giá trị");
        refused(() -> drafts.addCondition(id, Side.NUMERATOR, "level", "BY", List.of()), "không hỏi được bằng");
        refused(
                () -> drafts.addCondition(id, Side.NUMERATOR, "mau_mat", "IS", List.of("x")),
                "không có trường “mau_mat”");
        refused(
                () -> drafts.addCondition(id, Side.NUMERATOR, "admitted_on", "DAYS_AGO", List.of("lâu lắm")),
                "nhập một số nguyên");
        refused(() -> drafts.activate(id, "vì"), "ít nhất 10 ký tự");
        var trial = officer(() -> formulas.compute(drafts.get(id), today));
        assertThat(trial.amounts().value(trial.formula())).isNotNull();
        officerDoes(() -> drafts.activate(id, "Theo dõi tỷ trọng trình độ cao đẳng"));
        assertThat(officer(() -> formulas.get("THU.CD", today)).value()).isEqualTo(trial.value());
        refused(() -> drafts.setTerm(id, Side.NUMERATOR, "diploma", "", 0), "đang dùng nên không sửa được");
        for (var sql : List.of(
                "update indicator.formula set name = 'đổi lén' where id = " + id,
                "delete from indicator.condition where formula_id = " + id,
                "update indicator.term set years_back = 1 where formula_id = " + id)) {
            assertThatThrownBy(() -> Scope.system().run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("make a new version");
        }
        assertThatThrownBy(() -> officer(() -> drafts.create(form("THU.CD", Kind.RATIO))))
                .hasMessageContaining("Mã THU.CD đã có");
        var next = officer(() -> drafts.revise("THU.CD"));
        assertThat(officer(() -> drafts.get(next)).version()).isEqualTo(2);
        assertThat(officer(() -> drafts.get(next))
                        .term(Side.NUMERATOR)
                        .orElseThrow()
                        .conditions())
                .hasSize(1);
        assertThat(officer(() -> drafts.faults(drafts.get(next))))
                .singleElement()
                .asString()
                .contains("Ngày bắt đầu phải sau");
        officerDoes(() -> drafts.discard(next));
    }

    @Test
    void a_condition_that_nothing_meets_gives_a_sentence() {
        var id = officer(() -> drafts.create(form("THU.RONG", Kind.RATIO)));
        officerDoes(() -> drafts.setTerm(id, Side.NUMERATOR, "study", "", 0));
        officerDoes(() -> drafts.setTerm(id, Side.DENOMINATOR, "study", "", 0));
        officerDoes(() -> drafts.addCondition(id, Side.DENOMINATOR, "cohort", "IS", List.of("1789")));
        assertThat(officer(() -> formulas.compute(drafts.get(id), today)).silence())
                .startsWith("Mẫu số bằng 0");
        officerDoes(() -> drafts.discard(id));
    }

    @Test
    void formulas_that_lean_on_each_other_in_a_circle_are_refused() {
        var first = officer(() -> drafts.create(form("THU.VONG1", Kind.MEETING)));
        officerDoes(() -> drafts.addDemand(first, "SH.KQ", BigDecimal.valueOf(80)));
        officerDoes(() -> drafts.activate(first, "Để thử vòng tròn công thức"));
        var second = officer(() -> drafts.create(form("THU.VONG2", Kind.MEETING)));
        officerDoes(() -> drafts.addDemand(second, "THU.VONG1", BigDecimal.valueOf(50)));
        officerDoes(() -> drafts.activate(second, "Để thử vòng tròn công thức"));
        var again = officer(() -> drafts.revise("THU.VONG1"));
        refused(() -> drafts.addDemand(again, "THU.VONG2", BigDecimal.ONE), "dựa vào chính THU.VONG1");
        refused(() -> drafts.addDemand(again, "THU.VONG1", BigDecimal.ONE), "dựa vào chính THU.VONG1");
        officerDoes(() -> drafts.discard(again));
    }

    @Test
    void a_month_is_frozen_once_and_what_the_records_say_later_stands_beside_it() {
        var later = new Freezing(
                repository,
                frozen,
                formulas,
                engine,
                acts,
                transaction,
                Clock.fixed(
                        today.plusMonths(1)
                                .withDayOfMonth(15)
                                .atStartOfDay(Vi.ZONE)
                                .toInstant(),
                        Vi.ZONE));
        var day = today.withDayOfMonth(today.lengthOfMonth());
        later.run();
        var published = officer(() -> freezing.get("SH.VB", day));
        assertThat(published.amounts().value(formula("SH.VB"))).isNotNull();
        assertThat(officer(() -> freezing.listDifferences(formulas.get("SH.VB", day))))
                .isEmpty();
        assertThatThrownBy(() -> officerDoes(() -> freezing.correct("SH.VB", day, "Không có gì để nói cả")))
                .hasMessageContaining("trùng với số đã chốt");

        press.release(5);
        later.run();
        assertThat(officer(() -> freezing.get("SH.VB", day))).isEqualTo(published);
        assertThat(officer(() -> freezing.listDifferences(formulas.get("SH.VB", day))))
                .singleElement()
                .satisfies(it -> assertThat(it.institutionId()).isEqualTo(press.institution));
        assertThatThrownBy(() -> officerDoes(() -> freezing.correct("SH.VB", day, "ngắn")))
                .hasMessageContaining("từ 10 đến 500");
        officerDoes(() -> freezing.correct("SH.VB", day, "Trường bổ sung 5 quyết định sau ngày chốt"));
        assertThat(officer(() -> freezing.listCorrections("SH.VB", day)))
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("bổ sung 5 quyết định"));
        assertThat(press.act(Press.REGISTRAR, () -> freezing.get("SH.VB", day)).institutions())
                .isEqualTo(1);
        for (var sql : List.of("update indicator.frozen set numerator = 0", "delete from indicator.frozen")) {
            assertThatThrownBy(() -> Scope.system().run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_line_is_drawn_through_six_months_and_says_how_far_it_may_be_off() {
        var formula = formula("SH.VB");
        var months = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> new Frozen(
                        LocalDate.of(2026, 1 + i, 28),
                        new Amounts(BigDecimal.valueOf(40 + i + i % 2), BigDecimal.valueOf(100)),
                        10,
                        10,
                        java.time.OffsetDateTime.now(Vi.ZONE)))
                .toList();
        assertThat(Trend.of(formula, months.subList(0, 5)).forecast()).isEmpty();
        var forecast = Trend.of(formula, months).forecast().orElseThrow();
        assertThat(forecast.value()).isBetween(90.0, 100.0);
        assertThat(forecast.low()).isLessThan(forecast.value()).isGreaterThan(60);
        assertThat(forecast.high()).isLessThanOrEqualTo(100);
    }

    private Formula formula(String code) {
        return officer(() -> formulas.formula(code, today));
    }

    private FormulaForm form(String code, Kind kind) {
        return new FormulaForm(code, "Công thức thử", kind, Direction.UP, 1, null, List.of(), "QD2550.MT", "", today);
    }

    private static BigDecimal side(Amounts amounts, Side side) {
        return side == Side.NUMERATOR
                ? amounts.numerator()
                : amounts.denominator() == null ? BigDecimal.ZERO : amounts.denominator();
    }

    private void refused(Runnable work, String words) {
        assertThatThrownBy(() -> officerDoes(work))
                .as(words)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private <T> T officer(Supplier<T> work) {
        return press.act(OFFICER, work);
    }

    private void officerDoes(Runnable work) {
        press.run(OFFICER, work);
    }

    private static Opened opened(Result result, Side side) {
        return Formulas.opened(result.formula(), Opened.Which.valueOf(side.name()))
                .orElseThrow();
    }
}
