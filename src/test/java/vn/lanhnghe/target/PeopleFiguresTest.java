package vn.lanhnghe.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.indicator.formula.LeftOut;
import vn.lanhnghe.indicator.formula.Opened;
import vn.lanhnghe.indicator.formula.Result;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.person.training.Lack;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.ui.Vi;

/** The first three targets in the rehearsal city: figures, the lists they open and the lists one acts on say the same. */
@RehearsalTest
class PeopleFiguresTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Formulas formulas;

    @Autowired
    TrainingEnrolments enrolments;

    @Autowired
    Institutions institutions;

    @Autowired
    Personas personas;

    final LocalDate today = LocalDate.now(Vi.ZONE);

    @Test
    void whoever_is_missing_in_the_figure_is_on_the_list_that_enrols() {
        for (var it : new String[][] {{"CT01", "DIGITAL"}, {"CT02", "RESOURCES"}}) {
            as("chuyenvien", () -> {
                var result = formulas.get(it[0], today);
                for (var code : new String[] {"CKC", "TDC"}) {
                    var college = institutions.get(code).id();
                    var share = Formulas.share(result, college);
                    assertThat(share.covered()).as(code).isTrue();
                    var missing = Objects.requireNonNull(share.amounts().denominator())
                            .subtract(share.amounts().numerator());
                    assertThat(BigDecimal.valueOf(enrolments
                                    .listMissing(new Lack.Filter(it[1], college, "", ""), 1)
                                    .total()))
                            .as(it[0] + " " + code)
                            .isEqualByComparingTo(missing);
                    var opened = Formulas.opened(result.formula(), Opened.Which.MISSING)
                            .orElseThrow();
                    assertThat(BigDecimal.valueOf(
                                    formulas.listAllRows(opened, today, college).size()))
                            .isEqualByComparingTo(missing);
                }
            });
        }
    }

    @Test
    void teachers_and_managers_reconcile_to_the_headcount() {
        as("chuyenvien", () -> {
            var all = formulas.get("CT01", today);
            var parts = formulas.parts(all, "post");
            var heads = formulas.get("NG.SL", today).amounts().numerator();
            assertThat(all.amounts().denominator()).isEqualByComparingTo(heads).isPositive();
            assertThat(parts.stream()
                            .map(it -> Objects.requireNonNull(it.amounts().denominator()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(heads);
            var managers = parts.stream()
                    .filter(it -> it.key().equals("MANAGER"))
                    .map(it -> Objects.requireNonNull(it.amounts().denominator()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(denominator(formulas.get("CT02", today)).add(managers)).isEqualByComparingTo(heads);
        });
    }

    @Test
    void whoever_works_at_a_college_is_counted_there_or_left_out_for_a_reason_that_is_told() {
        var college = institutions.get("CKC").id();
        Scope.system().run(() -> {
            var rows = jdbc.sql("""
                            with present as (select distinct person_id from person.spell where institution_id = :id and starts_on <= :day and (ends_on is null or ends_on >= :day)),
                            counted as (select s.person_id from person.staff_fact f join person.spell s on s.id = f.id / 1000
                                         where f.institution_id = :id and f.post <> 'INSTRUCTOR' and f.from_on <= :day and (f.until_on is null or f.until_on > :day)),
                            gone as (select person_id from person.left_out where set_code = 'staff' and institution_id = :id and place < 6
                                        and from_on <= :day and (until_on is null or until_on > :day))
                            select (select count(*) from present) as present, (select count(*) from counted) as counted, (select count(distinct person_id) from gone) as gone,
                                   (select count(*) from present p where (p.person_id in (select person_id from counted)) = (p.person_id in (select person_id from gone))) as torn
                            """)
                    .param("id", college)
                    .param("day", today)
                    .query((row, i) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)})
                    .single();
            assertThat(rows[3]).as("in neither or in both").isZero();
            assertThat(rows[1] + rows[2]).isEqualTo(rows[0]);
            assertThat(rows[2]).isPositive();
        });
        var told = new ArrayList<List<LeftOut>>();
        as(
                "chuyenvien",
                () -> told.add(formulas.listLeftOut(formulas.get("CT01", today).formula(), today, college)));
        as(
                "daotao.caothang",
                () -> told.add(formulas.listLeftOut(formulas.get("CT01", today).formula(), today, college)));
        assertThat(told.get(0)).isNotEmpty().isEqualTo(told.get(1));
        assertThat(told.get(0))
                .anyMatch(it -> it.label().startsWith("người đang nghỉ")
                        && Objects.equals(it.address(college), "/staff?state=ON_LEAVE&institution=" + college));
    }

    @Test
    void a_college_reads_the_same_of_itself_as_the_city_does() {
        var college = institutions.get("CKC").id();
        for (var code :
                new String[] {"CT01", "CT02", "CT03", "TT38.03", "TT38.04", "TT38.05", "TT38.06", "TT38.07", "NG.SL"}) {
            var city = new Result[1];
            as("chuyenvien", () -> city[0] = formulas.get(code, today));
            as(
                    "daotao.caothang",
                    () -> assertThat(formulas.get(code, today).amounts())
                            .as(code)
                            .isEqualTo(Formulas.share(city[0], college).amounts()));
        }
    }

    @Test
    void published_programmes_are_counted_and_those_integrated_among_them() {
        as("chuyenvien", () -> {
            var result = formulas.get("CT03", today);
            for (var code : new String[] {"CKC", "TDC"}) {
                var amounts =
                        Formulas.share(result, institutions.get(code).id()).amounts();
                assertThat(amounts.numerator()).as(code).isPositive();
                assertThat(Objects.requireNonNull(amounts.denominator()))
                        .as(code)
                        .isGreaterThan(amounts.numerator());
            }
            assertThat(formulas.get("TT38.04", today).amounts().denominator())
                    .isEqualByComparingTo(denominator(result));
        });
    }

    @Test
    void who_was_due_this_year_is_counted_and_among_them_who_graduated_by_then() {
        as("chuyenvien", () -> {
            var result = formulas.get("TT38.07", today);
            for (var code : new String[] {"CKC", "TDC"}) {
                var college = institutions.get(code).id();
                var amounts = Formulas.share(result, college).amounts();
                assertThat(amounts.numerator()).as(code).isPositive();
                assertThat(Objects.requireNonNull(amounts.denominator()))
                        .as(code)
                        .isGreaterThan(amounts.numerator());
                var late =
                        Formulas.opened(result.formula(), Opened.Which.MISSING).orElseThrow();
                assertThat(formulas.listAllRows(late, today, college))
                        .as(code)
                        .hasSize(amounts.denominator()
                                .subtract(amounts.numerator())
                                .intValueExact())
                        .allSatisfy(it -> assertThat(it.about()).contains("Tốt nghiệp đúng hạn: Không"));
            }
        });
    }

    @Test
    void no_person_is_counted_twice_on_a_day() {
        as("chuyenvien", () -> {
            var result = formulas.get("CT01", today);
            var opened =
                    Formulas.opened(result.formula(), Opened.Which.DENOMINATOR).orElseThrow();
            var numbers = new java.util.ArrayList<String>();
            for (var code : new String[] {"CKC", "TDC"}) {
                formulas.listAllRows(opened, today, institutions.get(code).id()).forEach(it -> numbers.add(it.label()));
            }
            assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThan(150);
        });
    }

    private void as(String persona, Runnable work) {
        Scope.system().run(() -> personas.act(persona, work));
    }

    private static BigDecimal denominator(Result result) {
        return Objects.requireNonNull(result.amounts().denominator());
    }
}
