package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.training.TrainingResultRepository.Marked;
import vn.lanhnghe.person.training.TrainingResultRepository.Presence;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Kết quả của lớp: attendance and marks, settled by the course's rule and opened again until the first certificate. */
@Service
public class TrainingResults {

    private final TrainingResultRepository results;
    private final TrainingEnrolmentRepository enrolments;
    private final TrainingRepository trainings;
    private final Trainings classes;
    private final CatalogueRepository courses;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    TrainingResults(
            TrainingResultRepository results,
            TrainingEnrolmentRepository enrolments,
            TrainingRepository trainings,
            Trainings classes,
            CatalogueRepository courses,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.results = results;
        this.enrolments = enrolments;
        this.trainings = trainings;
        this.classes = classes;
        this.courses = courses;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    /** The class's grid: who was present when, and which marks they have; a topic's id, or 0 for the final test. */
    public record Book(Map<Long, Set<Long>> present, Map<Long, Map<Long, BigDecimal>> marks) {

        public boolean was(long enrolmentId, long sessionId) {
            return present.getOrDefault(enrolmentId, Set.of()).contains(sessionId);
        }

        public @Nullable BigDecimal mark(long enrolmentId, long topicId) {
            return marks.getOrDefault(enrolmentId, Map.of()).get(topicId);
        }

        public String told(long enrolmentId, long topicId) {
            var mark = mark(enrolmentId, topicId);
            return mark == null ? "" : Closing.told(mark);
        }
    }

    static final long FINAL = 0;

    /** What is written of these people. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Book book(List<Member> members) {
        var ids = members.stream().map(Member::id).toList();
        var present = results.listPresence(ids).stream()
                .collect(Collectors.groupingBy(
                        Presence::enrolmentId, Collectors.mapping(Presence::sessionId, Collectors.toSet())));
        var marks = new HashMap<Long, Map<Long, BigDecimal>>();
        results.listScores(ids)
                .forEach(score -> marks.computeIfAbsent(score.enrolmentId(), id -> new HashMap<>())
                        .put(score.topicId(), score.mark()));
        members.forEach(member -> {
            if (member.finalMark() != null) {
                marks.computeIfAbsent(member.id(), id -> new HashMap<>()).put(FINAL, member.finalMark());
            }
        });
        return new Book(present, marks);
    }

    /** Those who sit in a class one runs, a page of them. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Paging<Member> listSeated(long classId, int page) {
        var it = classes.run(classId);
        return Paging.of(enrolments.countSeated(it.id()), page, shown -> enrolments.listSeated(it.id(), shown));
    }

    private List<Member> seated(long classId) {
        return enrolments.listMembers(classId).stream().filter(Member::seated).toList();
    }

    /** Who of a class was present, session by session; what was written of these sessions before gives way. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void attend(long classId, Map<Long, Set<Long>> presentBySession) {
        attend(classId, seated(classId).stream().map(Member::id).collect(Collectors.toSet()), presentBySession);
    }

    /** The same of these people alone; answers with how many of them left the class in between, of whom nothing is written. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int attend(long classId, Set<Long> shown, Map<Long, Set<Long>> presentBySession) {
        var it = classes.runOpen(classId);
        return Objects.requireNonNull(runs.write(() -> {
            trainings.hold(classId);
            classes.stillOpen(classId);
            var sessions =
                    trainings.listSittings(classId).stream().map(Sitting::id).collect(Collectors.toSet());
            if (!sessions.containsAll(presentBySession.keySet())) {
                throw new Refusal("Lịch học vừa thay đổi; tải lại trang rồi điểm danh lại.");
            }
            var members = seated(classId).stream()
                    .map(Member::id)
                    .filter(shown::contains)
                    .collect(Collectors.toSet());
            var present = new ArrayList<Presence>();
            presentBySession.forEach((session, who) -> who.stream()
                    .filter(members::contains)
                    .forEach(member -> present.add(new Presence(member, session))));
            results.attend(members, presentBySession.keySet(), present);
            act(
                    ActKind.TRAINING_RESULTS_RECORDED,
                    it,
                    "Điểm danh %s người, %s buổi, %s lượt có mặt"
                            .formatted(
                                    Vi.count(members.size()),
                                    Vi.count(presentBySession.size()),
                                    Vi.count(present.size())),
                    null);
            return shown.size() - members.size();
        }));
    }

    /** Marks as written, by enrolment and topic ({@link #FINAL} the final test); answers with the faults, and writes only when there are none. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> score(long classId, Map<Long, Map<Long, String>> written) {
        var it = classes.runOpen(classId);
        var names = seated(classId).stream().collect(Collectors.toMap(Member::id, Member::fullName));
        var topics = courses.listTopics(it.courseId()).stream()
                .collect(Collectors.toMap(Topic::id, topic -> "chuyên đề " + topic.place()));
        topics.put(FINAL, "kiểm tra cuối khoá");
        var faults = new ArrayList<String>();
        var marks = new ArrayList<Marked>();
        var left =
                written.keySet().stream().filter(one -> !names.containsKey(one)).count();
        if (left > 0) {
            faults.add("%s người vừa rời lớp, dòng của họ không còn ở đây; xem lại rồi ghi lần nữa."
                    .formatted(Vi.count(left)));
        }
        written.forEach((enrolment, row) -> {
            if (!topics.keySet().containsAll(row.keySet())) {
                throw new Refusal("Lớp này không có chuyên đề đó; tải lại trang rồi nhập lại.");
            }
            row.forEach((topic, text) -> {
                var mark = text.isBlank() ? null : Catalogue.mark(text);
                if (mark == null && !text.isBlank() && names.containsKey(enrolment)) {
                    faults.add("%s, %s: “%s”; ghi điểm từ 0 đến 10, nhiều nhất một chữ số thập phân."
                            .formatted(names.get(enrolment), topics.get(topic), Runs.said(text)));
                }
                marks.add(new Marked(enrolment, topic == FINAL ? null : topic, mark));
            });
        });
        if (faults.isEmpty()) {
            write(it, marks, "Nhập điểm %s người".formatted(Vi.count(written.size())));
        }
        return faults;
    }

    private void write(TrainingClass it, List<Marked> marks, String summary) {
        runs.raised(() -> {
            trainings.hold(it.id());
            classes.stillOpen(it.id());
            results.score(marks);
            act(ActKind.TRAINING_RESULTS_RECORDED, it, summary, null);
            return it.id();
        });
    }

    /** The class as a sheet to fill with marks. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public byte[] resultSheet(long classId) {
        var it = classes.run(classId);
        var members = seated(classId);
        acts.record(
                ActKind.FILE_DOWNLOADED,
                Trainings.subject(classId, it.institutionId()),
                "Tải bảng điểm lớp %s, %s người".formatted(it.name(), Vi.count(members.size())),
                null);
        return TrainingSheets.results(
                it, classes.course(it), courses.listTopics(it.courseId()), members, book(members));
    }

    /** Marks from a sheet; faults by row and cell, all at once, and nothing written while there is one. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> readResults(long classId, byte[] file) {
        var it = classes.runOpen(classId);
        var members = seated(classId).stream().collect(Collectors.toMap(Member::staffNumber, member -> member));
        var read = TrainingSheets.results(file, classes.course(it), courses.listTopics(it.courseId()), members);
        if (read.faults().isEmpty()) {
            write(
                    it,
                    read.marks(),
                    "Nhập %s điểm từ tệp".formatted(Vi.count(read.marks().size())));
        }
        return read.faults();
    }

    /** One person of the class and what the rule makes of them. */
    public record Judged(Member member, Closing closing) {}

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<Judged> judge(long classId) {
        var it = classes.run(classId);
        var course = classes.course(it);
        var topics = courses.listTopics(course.id());
        var sessions = trainings.listSittings(classId).size();
        var members = seated(classId);
        var book = book(members);
        return members.stream()
                .map(member -> new Judged(
                        member,
                        Closing.judge(
                                course,
                                topics,
                                sessions,
                                book.present()
                                        .getOrDefault(member.id(), Set.of())
                                        .size(),
                                book.marks().getOrDefault(member.id(), Map.of()),
                                member.finalMark())))
                .toList();
    }

    /** Settles the whole class by the rule; can be taken back until the first certificate. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int close(long classId) {
        var it = classes.runOpen(classId);
        if (LocalDate.now(clock).isBefore(it.endsOn())) {
            throw new Refusal("Lớp học đến hết ngày %s; chốt kết quả từ ngày đó.".formatted(Vi.day(it.endsOn())));
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(classId);
            classes.stillOpen(classId);
            var judged = judge(classId);
            if (judged.isEmpty()) {
                throw new Refusal("Lớp chưa có ai; ghi danh trước rồi mới chốt được.");
            }
            enrolments.turn(
                    judged.stream().map(one -> one.member().id()).toList(),
                    judged.stream()
                            .map(one -> one.closing().passes() ? Member.State.COMPLETED : Member.State.FAILED)
                            .toList(),
                    judged.stream().map(one -> one.closing().told()).toList());
            trainings.close(classId, OffsetDateTime.now(clock), Scope.current().actor());
            var passed =
                    (int) judged.stream().filter(one -> one.closing().passes()).count();
            act(
                    ActKind.TRAINING_CLASS_CLOSED,
                    it,
                    "Chốt kết quả: %s/%s người hoàn thành".formatted(Vi.count(passed), Vi.count(judged.size())),
                    null);
            return passed;
        }));
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void reopen(long classId) {
        var it = classes.run(classId);
        if (it.state() != TrainingClass.State.CLOSED) {
            throw new Refusal(
                    it.open()
                            ? "Lớp chưa chốt kết quả."
                            : "Lớp đã cấp chứng nhận nên không bỏ chốt được; nếu một chứng nhận sai thì thu hồi chứng nhận đó.");
        }
        runs.raised(() -> {
            trainings.hold(classId);
            if (trainings.state(classId) != TrainingClass.State.CLOSED) {
                throw new Refusal("Lớp vừa được cấp chứng nhận; tải lại trang.");
            }
            trainings.reopen(classId);
            act(ActKind.TRAINING_CLASS_CLOSED, it, "Bỏ chốt kết quả", null);
            return classId;
        });
    }

    /** The personal data of those who have no account of their own were held against their papers by whoever runs the class. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int confirmFor(long classId) {
        var it = classes.run(classId);
        return runs.raised(() -> {
            enrolments.holdPeople(classId);
            var waiting = enrolments.listMembers(classId).stream()
                    .filter(member -> member.seated()
                            && member.confirmedAt() == null
                            && !member.account()
                            && member.birthDate() != null)
                    .map(Member::id)
                    .toList();
            if (waiting.isEmpty()) {
                throw new Refusal(
                        "Không có ai cần xác nhận thay: người có tài khoản tự xác nhận, người thiếu ngày sinh cần bổ sung hồ sơ trước.");
            }
            results.confirm(waiting, OffsetDateTime.now(clock), Scope.current().actor());
            act(
                    ActKind.TRAINING_RESULTS_RECORDED,
                    it,
                    "Xác nhận dữ liệu cá nhân thay %s người chưa có tài khoản".formatted(Vi.count(waiting.size())),
                    null);
            return waiting.size();
        });
    }

    /** What the class said in the survey; nothing until there are answers enough not to tell who gave them. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public TrainingResultRepository.@Nullable Feedback feedback(TrainingClass it) {
        return results.feedback(it.id())
                .filter(found -> found.answers() >= FEWEST_SHOWN)
                .orElse(null);
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> remarks(TrainingClass it) {
        return feedback(it) == null ? List.of() : results.listRemarks(it.id());
    }

    /** Fewer answers than this would tell who gave them. */
    public static final int FEWEST_SHOWN = 5;

    private void act(ActKind kind, TrainingClass it, String summary, @Nullable String reason) {
        acts.record(kind, Trainings.subject(it.id(), it.institutionId()), summary, reason);
    }
}
