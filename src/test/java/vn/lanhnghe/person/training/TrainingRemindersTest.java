package vn.lanhnghe.person.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Duty;

/** The department's word to a school about those who lack a training: told once a day, to that school, until nobody lacks it. */
@RehearsalTest
class TrainingRemindersTest {

    private static final String OFFICER = "chuyenvien";

    @Autowired
    ApplicationContext context;

    @Autowired
    TrainingReminders reminders;

    @Autowired
    TrainingDuties duties;

    TrainingTown town;

    @BeforeEach
    void town() {
        town = new TrainingTown(context);
        town.staff("CKC", 1);
        town.staff("TDC", 1);
    }

    private List<Duty> waiting(String persona) {
        var waiting = new ArrayList<Duty>();
        town.act(persona, () -> waiting.addAll(duties.list()));
        return waiting.stream()
                .filter(it -> it.address().equals("/trainings/missing?kind=RESOURCES"))
                .toList();
    }

    @Test
    void a_school_is_told_how_many_until_when_and_where() {
        var school = town.college("CKC");
        town.act(OFFICER, () -> {
            var told = reminders.remind("RESOURCES", List.of(school), town.today.plusDays(30), " Gửi  kế hoạch ");
            assertThat(told).isEqualTo(new TrainingReminders.Reminded(1, 0));
            assertThat(reminders.list("RESOURCES").get(school))
                    .satisfies(it -> assertThat(it.sentOn()).isEqualTo(town.today))
                    .satisfies(it -> assertThat(it.missing()).isPositive());
        });
        for (var persona : List.of("daotao.caothang", "hieutruong.caothang")) {
            assertThat(waiting(persona)).singleElement().satisfies(it -> {
                assertThat(it.what()).startsWith("Sở nhắc ngày ").contains("Phát triển học liệu số");
                assertThat(it.about()).contains("nhà giáo, cán bộ quản lý của trường", "nhắc: Gửi kế hoạch");
                assertThat(it.until()).isEqualTo(town.today.plusDays(30));
            });
        }
        // nobody else's school is told, nor sees the word
        assertThat(waiting("daotao.thuduc")).noneMatch(it -> it.about().contains("Gửi kế hoạch"));
        town.act("daotao.thuduc", () -> assertThat(reminders.list("RESOURCES")).doesNotContainKey(school));
        assertThat(town.text("select summary from audit.act where kind = 'TRAINING_REMINDED' and institution_id = "
                        + school + " order by id desc limit 1"))
                .contains("Nhắc bồi dưỡng Phát triển học liệu số", "người còn thiếu, hạn ");
    }

    /** The duty's number is that of the page it opens. */
    @Test
    void what_a_school_is_told_it_lacks_is_the_list_it_opens() {
        var lacks = context.getBean(LackRepository.class);
        for (var code : List.of("CKC", "TDC")) {
            var school = town.college(code);
            Scope.system().run(() -> {
                var told = lacks.listMissing(school, town.today);
                assertThat(told).hasSizeGreaterThan(1);
                assertThat(told)
                        .allSatisfy(it -> assertThat(
                                        lacks.count(new Lack.Filter(it.kind(), school, "", ""), town.today))
                                .as(it.label())
                                .isEqualTo(it.people()));
            });
        }
    }

    @Test
    void nobody_is_told_twice_a_day() {
        var one = town.college("CKC");
        var two = town.college("TDC");
        town.act(OFFICER, () -> {
            reminders.remind("DIGITAL", List.of(one), town.today.plusDays(30), "");
            assertThat(reminders.remind("DIGITAL", List.of(one, two), town.today.plusDays(30), ""))
                    .isEqualTo(new TrainingReminders.Reminded(1, 1));
        });
        refused(
                () -> reminders.remind("DIGITAL", List.of(one, two), town.today.plusDays(30), ""),
                "đã được nhắc hôm nay");
    }

    @Test
    void a_word_without_a_school_a_day_or_a_reason_is_refused_in_a_sentence() {
        var school = town.college("CKC");
        var soon = town.today.plusDays(9);
        refused(() -> reminders.remind("PEDAGOGY", List.of(), soon, ""), "Chọn ít nhất một trường");
        refused(() -> reminders.remind("PEDAGOGY", List.of(school), town.today, ""), "sau hôm nay");
        refused(() -> reminders.remind("PEDAGOGY", List.of(school), null, ""), "sau hôm nay");
        refused(() -> reminders.remind("PEDAGOGY", List.of(school), town.today.plusYears(9), ""), "một năm");
        refused(() -> reminders.remind("PEDAGOGY", List.of(school), soon, "x".repeat(301)), "301 ký tự");
        refused(() -> reminders.remind("PEDAGOGY", List.of(-7L), soon, ""), "không còn ai thiếu");
        refused(() -> reminders.remind("OTHER", List.of(school), soon, ""), "Kế hoạch không đếm");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        town.act("daotao.caothang", () -> reminders.remind("PEDAGOGY", List.of(school), soon, "")));
    }

    private void refused(Runnable work, String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> town.act(OFFICER, work))
                .withMessageContaining(words);
    }
}
