package vn.lanhnghe.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.graduation.Graduations;
import vn.lanhnghe.learning.study.Classes;
import vn.lanhnghe.learning.study.Course;
import vn.lanhnghe.learning.study.Courses;
import vn.lanhnghe.learning.study.NewClass;
import vn.lanhnghe.learning.study.NewCourse;
import vn.lanhnghe.learning.study.NewModule;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** A learner's record from entry to graduation: steps, merges, mark books with their locks, the council's decision. */
@RehearsalTest
class StudyTest {

    private static final String REGISTRAR = "daotao.caothang";
    private static final String TEACHER = "nhagiao.caothang";
    private static final String HEAD = "hieutruong.caothang";
    private static final String CHECKER = "nguoiky.caothang";

    @Autowired
    Learners learners;

    @Autowired
    Steps steps;

    @Autowired
    Classes classes;

    @Autowired
    Courses courses;

    @Autowired
    Graduations graduations;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Transcripts transcripts;

    @Autowired
    TranscriptRepository transcriptRepository;

    @Autowired
    Personas personas;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_step_needs_what_its_rule_asks_and_can_be_undone() {
        var id = studying(3);
        var today = LocalDate.now(Vi.ZONE);
        assertThatThrownBy(() -> take(id, new NewStep("SUSPEND", today, null, "", null, "ốm", null)))
                .hasMessageContaining("số và ngày quyết định");
        assertThatThrownBy(() -> take(id, new NewStep("RETURN", today, null, "1/QĐ", today, "học lại", null)))
                .hasMessageContaining("Đang học");
        assertThatThrownBy(
                        () -> take(id, new NewStep("WITHDRAW", LocalDate.of(2001, 1, 1), null, null, null, "x", null)))
                .hasMessageContaining("ngày nhập học");
        take(id, new NewStep("SUSPEND", today, today.plusYears(1), "15/QĐ-BL", today, "Nghĩa vụ quân sự", null));
        assertThat(text("select status from learning.enrolment where id = " + id))
                .isEqualTo("SUSPENDED");
        var step = one("select max(id) from learning.step where enrolment_id = " + id);
        act(REGISTRAR, () -> {
            steps.undo(id, step, "Ghi nhầm người");
            return 0;
        });
        assertThat(text("select status from learning.enrolment where id = " + id))
                .isEqualTo("STUDYING");
        assertThat(act(REGISTRAR, () -> steps.list(id)).getFirst().undoneReason())
                .isEqualTo("Ghi nhầm người");
        assertThatThrownBy(() -> act(
                        "daotao.thuduc",
                        () -> steps.take(id, new NewStep("WITHDRAW", today, null, null, null, "x", null))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void two_records_of_one_person_are_merged_and_taken_apart_as_they_were() {
        var first = one("select learner_id from learning.enrolment where id = " + studying(5));
        var second = one("select learner_id from learning.enrolment where id = " + studying(6));
        var before = fingerprint();
        var merge = act(REGISTRAR, () -> learners.merge(first, second, "Đã đối chiếu thẻ căn cước"));
        assertThat(one("select count(*) from learning.enrolment where learner_id = " + first))
                .isEqualTo(2);
        act(REGISTRAR, () -> {
            learners.unmerge(merge, "Nhầm");
            return 0;
        });
        assertThat(fingerprint()).isEqualTo(before);
        assertThatThrownBy(() -> act("daotao.thuduc", () -> learners.merge(first, second, "x")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_edit_by_hand_has_the_faults_a_file_would_have() {
        var id = studying(8);
        var row =
                act(REGISTRAR, () -> learners.check(id, Map.of("birthDate", "31/02/2004", "citizenId", "79204012345")));
        assertThat(row.faults())
                .extracting(it -> it.kind().code())
                .containsExactlyInAnyOrder("date-does-not-exist", "leading-zero-lost");
        assertThatThrownBy(() -> act(TEACHER, () -> learners.edit(id, Map.of("phone", "0901234567"), "x")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_book_is_written_handed_in_approved_by_another_and_opened_again_by_another() {
        var course = book("SO1");
        var lines = act(TEACHER, () -> courses.book(course)).lines();
        var one = lines.get(0).member().enrolmentId();
        var two = lines.get(1).member().enrolmentId();

        var saved = write(
                TEACHER,
                course,
                cell(one, "TX1", "75", 0),
                cell(one, "TX2", "8,2", 0),
                cell(one, "DK1", "9", 0),
                cell(two, "TX1", "11", 0),
                cell(two, "TX2", "mười", 0));
        assertThat(saved)
                .extracting(Courses.Saved::state)
                .containsExactly("saved", "saved", "saved", "saved", "refused");
        assertThat(saved.get(0).value()).isEqualTo("7,5");
        assertThat(saved.get(2).tests()).as("(7,5 + 8,2 + 2 × 9) / 4").isEqualTo("8,4");
        assertThat(saved.get(3).value()).as("two digits are tenths").isEqualTo("1,1");
        assertThat(saved.get(4).message()).contains("mười").contains("từ 0 đến 10");

        var conflict = write(REGISTRAR, course, cell(one, "TX1", "5", 0)).getFirst();
        assertThat(conflict.state()).isEqualTo("conflict");
        assertThat(conflict.value()).isEqualTo("7,5");
        assertThat(conflict.message()).contains("Võ Thành Nhân");

        write(TEACHER, course, cell(two, "TX2", "2", 0), cell(two, "DK1", "v", 0));
        assertThat(write(TEACHER, course, cell(two, "THI1", "9", 0)).getFirst().message())
                .contains("Chưa đủ điều kiện dự thi");
        assertThat(write(TEACHER, course, cell(one, "THI2", "9", 0)).getFirst().message())
                .contains("lần 1");
        assertThat(write(TEACHER, course, cell(one, "THI1", "6", 0)).getFirst().mark())
                .as("0,4 × 8,4 + 0,6 × 6")
                .isEqualTo("7,0");

        assertThatThrownBy(() -> act(TEACHER, () -> {
                    courses.submit(course, false);
                    return 0;
                }))
                .hasMessageContaining("chưa đủ điểm");
        act(TEACHER, () -> {
            courses.submit(course, true);
            return 0;
        });
        assertThatThrownBy(() -> write(TEACHER, course, cell(one, "TX1", "10", 1)))
                .hasMessageContaining("chờ duyệt");
        assertThatThrownBy(() -> act(TEACHER, () -> courses.approve(course))).isInstanceOf(AccessDeniedException.class);
        act(CHECKER, () -> courses.approve(course));
        assertThat(text("select mark::text from learning.result where course_id = " + course + " and enrolment_id = "
                        + one))
                .isEqualTo("7.0");

        assertThatThrownBy(() -> write(REGISTRAR, course, cell(one, "TX1", "10", 1)))
                .hasMessageContaining("khoá");
        act(TEACHER, () -> {
            courses.askUnlock(course, "Chấm phúc khảo");
            return 0;
        });
        act(HEAD, () -> {
            courses.decideUnlock(course, true, "");
            return 0;
        });
        assertThat(act(TEACHER, () -> courses.get(course)).state()).isEqualTo(Course.State.OPEN);
        assertThat(write(TEACHER, course, cell(one, "THI1", "8", 1)).getFirst().mark())
                .isEqualTo("8,2");
        assertThat(one("select count(*) from learning.mark_change where course_id = " + course))
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void attendance_below_the_rule_bars_from_the_examination() {
        var course = book("SO2");
        var learner = act(TEACHER, () -> courses.book(course))
                .lines()
                .getFirst()
                .member()
                .enrolmentId();
        var session = act(TEACHER, () -> courses.addSession(course, LocalDate.now(Vi.ZONE), 10, "Bài 1"));
        Scope.system()
                .run(() -> jdbc.sql("""
                insert into learning.absence (session_id, enrolment_id, institution_id, periods)
                select :session, id, institution_id, 3 from learning.enrolment where id = :id
                """)
                        .param("session", session)
                        .param("id", learner)
                        .update());
        write(
                TEACHER,
                course,
                cell(learner, "TX1", "8", 0),
                cell(learner, "TX2", "8", 0),
                cell(learner, "DK1", "8", 0));
        assertThat(write(TEACHER, course, cell(learner, "THI1", "9", 0))
                        .getFirst()
                        .message())
                .contains("dự 70% số tiết, cần 80%");
    }

    @Test
    void a_teacher_writes_only_into_their_own_book() {
        var classId = newClass("SO3");
        var module =
                act(REGISTRAR, () -> classes.listModules(classId)).getFirst().id();
        var course = act(
                REGISTRAR, () -> classes.openCourse(classId, new NewCourse(module, 2026, 1, null, "Cô Hoa", 45, 2, 1)));
        var learner = act(TEACHER, () -> courses.book(course))
                .lines()
                .getFirst()
                .member()
                .enrolmentId();
        assertThatThrownBy(() -> write(TEACHER, course, cell(learner, "TX1", "8", 0)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Cô Hoa");
        assertThatThrownBy(() -> act("daotao.thuduc", () -> courses.book(course)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void graduation_says_why_and_a_decision_freezes_what_was_found() {
        var id = act(REGISTRAR, () -> graduations.open("Đợt thử", "6480201", 2025, null, LocalDate.now(Vi.ZONE)));
        assertThat(act(REGISTRAR, () -> graduations.run(id))).isEqualTo(1);
        var eligible = one(
                "select count(*) from learning.verdict v join learning.graduation_run r on r.id = v.run_id where r.graduation_id = %d and v.eligible"
                        .formatted(id));
        var total = one(
                "select count(*) from learning.verdict v join learning.graduation_run r on r.id = v.run_id where r.graduation_id = %d"
                        .formatted(id));
        assertThat(eligible).as(text("""
                        select string_agg(distinct (c ->> 'state') || ' ' || (c ->> 'why'), ';') from learning.verdict v
                          join learning.graduation_run r on r.id = v.run_id, jsonb_array_elements(v.conditions) c
                         where r.graduation_id = %d and c ->> 'state' <> 'MET'
                        """.formatted(id))).isBetween(1L, total - 1);
        assertThat(text("""
                select string_agg(distinct c ->> 'why', ';') from learning.verdict v join learning.graduation_run r on r.id = v.run_id,
                       jsonb_array_elements(v.conditions) c where r.graduation_id = %d and c ->> 'state' = 'UNMET'
                """.formatted(id))).contains("chưa đạt: ");

        assertThatThrownBy(() -> act(REGISTRAR, () -> graduations.decide(id, "1/QĐ", LocalDate.now(Vi.ZONE))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> act(HEAD, () -> graduations.decide(id, "1/QĐ", LocalDate.now(Vi.ZONE))))
                .hasMessageContaining("ít nhất 5 người");
        act(REGISTRAR, () -> {
            var roles = List.of("CHAIR", "DEPUTY", "SECRETARY", "MEMBER", "MEMBER");
            for (var i = 0; i < roles.size(); i++) {
                graduations.addMember(id, "Thành viên " + i, "Trưởng phòng", roles.get(i));
            }
            return 0;
        });
        var failed = one(
                "select min(v.enrolment_id) from learning.verdict v join learning.graduation_run r on r.id = v.run_id where r.graduation_id = %d and not v.eligible"
                        .formatted(id));
        Scope.system()
                .run(() -> jdbc.sql("update learning.result set mark = 9 where enrolment_id = :id and mark < 5")
                        .param("id", failed)
                        .update());
        assertThatThrownBy(() -> act(HEAD, () -> graduations.decide(id, "1/QĐ", LocalDate.now(Vi.ZONE))))
                .hasMessageContaining("Xét lại");
        act(REGISTRAR, () -> graduations.run(id));
        assertThat(act(HEAD, () -> graduations.decide(id, "1/QĐ", LocalDate.now(Vi.ZONE))))
                .isEqualTo((int) eligible + 1);
        assertThatThrownBy(() -> act(REGISTRAR, () -> graduations.run(id))).hasMessageContaining("đã có quyết định");
        assertThat(text("select status from learning.enrolment where id = " + failed))
                .isEqualTo("GRADUATED");
    }

    @Test
    void a_transcript_keeps_its_code_until_what_it_says_changes() {
        var id = one(
                "select min(e.id) from learning.enrolment e join institution.directory i on i.id = e.institution_id where i.code = 'CKC' and e.results_at is not null and e.status = 'STUDYING'");
        var first =
                act(REGISTRAR, () -> transcripts.issue(enrolments.standing(id).orElseThrow()));
        assertThat(act(
                                REGISTRAR,
                                () -> transcripts.issue(enrolments.standing(id).orElseThrow()))
                        .code())
                .isEqualTo(first.code());
        Scope.system()
                .run(() -> jdbc.sql(
                                "update learning.result set mark = case when mark = 9.9 then 9.8 else 9.9 end where enrolment_id = :id and module_code = 'MH01'")
                        .param("id", id)
                        .update());
        var second =
                act(REGISTRAR, () -> transcripts.issue(enrolments.standing(id).orElseThrow()));
        assertThat(second.edition()).isEqualTo(first.edition() + 1);
        var old = transcriptRepository.lookUp(first.code()).orElseThrow();
        assertThat(old.latest()).isFalse();
        assertThat(transcriptRepository.lookUp(second.code()).orElseThrow().latest())
                .isTrue();
        assertThat(transcriptRepository.lookUp("BD000000000000")).isEmpty();
    }

    private long book(String code) {
        var id = newClass(code);
        return act(
                REGISTRAR,
                () -> classes.openCourse(
                        id,
                        new NewCourse(
                                classes.listModules(id).getFirst().id(),
                                2026,
                                1,
                                classes.listTeachers().stream() // other tests name teachers of this college too
                                        .filter(it -> it.fullName().equals("Võ Thành Nhân"))
                                        .findFirst()
                                        .orElseThrow()
                                        .id(),
                                "",
                                45,
                                2,
                                1)));
    }

    private long newClass(String code) {
        return act(REGISTRAR, () -> {
            var id = classes.open(new NewClass(code, "6510216", "CAO_DANG", 2026, ""));
            if (classes.listModules(id).isEmpty()) {
                classes.addModule(id, new NewModule("MĐ90", "Thử nghiệm", java.math.BigDecimal.TWO, null, null, null));
            }
            var codes = jdbc.sql("""
                    select e.student_code from learning.enrolment e where e.occupation_code = '6510216' and e.cohort = 2026 order by 1 limit 4
                    """).query(String.class).list();
            classes.enter(id, String.join("\n", codes));
            return id;
        });
    }

    private List<Courses.Saved> write(String who, long course, Courses.Cell... cells) {
        return act(who, () -> courses.write(course, List.of(cells)));
    }

    private static Courses.Cell cell(long enrolment, String part, String value, int version) {
        return new Courses.Cell(enrolment, part, value, version, null);
    }

    private void take(long id, NewStep step) {
        act(REGISTRAR, () -> steps.take(id, step));
    }

    private long studying(int nth) {
        return one("""
                select e.id from learning.enrolment e join institution.directory i on i.id = e.institution_id
                 where i.code = 'CKC' and e.status = 'STUDYING' and e.cohort = 2026 order by e.id offset %d limit 1
                """.formatted(nth));
    }

    private <T> T act(String persona, Supplier<T> work) {
        var result = new AtomicReference<@Nullable T>();
        Scope.system().run(() -> personas.act(persona, () -> result.set(work.get())));
        return Objects.requireNonNull(result.get());
    }

    private String text(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private String fingerprint() {
        var parts = new ArrayList<String>();
        for (var table : List.of("learner", "enrolment")) {
            parts.add(
                    text("select count(*) || ':' || sum(hashtextextended(t::text, 0)) from learning." + table + " t"));
        }
        return String.join(" ", parts);
    }
}
