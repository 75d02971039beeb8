package vn.lanhnghe.person.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.certifying.Certifying;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.person.Evidence;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.proof.Verdict;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** A class from enrolment to certificates, with what may go wrong on the way. */
@RehearsalTest
class TrainingsTest {

    private static final String OFFICER = "chuyenvien";
    private static final String REGISTRAR = "daotao.caothang";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Trainings trainings;

    @Autowired
    TrainingEnrolments enrolments;

    @Autowired
    TrainingResults results;

    @Autowired
    TrainingCertificates certificates;

    @Autowired
    Certifying certifying;

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

    @Autowired
    Formulas formulas;

    /** How many the city counts for the first target today. */
    private BigDecimal city() {
        var found = new ArrayList<BigDecimal>();
        town.act(
                OFFICER,
                () -> found.add(formulas.get("CT01", town.today).amounts().numerator()));
        return found.getFirst();
    }

    @Test
    void the_catalogue_takes_no_course_that_does_not_add_up() {
        var it = new NewTrainingCourse(
                "SAI-01",
                "Khoá sai tiết",
                "DIGITAL",
                "THUONG_XUYEN",
                100,
                TrainingCourse.Target.BOTH,
                "",
                "",
                "Sở",
                "",
                "",
                80,
                "",
                "Một; 10; trực tuyến; 5");
        refused(OFFICER, () -> catalogue.add(it), "cộng lại 10 tiết, khoá ghi 100 tiết");
        var faulty = new NewTrainingCourse(
                "SAI-02",
                "Khoá sai dòng",
                "DIGITAL",
                "THUONG_XUYEN",
                100,
                TrainingCourse.Target.BOTH,
                "",
                "",
                "Sở",
                "",
                "",
                80,
                "",
                "Một; 0; trực tuyến; 5\nHai hai; 5; ở nhà; 5\nBa ba; 5; trực tiếp; 11\nBốn");
        refused(
                OFFICER,
                () -> catalogue.add(faulty),
                "dòng 1: số tiết “0”",
                "dòng 2: “ở nhà”",
                "dòng 3: điểm đạt “11”",
                "dòng 4 có 1 phần");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> town.act("nhagiao.caothang", () -> catalogue.add(it)));
    }

    @Test
    void a_class_goes_from_empty_to_certificates_that_anybody_can_check() {
        var course = town.course(OFFICER, "DIGITAL");
        var here = town.staff("CKC", 3);
        var there = town.staff("TDC", 1);
        var undated = town.person("TDC", null);
        var id = town.past(OFFICER, course, 5);
        town.act(OFFICER, () -> {
            assertThat(enrolments
                            .enrol(id, List.of(here.get(0), here.get(1), here.get(2), there.get(0), undated))
                            .people())
                    .isEqualTo(5);
            assertThat(enrolments.enrol(id, here))
                    .satisfies(it -> assertThat(it.already()).isEqualTo(3))
                    .satisfies(it -> assertThat(it.people()).isZero());
        });
        var late = town.staff("TDC", 1);
        refused(OFFICER, () -> enrolments.enrol(id, late), "còn 0 chỗ, bạn chọn 1 người");
        town.finish(OFFICER, id, Set.of(here.get(2)));
        town.act(OFFICER, () -> assertThat(results.close(id)).isEqualTo(4));
        assertThat(town.text(
                        "select string_agg(e.state || ':' || e.reason, '|') from person.training_enrolment e where e.class_id = "
                                + id + " and e.person_id = " + here.get(2)))
                .isEqualTo("FAILED:có mặt 0/5 buổi, cần từ 80 %");
        assertThat(counted(here.get(0), "DIGITAL")).isEqualTo("CONFIRMED");

        // taken back and settled again, until the first certificate
        var closed = city();
        town.act(OFFICER, () -> results.reopen(id));
        assertThat(counted(here.get(0), "DIGITAL")).isNull();
        assertThat(city())
                .as("the city's figure, which is kept, hears of it at once")
                .isLessThan(closed);
        town.act(OFFICER, () -> results.close(id));
        assertThat(city()).isEqualByComparingTo(closed);
        assertThat(town.text(
                        "select string_agg(summary, '; ' order by id) from audit.act where subject = 'person' and kind = 'TRAINING_CLASS_CLOSED' and subject_id = "
                                + here.get(0)))
                .as("it stands in the person's own history")
                .matches(
                        "Hoàn thành lớp “.+”, khoá .+; Lớp “.+” bỏ chốt: kết quả chưa tính nữa; Hoàn thành lớp “.+”, khoá .+");
        refused(OFFICER, () -> results.score(id, Map.of()), "bỏ chốt kết quả trước khi sửa");
        refused(OFFICER, () -> certificates.issue(id), "Không có ai đủ điều kiện cấp");
        town.act(OFFICER, () -> {
            assertThat(results.confirmFor(id)).isEqualTo(3); // not whoever failed
            assertThat(certificates.issue(id)).isEqualTo(3);
        });
        refused(OFFICER, () -> results.reopen(id), "không bỏ chốt được");
        refused(OFFICER, () -> certificates.issue(id), "Không có ai đủ điều kiện cấp");
        assertThat(counted(here.get(0), "DIGITAL")).isEqualTo("VERIFIED");
        assertThat(counted(undated, "DIGITAL")).isEqualTo("CONFIRMED");

        // signed by the department's own key, for exactly what the register says
        var code = town.text("select code from person.training_certificate where class_id = " + id + " and person_id = "
                + here.get(0));
        var it = certificates.lookUp(code).orElseThrow();
        assertThat(it.printed()).matches("SGDDT-BD-\\d{4}-\\d{4}");
        assertThat(certifying.verify(it)).isEqualTo(Verdict.FINE);
        assertThat(town.one("select count(*) from signing.key where owner_id = 0 and use = 'CREDENTIAL'"))
                .isEqualTo(1);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql(
                                        "update person.training_certificate set full_name = 'Người Khác' where id = "
                                                + it.id())
                                .update()))
                .withMessageContaining("a signed certificate does not change");

        // revoked: it counts no more, and the status list says so
        refused(OFFICER, () -> certificates.revoke(it.id(), " "), "Ghi lý do thu hồi");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> town.act("hieutruong.caothang", () -> certificates.revoke(it.id(), "thử")));
        town.act(OFFICER, () -> certificates.revoke(it.id(), "Học hộ"));
        assertThat(counted(here.get(0), "DIGITAL")).isNull();
        assertThat(
                        town.one(
                                "select get_bit(bits, (7 - " + it.status() + " % 8 + " + it.status()
                                        + " / 8 * 8)::bigint) from proof.status_list where institution_id = 0 and purpose = 'revocation' and number = 0"))
                .isEqualTo(1);
        assertThat(town.one("select count(*) from person.training_record where ended_at is not null and person_id = "
                        + here.get(0)))
                .isEqualTo(1);
    }

    /** The tier by which somebody counts today; null when they do not. */
    private @org.jspecify.annotations.Nullable String counted(long person, String kind) {
        return Scope.system()
                .get(() -> jdbc.sql("""
                        select f.tier from person.service_fact f join person.person p on p.staff_number = f.label
                         where p.id = :person and f.trained = 'YES' and f.figure in (select k.figure from person.counted_kind k where k.kind = :kind)
                           and f.from_on <= :today and (f.until_on is null or f.until_on > :today)
                        """)
                        .param("person", person)
                        .param("kind", kind)
                        .param("today", town.today)
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }

    @Test
    void an_enrolment_of_many_is_taken_back_while_nothing_was_written_about_them() {
        var id = town.past(OFFICER, town.course(OFFICER, "PEDAGOGY"), 10);
        var people = town.staff("CKC", 2);
        town.act(OFFICER, () -> {
            var first = enrolments.enrol(id, people);
            assertThat(enrolments.undo(Objects.requireNonNull(first.batchId())).removed())
                    .isEqualTo(2);
            assertThat(enrolments.listMembers(trainings.get(id))).isEmpty();
        });
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        town.finish(OFFICER, id, Set.of());
        var batch = town.one("select max(id) from person.training_batch where class_id = " + id);
        refused(OFFICER, () -> enrolments.undo(batch), "không hoàn tác được ai");
    }

    @Test
    void of_an_enrolment_that_is_taken_back_those_with_a_mark_stay_and_are_named() {
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 10);
        var people = town.staff("CKC", 3);
        town.act(OFFICER, () -> {
            var batch = Objects.requireNonNull(enrolments.enrol(id, people).batchId());
            var it = trainings.get(id);
            var marked = enrolments.listMembers(it).getFirst();
            var topic = catalogue.listTopics(trainings.course(it)).getFirst().id();
            results.score(id, Map.of(marked.id(), Map.of(topic, "7")));
            assertThat(enrolments.undo(batch)).satisfies(undone -> {
                assertThat(undone.removed()).isEqualTo(2);
                assertThat(undone.kept()).containsExactly(marked.fullName());
            });
            assertThat(enrolments.listMembers(it)).extracting(Member::id).containsExactly(marked.id());
        });
    }

    @Test
    void nobody_sits_in_two_open_classes_of_a_course_or_comes_after_its_end() {
        var course = town.course(OFFICER, "OTHER");
        var one = town.past(OFFICER, course, 10);
        var two = town.past(OFFICER, course, 10);
        var people = town.staff("CKC", 2);
        var name = town.text("select name from person.training_class where id = " + one);
        town.act(OFFICER, () -> {
            enrolments.enrol(one, people.subList(0, 1));
            assertThat(enrolments.enrol(two, people)).satisfies(it -> {
                assertThat(it.people()).isEqualTo(1);
                assertThat(it.told())
                        .contains(
                                "Đã ghi danh 1 người",
                                "không ghi danh 1 người: " + name(people.getFirst()) + " đang học lớp " + name);
            });
            assertThat(enrolments.enrol(two, people).told())
                    .startsWith("Chưa ghi danh thêm ai; 1 người đã ở trong lớp")
                    .doesNotContain("hoàn tác");
            assertThat(enrolments
                            .enrolFile(
                                    two,
                                    ("Số nhà giáo\n" + town.staffNumber(people.getFirst()))
                                            .getBytes(StandardCharsets.UTF_8))
                            .faults())
                    .singleElement()
                    .asString()
                    .contains("đang học lớp " + name);
        });
        var ended = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        end(ended);
        refused(OFFICER, () -> enrolments.enrol(ended, people), "đã kết thúc ngày", "sửa ngày kết thúc");
    }

    /** A class is moved so that it ended yesterday. */
    private void end(long classId) {
        Scope.system()
                .run(() -> jdbc.sql("update person.training_class set ends_on = :day where id = :id")
                        .param("day", town.today.minusDays(1))
                        .param("id", classId)
                        .update());
    }

    @Test
    void whom_a_course_is_not_for_comes_for_a_reason_and_who_is_away_is_named() {
        var course = town.course(OFFICER, "OTHER");
        Scope.system()
                .run(() -> jdbc.sql("update person.training_course set audience = 'MANAGER' where id = " + course)
                        .update());
        var id = town.past(OFFICER, course, 5);
        var people = town.staff("CKC", 1);
        refused(
                OFFICER,
                () -> enrolments.enrol(id, people),
                "1 người chưa đủ điều kiện",
                "khoá dành cho cán bộ quản lý");
        refused(
                OFFICER,
                () -> enrolments.enrolFile(
                        id, ("Số nhà giáo\n" + town.staffNumber(people.getFirst())).getBytes(StandardCharsets.UTF_8)),
                "khoá dành cho cán bộ quản lý");
        Scope.system()
                .run(() -> jdbc.sql("""
                insert into person.leave (spell_id, reason, starts_on) select id, 'Thai sản', :day from person.spell where person_id = :person
                """)
                        .param("day", town.today)
                        .param("person", people.getFirst())
                        .update());
        town.act(
                OFFICER,
                () -> assertThat(enrolments
                                .enrol(id, people, "Sắp được bổ nhiệm")
                                .told())
                        .contains("Lưu ý 1 người nghỉ trong thời gian lớp: " + name(people.getFirst())));
    }

    @Test
    void a_class_is_changed_while_it_runs_and_cancelled_with_a_reason() {
        var course = town.course(OFFICER, "OTHER");
        var id = town.past(OFFICER, course, 2);
        var people = town.staff("CKC", 2);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        refused(
                OFFICER,
                () -> trainings.change(id, 0, plan(course, "Lớp sửa", town.today.minusDays(18), 1)),
                "đang có 2 người; số chỗ không ít hơn thế",
                "ngoài thời gian này");
        town.act(OFFICER, () -> trainings.change(id, 0, plan(course, "Lớp sửa", town.today.minusDays(20), 9)));
        refused(
                OFFICER,
                () -> trainings.change(id, 0, plan(course, "Lớp sửa đè", town.today.minusDays(20), 9)),
                "vừa được người khác sửa");
        assertThat(town.text("select summary from audit.act where kind = 'TRAINING_CLASS_CHANGED' and subject_id = "
                        + id + " order by id desc limit 1"))
                .contains("số chỗ “2” → “9”", "→ “Lớp sửa”");
        refused(OFFICER, () -> trainings.cancel(id, " "), "Ghi lý do huỷ lớp");
        refused(REGISTRAR, () -> trainings.cancel(id, "Thử"), "của Sở");
        town.act(
                OFFICER,
                () -> assertThat(trainings.cancel(id, "Thiếu phòng học")).isEqualTo(2));
        assertThat(town.text(
                        "select string_agg(distinct state || ':' || reason, '|') from person.training_enrolment where class_id = "
                                + id))
                .isEqualTo("WITHDREW:Lớp bị huỷ: Thiếu phòng học");
        refused(OFFICER, () -> enrolments.enrol(id, people), "đã huỷ");
        refused(OFFICER, () -> trainings.change(id, 1, plan(course, "Lớp", town.today, 9)), "đã huỷ");
        town.act(
                OFFICER,
                () -> assertThat(trainings.list(true, 1).rows())
                        .extracting(TrainingClass::id)
                        .doesNotContain(id));
        // an empty class that ended asks nobody to settle it
        var empty = town.past(OFFICER, course, 2);
        end(empty);
        assertThat(duties(OFFICER)).noneMatch(it -> it.address().contains("/classes/" + empty + "/"));
    }

    @Test
    void a_teacher_is_told_what_comes_of_their_classes() {
        var me = town.linked("nhagiao.caothang");
        var course = town.course(OFFICER, "OTHER");
        var later = town.open(OFFICER, course, 5, town.today, town.today.plusDays(5), "");
        town.act(OFFICER, () -> enrolments.enrol(later, List.of(me)));
        var seat = town.one("select id from person.training_enrolment where class_id = " + later);
        var own = context.getBean(OwnTrainings.class);
        assertThat(news()).contains("Bạn có tên trong lớp " + className(later));
        refused("nhagiao.caothang", () -> own.answer(seat, 5, 5, 5, ""), "mở từ ngày cuối của lớp");
        town.act("nhagiao.caothang", () -> {
            var person = own.me().orElseThrow();
            var seats = own.listSeats(person);
            assertThat(own.listStanding(
                            List.of(new OwnTrainings.Counted(kind("OTHER"), false, 0, "chưa có khoá nào")), seats))
                    .singleElement()
                    .satisfies(it -> assertThat(it.why()).startsWith("đang học lớp "));
        });
        town.act(OFFICER, () -> trainings.cancel(later, "Thiếu phòng"));
        assertThat(news()).contains("Lớp %s bị huỷ".formatted(className(later)));

        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        town.act(OFFICER, () -> enrolments.enrol(id, List.of(me)));
        town.finish(OFFICER, id, Set.of());
        assertThat(news()).contains("Trả lời khảo sát lớp " + className(id));
        town.act(OFFICER, () -> results.close(id));
        assertThat(news()).contains("Bạn hoàn thành lớp %s: xác nhận họ tên, ngày sinh".formatted(className(id)));
        var sat = town.one("select id from person.training_enrolment where class_id = " + id);
        town.act("nhagiao.caothang", () -> {
            var person = own.me().orElseThrow();
            own.confirm(sat, Member.printed(person.fullName(), person.birthDate()));
            own.answer(sat, 5, 5, 5, "");
        });
        town.act(OFFICER, () -> certificates.issue(id));
        assertThat(news()).contains("Chứng nhận lớp %s đã sẵn sàng".formatted(className(id)));
        var certificate = town.one("select id from person.training_certificate where class_id = " + id);
        town.act(OFFICER, () -> certificates.revoke(certificate, "Nhầm người"));
        assertThat(news()).contains("Chứng nhận lớp %s bị thu hồi".formatted(className(id)));
    }

    private Kind kind(String code) {
        return catalogue.kinds().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String className(long id) {
        return town.text("select name from person.training_class where id = " + id);
    }

    private List<String> news() {
        var news = new ArrayList<String>();
        town.act(
                "nhagiao.caothang",
                () -> context.getBean(OwnTrainingDuties.class).list().forEach(it -> news.add(it.what())));
        return news;
    }

    private NewTrainingClass plan(long course, String name, LocalDate from, int seats) {
        return new NewTrainingClass(course, name, from, town.today, "Phòng A1", seats, "Cô Hoa", true, "");
    }

    private List<Duty> duties(String persona) {
        var duties = new ArrayList<Duty>();
        town.act(
                persona,
                () -> duties.addAll(context.getBean(TrainingDuties.class).list()));
        return duties;
    }

    @Test
    void a_file_enrols_everybody_or_says_all_that_is_wrong_with_it() {
        var id = town.past(OFFICER, town.course(OFFICER, "PEDAGOGY"), 10);
        var people = town.staff("CKC", 2);
        var number = town.staffNumber(people.get(0));
        var citizen = town.text("select citizen_id from person.person where id = " + people.get(1));
        town.act(OFFICER, () -> {
            var read = enrolments.enrolFile(
                    id,
                    "Số nhà giáo,Ghi chú\n%s,\nNG999999999,\nabc,\n%s,\n"
                            .formatted(number, number)
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(read.enrolled()).isNull();
            assertThat(read.faults()).hasSize(3);
            assertThat(String.join("\n", read.faults()))
                    .contains(
                            "Dòng 4: “abc”",
                            "Dòng 5: số " + number + " đã có ở dòng 2",
                            "Dòng 3: không có ai mang số NG999999999");
            assertThat(enrolments.listMembers(trainings.get(id))).isEmpty();
            var right = enrolments.enrolFile(
                    id, "Số định danh\n%s\n%s\n".formatted(citizen, number).getBytes(StandardCharsets.UTF_8));
            assertThat(right.faults()).isEmpty();
            assertThat(right.enrolled()).isNotNull();
            assertThat(enrolments.listMembers(trainings.get(id))).hasSize(2);
        });
    }

    @Test
    void marks_from_a_sheet_are_written_together_or_their_cells_are_named() {
        var id = town.past(OFFICER, town.course(OFFICER, "RESOURCES"), 10);
        var people = town.staff("CKC", 2);
        town.act(OFFICER, () -> {
            enrolments.enrol(id, people);
            var a = town.staffNumber(people.get(0));
            var b = town.staffNumber(people.get(1));
            var headers = List.of("Số nhà giáo", "Họ và tên", "CĐ1", "CĐ2", "Kiểm tra cuối khoá");
            var wrong = Spreadsheets.xlsx(
                    "Điểm",
                    headers,
                    List.of(
                            List.of(a, "x", "12", "7", "mười"),
                            List.of("NG000000000", "x", "5", "5", "5"),
                            List.of(a, "x", "5", "5", "5")),
                    Map.of());
            assertThat(String.join("\n", results.readResults(id, wrong).faults()))
                    .contains(
                            "Dòng 2: số nhà giáo " + a + " là của " + name(people.get(0)) + ", tệp ghi “x”",
                            "ô C2 (CĐ1): “12”",
                            "ô E2 (Kiểm tra cuối khoá): “mười”",
                            "Dòng 3: lớp không có ai mang số nhà giáo “NG000000000”",
                            "Dòng 4: số nhà giáo " + a + " đã có");
            assertThat(town.one(
                            "select count(*) from person.training_score s join person.training_enrolment e on e.id = s.enrolment_id where e.class_id = "
                                    + id))
                    .isZero();
            var right = Spreadsheets.xlsx(
                    "Điểm",
                    headers,
                    List.of(List.of(a, name(people.get(0)), "8", "7,5", "9"), List.of(b, "", "6", "", "5")),
                    Map.of());
            assertThat(results.readResults(id, right)).satisfies(it -> {
                assertThat(it.faults()).isEmpty();
                assertThat(it.told()).isEqualTo("điểm của 2 người: CĐ1 2 điểm, CĐ2 1 điểm, Kiểm tra cuối khoá 2 điểm");
            });
            // a column that the course does not know, and one that it asks for, are named
            assertThat(results.readResults(
                                    id,
                                    "Số nhà giáo;CĐ1. Mở đầu;CĐ2 Thực hành;Cuối\n%s;5;5;5\n"
                                            .formatted(a)
                                            .getBytes(StandardCharsets.UTF_8))
                            .faults())
                    .containsExactly(
                            "Cột D “Cuối” không có trong khoá này; cần các cột: CĐ1. Mở đầu; CĐ2. Thực hành; Kiểm tra cuối khoá.",
                            "Tệp thiếu cột “Kiểm tra cuối khoá”; chưa có điểm thì để cột trống.");
            var book = results.book(enrolments.listMembers(trainings.get(id)));
            var member = enrolments.listMembers(trainings.get(id)).stream()
                    .filter(it -> it.staffNumber().equals(a))
                    .findFirst()
                    .orElseThrow();
            var topics = catalogue.listTopics(trainings.course(trainings.get(id)));
            assertThat(topics.stream()
                            .map(it -> book.told(member.id(), it.id()))
                            .toList())
                    .containsExactly("8", "7,5");
            assertThat(book.told(member.id(), TrainingResults.FINAL)).isEqualTo("9");
            // the sheet handed out is the sheet taken back
            assertThat(results.readResults(id, results.resultSheet(id)).faults())
                    .isEmpty();
            // by hand, all faults at once, nothing kept
            assertThat(results.score(
                            id,
                            Map.of(
                                    member.id(),
                                    new HashMap<>(Map.of(
                                            topics.get(0).id(),
                                            "99",
                                            topics.get(1).id(),
                                            "x")))))
                    .hasSize(2);
            assertThat(results.book(enrolments.listMembers(trainings.get(id)))
                            .told(member.id(), topics.get(0).id()))
                    .isEqualTo("8");
        });
    }

    private String name(long person) {
        return town.text("select full_name from person.person where id = " + person);
    }

    @Test
    void two_who_write_the_same_grid_lose_nothing() {
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        var people = town.staff("CKC", 2);
        town.act(OFFICER, () -> {
            enrolments.enrol(id, people);
            var it = trainings.get(id);
            var one = enrolments.listMembers(it).getFirst().id();
            var two = enrolments.listMembers(it).getLast().id();
            var topic = catalogue.listTopics(trainings.course(it)).getFirst().id();
            var blank = Map.of(one, Map.of(topic, ""), two, Map.of(topic, ""));
            // both looked at an empty grid; each fills another cell
            assertThat(results.score(id, Map.of(one, Map.of(topic, "7"), two, Map.of(topic, "")), blank)
                            .marks())
                    .isEqualTo(1);
            assertThat(results.score(id, Map.of(one, Map.of(topic, ""), two, Map.of(topic, "8")), blank)
                            .marks())
                    .isEqualTo(1);
            assertThat(mark(id, one, topic)).isEqualTo("7");
            assertThat(mark(id, two, topic)).isEqualTo("8");
            // the same cell on both sides is named and stays as it was written first
            assertThat(results.score(id, Map.of(one, Map.of(topic, "9")), blank).faults())
                    .singleElement()
                    .asString()
                    .contains("chuyên đề 1: bạn ghi 9, trong lúc đó nơi khác vừa ghi 7");
            assertThat(mark(id, one, topic)).isEqualTo("7");
            // whoever saw it writes over it
            assertThat(results.score(id, Map.of(one, Map.of(topic, "9")), Map.of(one, Map.of(topic, "7")))
                            .faults())
                    .isEmpty();
            assertThat(mark(id, one, topic)).isEqualTo("9");

            var session = trainings.listSittings(it).getFirst().id();
            var nobody = Map.of(session, Set.<Long>of());
            results.attend(id, Set.of(one, two), Map.of(session, Set.of(one)), nobody);
            results.attend(id, Set.of(one, two), Map.of(session, Set.of(two)), nobody);
            assertThat(town.one("select count(*) from person.training_attendance where session_id = " + session))
                    .isEqualTo(2);
        });
    }

    private String mark(long classId, long enrolment, long topic) {
        return results.book(enrolments.listMembers(trainings.get(classId))).told(enrolment, topic);
    }

    @Test
    void a_class_is_settled_when_its_sessions_were_held_and_attended() {
        var course = town.course(OFFICER, "OTHER");
        var bare = town.open(OFFICER, course, 5, town.today, town.today, "");
        var people = town.staff("CKC", 1);
        town.act(OFFICER, () -> enrolments.enrol(bare, people));
        refused(OFFICER, () -> results.close(bare), "lớp chưa có buổi học nào");
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        refused(OFFICER, () -> results.close(id), "chưa điểm danh buổi 18:00", "bỏ khỏi lịch học");
        var later = town.open(
                OFFICER,
                town.course(OFFICER, "OTHER"),
                5,
                town.today,
                town.today.plusDays(3),
                "%s 18:00; 1; trực tuyến".formatted(Vi.day(town.today.plusDays(2))));
        town.act(OFFICER, () -> enrolments.enrol(later, people));
        refused(
                OFFICER,
                () -> {
                    var session = trainings
                            .listSittings(trainings.get(later))
                            .getFirst()
                            .id();
                    var member = enrolments
                            .listMembers(trainings.get(later))
                            .getFirst()
                            .id();
                    results.attend(later, Map.of(session, Set.of(member)));
                },
                "chưa diễn ra; điểm danh được từ ngày học");
    }

    @Test
    void the_missing_are_enrolled_at_once_and_miss_nothing_any_more() {
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 2000);
        var people = town.staff("TDC", 3);
        var away = town.person("TDC", LocalDate.of(1990, 1, 1));
        Scope.system()
                .run(() -> jdbc.sql("""
                insert into person.leave (spell_id, reason, starts_on) select id, 'Thai sản', :today from person.spell where person_id = :person
                """)
                        .param("today", town.today)
                        .param("person", away)
                        .update());
        var filter = new Lack.Filter("OTHER", town.college("TDC"), "", "");
        town.act(OFFICER, () -> {
            var before = enrolments.listMissing(filter, 1).total();
            assertThat(before).isGreaterThanOrEqualTo(3);
            assertThat(enrolments.enrolAll(id, filter).people()).isEqualTo((int) before);
            assertThat(enrolments.listMembers(trainings.get(id)).stream()
                            .map(Member::personId)
                            .collect(Collectors.toSet()))
                    .containsAll(people)
                    .doesNotContain(away);
        });
        town.finish(OFFICER, id, Set.of(people.get(0)));
        town.act(OFFICER, () -> {
            results.close(id);
            assertThat(enrolments.listMissing(filter, 1).rows())
                    .extracting(Lack::personId)
                    .contains(people.get(0))
                    .doesNotContain(people.get(1), people.get(2), away);
            assertThat(enrolments.listSchools(filter))
                    .singleElement()
                    .satisfies(it -> assertThat(it.missing()).isLessThan(it.staff()));
        });
    }

    @Test
    void a_college_runs_its_own_classes_for_its_own_people_and_its_head_signs() {
        var course = town.course(REGISTRAR, "DIGITAL");
        var id = town.past(REGISTRAR, course, 10);
        var own = town.staff("CKC", 1);
        var strangers = town.staff("TDC", 1);
        refused(REGISTRAR, () -> enrolments.enrol(id, strangers), "không làm việc ở cơ sở nào bạn được ghi danh");
        town.act(REGISTRAR, () -> enrolments.enrol(id, own));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> town.act("daotao.thuduc", () -> trainings.get(id)));
        refused(OFFICER, () -> enrolments.enrol(id, own), "chỉ cơ sở đó sửa được");
        town.finish(REGISTRAR, id, Set.of());
        town.act(REGISTRAR, () -> {
            results.close(id);
            results.confirmFor(id);
        });
        refused(REGISTRAR, () -> certificates.issue(id), "hiệu trưởng");
        assertThat(duties("hieutruong.caothang"))
                .anyMatch(it -> it.what().startsWith("Ký chứng nhận bồi dưỡng lớp")
                        && it.address().contains("/classes/" + id + "#"));
        town.act("hieutruong.caothang", () -> assertThat(certificates.issue(id)).isEqualTo(1));
        assertThat(duties("hieutruong.caothang")).noneMatch(it -> it.address().contains("/classes/" + id + "#"));
        var it = certificates
                .lookUp(town.text("select code from person.training_certificate where class_id = " + id))
                .orElseThrow();
        assertThat(it.printed()).startsWith("CKC-BD-");
        assertThat(certifying.verify(it)).isEqualTo(Verdict.FINE);
        // the database refuses what the face would
        var theirs = new Scope(Scope.Reach.COLLEGE, town.college("TDC"), null, null, null, "x");
        assertThat(theirs.get(() -> jdbc.sql("select count(*) from person.training_enrolment where class_id = " + id)
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(theirs.get(() -> jdbc.sql("update person.training_class set name = 'Chiếm lớp' where id = " + id)
                        .update()))
                .isZero();
    }

    @Test
    void a_class_is_not_closed_before_it_ends() {
        var id = town.open(OFFICER, town.course(OFFICER, "DIGITAL"), 10, town.today, town.today.plusDays(3), "");
        var people = town.staff("CKC", 1);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        refused(OFFICER, () -> results.close(id), "chốt kết quả từ ngày đó");
    }

    @Test
    void a_teacher_asks_and_the_school_agrees() {
        var me = town.linked("nhagiao.caothang");
        var id = town.open(OFFICER, town.course(OFFICER, "DIGITAL"), 1, town.today, town.today.plusDays(3), "");
        town.act("nhagiao.caothang", () -> enrolments.ask(id));
        refused("nhagiao.caothang", () -> enrolments.ask(id), "xin học, chờ trường đồng ý");
        var asked =
                town.one("select id from person.training_enrolment where class_id = " + id + " and person_id = " + me);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> town.act("daotao.thuduc", () -> enrolments.answer(asked, true, "")));
        refused(REGISTRAR, () -> enrolments.answer(asked, false, ""), "Ghi lý do chưa đồng ý");
        town.act(REGISTRAR, () -> enrolments.answer(asked, true, ""));
        assertThat(town.text("select state from person.training_enrolment where id = " + asked))
                .isEqualTo("ENROLLED");
        refused(OFFICER, () -> enrolments.withdraw(asked, ""), "Ghi lý do thôi học");
        town.act(OFFICER, () -> enrolments.withdraw(asked, "Bận dạy"));
    }

    @Test
    void a_corrected_name_is_confirmed_again_before_a_certificate_says_it() {
        var people = town.staff("CKC", 2);
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        town.finish(OFFICER, id, Set.of());
        town.act(OFFICER, () -> {
            results.close(id);
            results.confirmFor(id);
        });
        correct(people.getFirst(), PersonFact.PHONE, "0901234567");
        assertThat(waiting(id)).isEmpty();
        correct(people.getFirst(), PersonFact.FULL_NAME, "Thử Tên Đã Sửa");
        assertThat(waiting(id))
                .singleElement()
                .satisfies(it ->
                        assertThat(TrainingCertificates.lacks(it)).contains("hồ sơ được sửa ngày", "cần xác nhận lại"));
        town.act(OFFICER, () -> {
            assertThat(certificates.issue(id)).isEqualTo(1);
            assertThat(results.confirmFor(id)).isEqualTo(1);
            assertThat(certificates.issue(id)).isEqualTo(1);
        });
        assertThat(town.text("select full_name from person.training_certificate where class_id = " + id
                        + " and person_id = " + people.getFirst()))
                .isEqualTo("Thử Tên Đã Sửa");
        // what was signed stays as it was signed, and is not asked for again
        correct(people.getFirst(), PersonFact.BIRTH_DATE, "1986-07-08");
        assertThat(waiting(id)).isEmpty();
    }

    private List<Member> waiting(long classId) {
        var waiting = new ArrayList<Member>();
        town.act(
                OFFICER,
                () -> enrolments.listMembers(trainings.get(classId)).stream()
                        .filter(it -> it.confirmedAt() == null)
                        .forEach(waiting::add));
        return waiting;
    }

    private void correct(long person, PersonFact fact, String value) {
        town.act(
                REGISTRAR,
                () -> context.getBean(People.class)
                        .correct(
                                person,
                                Map.of(fact, value),
                                "Theo căn cước",
                                new Evidence(town.college("CKC"), "0".repeat(64), "giay.png")));
    }

    @Test
    void a_class_of_another_age_is_refused_in_a_sentence() {
        var course = town.course(OFFICER, "OTHER");
        refused(
                OFFICER,
                () -> town.open(OFFICER, course, 5, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), ""),
                "01/01/0001 quá xa hôm nay");
        refused(
                OFFICER,
                () -> town.open(OFFICER, course, 5, town.today, LocalDate.of(9999, 12, 31), ""),
                "một lớp dài nhất 2 năm");
        refused(
                OFFICER,
                () -> town.open(OFFICER, course, 5, town.today, town.today.minusDays(1), ""),
                "trước ngày bắt đầu");
        refused(
                OFFICER,
                () -> town.open(
                        OFFICER,
                        course,
                        5,
                        town.today,
                        town.today.plusDays(3),
                        "%s 18:00; 1; trực tuyến; %s".formatted(Vi.day(town.today), "x".repeat(3000))),
                "nơi học dài 3.000 ký tự, tối đa 200");
    }

    @Test
    void a_mark_of_somebody_who_just_left_is_named_and_the_others_are_kept_for_another_try() {
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        var people = town.staff("CKC", 2);
        town.act(OFFICER, () -> {
            enrolments.enrol(id, people);
            var members = enrolments.listMembers(trainings.get(id));
            var gone = members.getFirst().id();
            var stays = members.getLast().id();
            enrolments.withdraw(gone, "Bận dạy");
            var topic = catalogue
                    .listTopics(trainings.course(trainings.get(id)))
                    .getFirst()
                    .id();
            assertThat(results.score(id, Map.of(gone, Map.of(topic, "8"), stays, Map.of(topic, "7"))))
                    .singleElement()
                    .asString()
                    .contains("1 người vừa rời lớp");
            // whoever left is left out of the attendance, the others are written
            var session = trainings.listSittings(trainings.get(id)).getFirst().id();
            assertThat(results.attend(id, Set.of(gone, stays), Map.of(session, Set.of(gone, stays)), null)
                            .left())
                    .isEqualTo(1);
            assertThat(town.one("select count(*) from person.training_attendance where session_id = " + session))
                    .isEqualTo(1);
        });
    }
}
