package vn.lanhnghe.indicator.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.indicator.survey.Survey.Standing;
import vn.lanhnghe.indicator.survey.SurveyRepository.Person;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** One link, one answer, no name; a survey counts only when its rules are kept. */
@RehearsalTest
class SurveyTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Surveys surveys;

    @Autowired
    Formulas formulas;

    @Autowired
    SurveyRepository repository;

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
    void employers_who_answer_enough_make_the_indicator_and_fewer_do_not() {
        var id = open(
                Audience.EMPLOYER,
                "Công ty A; 5480202\nCông ty B;5480202\n\nCông ty C; 5480202\nCông ty D; 5480202",
                100);
        var links = registrar(() -> surveys.takeLinks(id));
        assertThat(links).hasSize(4);
        assertThat(seenByTheCity()).isEqualTo("chưa tính được");
        answer(links.get(0), "VERY");
        answer(links.get(1), "YES");
        assertThat(survey(id).standing()).isEqualTo(Standing.FEW_ANSWERED);
        assertThat(share()).isEqualTo("chưa tính được");
        answer(links.get(2), "NO");
        assertThat(survey(id).standing()).isEqualTo(Standing.ENOUGH);
        assertThat(share()).isEqualTo("66,67 %");
        assertThat(seenByTheCity())
                .as("an answer reaches the city's figure at once")
                .isEqualTo("66,67 %");
        assertThat(listed(id, surveys::listTallies))
                .as("fewer than five answers")
                .isEmpty();
    }

    @Test
    void a_link_is_used_once_and_an_answer_carries_no_name() {
        var id = open(Audience.EMPLOYER, "Công ty Một; 5480202", 100);
        var link = registrar(() -> surveys.takeLinks(id)).getFirst();
        assertThatThrownBy(() -> surveys.answer(link.token(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Chưa chọn câu trả lời");
        assertThatThrownBy(() -> surveys.answer(link.token(), Map.of("satisfied", "KHÁC")))
                .isInstanceOf(Refusal.class);
        answer(link, "YES");
        assertThatThrownBy(() -> answer(link, "NO")).isInstanceOf(Refusal.class).hasMessageContaining("đã được dùng");
        assertThat(press.one("select count(*) from indicator.answer where survey_id = " + id))
                .isEqualTo(1);
        assertThat(
                        press.text(
                                "select string_agg(column_name, ' ') from information_schema.columns where table_schema = 'indicator' and table_name = 'answer'"))
                .doesNotContain("name", "token", "invitation", "learner");
        assertThat(surveys.lookUp("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
        assertThatThrownBy(() -> surveys.answer("AAAAAAAAAAAAAAAAAAAAAA", Map.of("satisfied", "YES")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_share_keeps_the_structure() {
        var people = IntStream.range(0, 100)
                .mapToObj(
                        i -> new Person("N" + i, "n" + i, i < 60 ? "A" : "B", "CAO_DANG", i % 2 == 0 ? "2024" : "2025"))
                .toList();
        var chosen = Surveys.sample(people, 50);
        assertThat(chosen).hasSize(50).doesNotHaveDuplicates();
        assertThat(chosen.stream().filter(it -> "A".equals(it.occupationCode())))
                .hasSize(30);
        assertThat(chosen.stream().filter(it -> "B".equals(it.occupationCode()) && "2025".equals(it.cohort())))
                .hasSize(10);
        assertThat(Surveys.sample(people.subList(0, 3), 1))
                .as("one at least of each")
                .hasSize(2);
    }

    /** The health sector is asked after 24 months, the others after 12. */
    @Test
    void who_graduated_when_is_asked_by_the_field() {
        var months = press.one("""
                select months from indicator.survey_span where audience = 'GRADUATE' and occupation = substr('6720301', 2, 2)
                """);
        assertThat(months).isEqualTo(24);
        var more = registrar(() -> {
            jdbc.sql(
                            "update learning.enrolment set graduated_on = :day, graduated_at = now() where id = (select min(id) from learning.enrolment where institution_id = :own)")
                    .param("day", today.minusMonths(18))
                    .param("own", press.institution)
                    .update();
            var without = repository.listPeople(Audience.GRADUATE, today, 12).size();
            jdbc.sql(
                            "update learning.enrolment set occupation_code = '6720301' where id = (select min(id) from learning.enrolment where institution_id = :own)")
                    .param("own", press.institution)
                    .update();
            return repository.listPeople(Audience.GRADUATE, today, 12).size() - without;
        });
        assertThat(more).as("one more once it is a nurse").isEqualTo(1);
    }

    @Test
    void inviting_too_few_is_said() {
        var id = open(Audience.LEARNER, "", 10);
        assertThat(survey(id).standing()).isEqualTo(Standing.FEW_INVITED);
        var strata = listed(id, surveys::listStrata);
        assertThat(strata)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.answered()).isZero());
        assertThat(strata.stream().mapToLong(Survey.Stratum::invited).sum())
                .isLessThan(survey(id).eligible() / 2);
    }

    @Test
    void what_cannot_be_asked_is_refused_with_its_lines() {
        refused(
                Audience.EMPLOYER,
                "Công ty A; 9999999\n; 5480202\nCông ty B",
                today,
                "dòng 1: mã ngành, nghề “9999999”");
        refused(Audience.EMPLOYER, "Công ty A; 9999999\n; 5480202\nCông ty B", today, "dòng 2: thiếu tên đơn vị");
        refused(Audience.EMPLOYER, "", today, "Nhập ít nhất một đơn vị");
        refused(Audience.LEARNER, "", today.minusDays(1), "trước ngày mở");
        assertThatThrownBy(() -> press.act("chuyenvien", () -> surveys.open(plan(Audience.LEARNER, "", 50, today))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_city_sees_how_far_it_is_and_neither_links_nor_other_colleges_each_other() {
        var id = open(Audience.EMPLOYER, "Công ty Một; 5480202", 100);
        assertThat(press.act("chuyenvien", () -> surveys.listStrata(surveys.get(id))))
                .singleElement()
                .satisfies(it -> assertThat(it.invited()).isEqualTo(1));
        assertThatThrownBy(() -> press.act("chuyenvien", () -> surveys.takeLinks(id)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> press.act("daotao.caothang", () -> surveys.get(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> press.act("daotao.caothang", () -> surveys.takeLinks(id)))
                .isInstanceOf(NotFound.class);
        assertThat(press.act(
                        "daotao.caothang",
                        () -> jdbc.sql("select count(*) from indicator.survey_progress(array[" + id + "])")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    private String share() {
        var result = registrar(() -> formulas.get("TT38.10", today));
        return Formulas.share(result, press.institution).amounts().said(result.formula());
    }

    private String seenByTheCity() {
        var result = press.act("chuyenvien", () -> formulas.get("TT38.10", today));
        return Formulas.share(result, press.institution).amounts().said(result.formula());
    }

    private void answer(Survey.Link link, String satisfied) {
        surveys.answer(link.token(), Map.of("satisfied", satisfied));
    }

    private <T> List<T> listed(long id, Function<Survey, List<T>> read) {
        return registrar(() -> read.apply(surveys.get(id)));
    }

    private Survey survey(long id) {
        return registrar(() -> surveys.get(id));
    }

    private long open(Audience audience, String employers, int share) {
        return registrar(() -> surveys.open(plan(audience, employers, share, today)));
    }

    private NewSurvey plan(Audience audience, String employers, int share, LocalDate closes) {
        return new NewSurvey(audience, "Khảo sát thử", today, closes, share, employers);
    }

    private void refused(Audience audience, String employers, LocalDate closes, String words) {
        assertThatThrownBy(() -> registrar(() -> surveys.open(plan(audience, employers, 100, closes))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private <T> T registrar(Supplier<T> work) {
        return press.act(Press.REGISTRAR, work);
    }
}
