package vn.lanhnghe.person.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.shared.Refusal;

/** The catalogue: a course is changed without its classes feeling it, and asks for others that have to be completed first. */
@RehearsalTest
class TrainingCatalogueTest {

    private static final String OFFICER = "chuyenvien";
    private static final String REGISTRAR = "daotao.caothang";

    @Autowired
    ApplicationContext context;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Trainings trainings;

    @Autowired
    TrainingEnrolments enrolments;

    @Autowired
    TrainingResults results;

    TrainingTown town;

    @BeforeEach
    void town() {
        town = new TrainingTown(context);
    }

    private void refused(String persona, Runnable work, String... words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> town.act(persona, work))
                .satisfies(it -> assertThat(it.getMessage()).contains(words));
    }

    private String code(long course) {
        return town.text("select code from person.training_course where id = " + course);
    }

    private static NewTrainingCourse form(String code, String title, int hours, String needs, String about) {
        return new NewTrainingCourse(
                code,
                title,
                "OTHER",
                "THUONG_XUYEN",
                hours,
                TrainingCourse.Target.BOTH,
                "",
                needs,
                "Sở",
                "",
                about,
                80,
                "5",
                "Mở đầu; 10; trực tuyến; 5\nThực hành; %d; trực tiếp; 5,5".formatted(hours - 10));
    }

    @Test
    void a_course_without_classes_is_changed_where_it_stands() {
        var id = town.course(OFFICER, "OTHER");
        var taken = code(town.course(OFFICER, "OTHER"));
        var fresh = "MOI-" + System.nanoTime() % 1_000_000;
        town.act(OFFICER, () -> {
            assertThat(catalogue.change(id, 0, form(fresh, "Khoá đã sửa tên", 40, "", "")))
                    .isEqualTo(id);
            var it = catalogue.get(id);
            assertThat(it.code()).isEqualTo(fresh);
            assertThat(it.hours()).isEqualTo(40);
            assertThat(catalogue.listTopics(it)).extracting(Topic::hours).containsExactly(10, 30);
            assertThat(catalogue.listEditions(it)).hasSize(1);
        });
        assertThat(town.text("select summary from audit.act where kind = 'TRAINING_COURSE_CHANGED' and subject_id = "
                        + id + " order by id desc limit 1"))
                .contains("số tiết “30” → “40”", "tên", "chuyên đề");
        // somebody who still looks at what it was is told so
        refused(
                OFFICER,
                () -> catalogue.change(id, 0, form(fresh, "Khoá sửa đè", 40, "", "")),
                "vừa được người khác sửa");
        refused(OFFICER, () -> catalogue.change(id, 1, form(fresh, "Khoá đã sửa tên", 40, "", "")), "Chưa sửa gì");
        refused(REGISTRAR, () -> catalogue.change(id, 1, form(fresh, "Trường sửa", 40, "", "")), "của Sở");
        refused(
                OFFICER,
                () -> catalogue.change(id, 1, form(taken, "Khoá đã sửa tên", 40, "", "")),
                "đã có khoá mang mã");
    }

    @Test
    void classes_keep_the_course_they_began_with() {
        var id = town.course(OFFICER, "OTHER");
        var code = code(id);
        var people = town.staff("CKC", 1);
        var old = town.past(OFFICER, id, 5);
        var now = new AtomicLong();
        town.act(OFFICER, () -> {
            enrolments.enrol(old, people);
            // the words about it are nobody's mark
            assertThat(catalogue.change(
                            id,
                            0,
                            new NewTrainingCourse(
                                    code,
                                    "Khoá thử bồi dưỡng",
                                    "OTHER",
                                    "THUONG_XUYEN",
                                    30,
                                    TrainingCourse.Target.BOTH,
                                    "",
                                    "",
                                    "Sở",
                                    "",
                                    "Mô tả mới",
                                    80,
                                    "5",
                                    "Mở đầu; 10; trực tuyến; 5\nThực hành; 20; trực tiếp; 5,5")))
                    .isEqualTo(id);
            now.set(catalogue.change(id, 1, form(code, "Khoá dài hơn", 60, "", "Mô tả mới")));
            assertThat(now.get()).isNotEqualTo(id);
            var it = catalogue.get(now.get());
            assertThat(it.edition()).isEqualTo(2);
            assertThat(it.active()).isTrue();
            assertThat(catalogue.get(id).state()).isEqualTo(TrainingCourse.State.REPLACED);
            assertThat(catalogue.list("OTHER"))
                    .extracting(TrainingCourse::id)
                    .contains(now.get())
                    .doesNotContain(id);
            assertThat(catalogue.listEditions(it))
                    .extracting(TrainingCourse::edition)
                    .containsExactly(2, 1);
            assertThat(trainings.get(old).hours()).isEqualTo(30);
            assertThat(trainings.get(old).courseTitle()).isEqualTo("Khoá thử bồi dưỡng");
        });
        town.finish(OFFICER, old, Set.of());
        town.act(OFFICER, () -> assertThat(results.close(old)).isEqualTo(1));
        refused(OFFICER, () -> town.past(OFFICER, id, 5), "đã có lần ban hành sau");
        refused(OFFICER, () -> catalogue.turn(id, TrainingCourse.State.ACTIVE), "đã được thay");
        refused(OFFICER, () -> catalogue.change(id, 2, form(code, "Khoá cũ", 60, "", "")), "vừa được người khác sửa");
        refused(
                OFFICER,
                () -> catalogue.change(now.get(), 1, form("KHAC-9", "Khoá dài hơn", 60, "", "")),
                "giữ mã " + code);
    }

    @Test
    void who_lacks_what_a_course_asks_for_is_named_and_comes_only_for_a_reason() {
        var basic = town.course(OFFICER, "OTHER");
        var code = code(basic);
        var further = town.course(OFFICER, "OTHER", code.toLowerCase(java.util.Locale.ROOT));
        var people = town.staff("CKC", 3);
        var first = town.past(OFFICER, basic, 5);
        town.act(OFFICER, () -> enrolments.enrol(first, List.of(people.get(0))));
        town.finish(OFFICER, first, Set.of());
        town.act(OFFICER, () -> {
            results.close(first);
            // what was completed under an earlier edition counts
            catalogue.change(basic, 0, form(code, "Khoá nền, lần hai", 60, "", ""));
        });
        var id = town.past(OFFICER, further, 5);
        assertThatExceptionOfType(Unready.class)
                .isThrownBy(() -> town.act(OFFICER, () -> enrolments.enrol(id, people)))
                .satisfies(it -> {
                    assertThat(it.getMessage())
                            .contains("2 người chưa đủ điều kiện đầu vào", "(chưa hoàn thành " + code + ")");
                    assertThat(it.people())
                            .extracting(Unready.Person::personId)
                            .containsExactlyInAnyOrder(people.get(1), people.get(2));
                    assertThat(it.ready()).isEqualTo(people.get(0).toString());
                });
        assertThat(town.one("select count(*) from person.training_enrolment where class_id = " + id))
                .isZero();
        town.act(OFFICER, () -> {
            assertThat(enrolments.enrol(id, List.of(people.get(0))).people()).isEqualTo(1);
            assertThat(enrolments.enrol(id, people, "Đã học khoá tương đương").people())
                    .isEqualTo(2);
            assertThat(enrolments.listMembers(trainings.get(id)))
                    .extracting(Member::exception)
                    .containsExactlyInAnyOrder("", "Đã học khoá tương đương", "Đã học khoá tương đương");
        });
        // a school that says yes to its own teacher says why as well
        var me = town.linked("nhagiao.caothang");
        var open = town.open(OFFICER, further, 5, town.today, town.today.plusDays(3), "");
        town.act("nhagiao.caothang", () -> enrolments.ask(open));
        var asked = town.one(
                "select id from person.training_enrolment where class_id = " + open + " and person_id = " + me);
        refused(
                REGISTRAR,
                () -> enrolments.answer(asked, true, ""),
                "chưa hoàn thành " + code,
                "Ghi lý do vẫn cho học");
        town.act(REGISTRAR, () -> enrolments.answer(asked, true, "Đã dạy môn này"));
        assertThat(town.text("select state || exception from person.training_enrolment where id = " + asked))
                .isEqualTo("ENROLLEDĐã dạy môn này");
    }

    @Test
    void a_college_takes_no_code_of_the_department_and_no_course_is_longer_than_the_decree_lets_a_year_be() {
        var code = code(town.course(OFFICER, "OTHER"));
        refused(
                REGISTRAR,
                () -> catalogue.add(form(code, "Khoá trùng mã của Sở", 30, "", "")),
                "là mã một khoá của Sở");
        // all that is wrong at once, each at its field
        town.act(
                OFFICER,
                () -> assertThat(catalogue.faults(
                                new NewTrainingCourse(
                                        code,
                                        "Khoá quản lý quá dài",
                                        "OTHER",
                                        "QUAN_LY",
                                        500,
                                        TrainingCourse.Target.MANAGER,
                                        "",
                                        "KHONG-CO",
                                        "Sở",
                                        "",
                                        "",
                                        80,
                                        "",
                                        "Một dòng"),
                                0,
                                null))
                        .extracting(Fault::field)
                        .containsExactly("code", "topics", "hours", "needs"));
        refused(
                OFFICER,
                () -> catalogue.add(new NewTrainingCourse(
                        "DAI-" + System.nanoTime() % 1_000_000,
                        "Khoá quản lý quá dài",
                        "OTHER",
                        "QUAN_LY",
                        500,
                        TrainingCourse.Target.MANAGER,
                        "",
                        "",
                        "Sở",
                        "",
                        "",
                        80,
                        "",
                        "")),
                "tối đa 1 tuần một năm (40 tiết",
                "khoá ghi 500 tiết");
        // whose course it is that has to be completed first
        var own = new AtomicLong();
        town.act(
                REGISTRAR,
                () -> own.set(catalogue.add(
                        form("TRUONG-" + System.nanoTime() % 1_000_000, "Khoá của trường", 30, code, ""))));
        town.act(
                REGISTRAR,
                () -> assertThat(catalogue.listNeeds(catalogue.get(own.get())))
                        .singleElement()
                        .satisfies(it -> assertThat(it.institution()).isEqualTo("Sở Giáo dục và Đào tạo")));
    }

    @Test
    void two_courses_do_not_ask_for_each_other() {
        var one = town.course(OFFICER, "OTHER");
        var two = town.course(OFFICER, "OTHER", code(one));
        refused(
                OFFICER,
                () -> catalogue.change(one, 0, form(code(one), "Khoá vòng tròn", 30, code(two) + ", KHONG-CO", "")),
                "đã đòi học " + code(one) + " trước",
                "danh mục không có khoá mã KHONG-CO");
        refused(
                OFFICER,
                () -> catalogue.change(one, 0, form(code(one), "Khoá tự đòi mình", 30, code(one), "")),
                "không thể đòi học trước chính nó");
        refused(
                OFFICER,
                () -> catalogue.change(one, 0, form(code(one) + "B", "Khoá đổi mã", 30, code(one), "")),
                "không thể đòi học trước chính nó");
        refused(
                OFFICER,
                () -> catalogue.change(one, 0, form(code(one) + "B", "Khoá đổi mã", 30, code(two), "")),
                "nên hai khoá sẽ đòi nhau");
    }
}
