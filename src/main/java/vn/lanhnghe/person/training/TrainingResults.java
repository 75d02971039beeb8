package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        attend(classId, seated(classId).stream().map(Member::id).collect(Collectors.toSet()), presentBySession, null);
    }

    /** How many of those who were shown left the class in between, of whom nothing is written; how many cells are other than before. */
    public record Attended(int left, int changed) {}

    /** The same of these people alone, and only where it is other than what was {@code seen}; null: than what is kept. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Attended attend(
            long classId, Set<Long> shown, Map<Long, Set<Long>> presentBySession, @Nullable Map<Long, Set<Long>> seen) {
        var it = classes.runOpen(classId);
        var today = LocalDate.now(clock);
        return Objects.requireNonNull(runs.write(() -> {
            trainings.hold(classId);
            classes.stillOpen(classId);
            var sittings = trainings.listSittings(classId).stream()
                    .collect(Collectors.toMap(Sitting::id, sitting -> sitting, (one, two) -> one, LinkedHashMap::new));
            if (!sittings.keySet().containsAll(presentBySession.keySet())) {
                throw new Refusal("Lịch học vừa thay đổi; xem lại các buổi rồi ghi điểm danh lần nữa.");
            }
            var members = seated(classId).stream()
                    .filter(one -> shown.contains(one.id()))
                    .toList();
            var book = book(members);
            var came = new ArrayList<Presence>();
            var gone = new ArrayList<Presence>();
            var early = new ArrayList<String>();
            for (var sitting : sittings.values()) {
                var present = presentBySession.get(sitting.id());
                if (present == null) {
                    continue;
                }
                var before = seen == null ? null : seen.get(sitting.id());
                var added = came.size();
                for (var member : members) {
                    var kept = book.was(member.id(), sitting.id());
                    var now = present.contains(member.id());
                    if (now != (before == null ? kept : before.contains(member.id())) && now != kept) {
                        (now ? came : gone).add(new Presence(member.id(), sitting.id()));
                    }
                }
                if (came.size() > added && sitting.heldOn().isAfter(today)) {
                    early.add(sitting.when());
                }
            }
            if (!early.isEmpty()) {
                throw new Refusal("Buổi %s chưa diễn ra; điểm danh được từ ngày học. Chưa ghi gì."
                        .formatted(String.join(", ", early)));
            }
            if (!came.isEmpty() || !gone.isEmpty()) {
                results.attend(gone, came);
                act(
                        ActKind.TRAINING_RESULTS_RECORDED,
                        it,
                        "Điểm danh: thêm %s lượt có mặt, bỏ %s lượt"
                                .formatted(Vi.count(came.size()), Vi.count(gone.size())),
                        null);
            }
            return new Attended(shown.size() - members.size(), came.size() + gone.size());
        }));
    }

    /** What came of marks that were sent: all faults, or of how many people how many were written. */
    public record Scored(List<String> faults, int people, int marks) {}

    /** Marks as written, by enrolment and topic ({@link #FINAL} the final test); answers with the faults, and writes only when there are none. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> score(long classId, Map<Long, Map<Long, String>> written) {
        return score(classId, written, null).faults();
    }

    /** The same, only where it is other than what was {@code seen}; a mark that somebody else changed as well meanwhile is named. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Scored score(
            long classId, Map<Long, Map<Long, String>> written, @Nullable Map<Long, Map<Long, String>> seen) {
        var it = classes.runOpen(classId);
        var topics = courses.listTopics(it.courseId()).stream()
                .collect(Collectors.toMap(Topic::id, topic -> "chuyên đề " + topic.place()));
        topics.put(FINAL, "kiểm tra cuối khoá");
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(classId);
            classes.stillOpen(classId);
            var members = seated(classId);
            var names = members.stream().collect(Collectors.toMap(Member::id, Member::fullName));
            var book = book(members);
            var faults = new ArrayList<String>();
            var marks = new ArrayList<Marked>();
            var left = written.keySet().stream()
                    .filter(one -> !names.containsKey(one))
                    .count();
            if (left > 0) {
                faults.add("%s người vừa rời lớp, dòng của họ không còn ở đây; xem lại rồi ghi lần nữa."
                        .formatted(Vi.count(left)));
            }
            written.forEach((enrolment, row) -> {
                if (!topics.keySet().containsAll(row.keySet())) {
                    throw new Refusal("Lớp này không có chuyên đề đó; tải lại trang rồi nhập lại.");
                }
                if (!names.containsKey(enrolment)) {
                    return;
                }
                row.forEach((topic, text) -> {
                    var where = "%s, %s".formatted(names.get(enrolment), topics.get(topic));
                    var mark = text.isBlank() ? null : Catalogue.mark(text);
                    if (mark == null && !text.isBlank()) {
                        faults.add("%s: “%s”; ghi điểm từ 0 đến 10, nhiều nhất một chữ số thập phân."
                                .formatted(where, Runs.said(text)));
                        return;
                    }
                    var now = mark == null ? "" : Closing.told(mark);
                    var kept = book.told(enrolment, topic);
                    var before = seen == null
                            ? kept
                            : seen.getOrDefault(enrolment, Map.of()).getOrDefault(topic, kept);
                    if (now.equals(before) || now.equals(kept)) {
                        return;
                    }
                    if (kept.equals(before)) {
                        marks.add(new Marked(enrolment, topic == FINAL ? null : topic, mark));
                    } else {
                        faults.add(
                                "%s: bạn ghi %s, trong lúc đó nơi khác vừa ghi %s. Ô vẫn giữ điều bạn ghi; bấm ghi lần nữa thì thay %s."
                                        .formatted(where, quoted(now), quoted(kept), quoted(kept)));
                    }
                });
            });
            var people = marks.stream().map(Marked::enrolmentId).distinct().count();
            if (faults.isEmpty() && !marks.isEmpty()) {
                results.score(marks);
                act(
                        ActKind.TRAINING_RESULTS_RECORDED,
                        it,
                        "Nhập %s điểm của %s người".formatted(Vi.count(marks.size()), Vi.count(people)),
                        null);
            }
            return new Scored(faults, (int) people, marks.size());
        }));
    }

    private static String quoted(String mark) {
        return mark.isEmpty() ? "để trống" : mark;
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

    /** What a sheet of marks came to: all its faults, or in words how many marks of which column were written. */
    public record SheetRead(List<String> faults, String told) {}

    /** Marks from a sheet; faults by row and cell, all at once, and nothing written while there is one. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public SheetRead readResults(long classId, byte[] file) {
        var it = classes.runOpen(classId);
        var members = seated(classId).stream().collect(Collectors.toMap(Member::staffNumber, member -> member));
        var read = TrainingSheets.results(file, classes.course(it), courses.listTopics(it.courseId()), members);
        if (!read.faults().isEmpty()) {
            return new SheetRead(read.faults(), "");
        }
        var told = "điểm của %s người: %s"
                .formatted(
                        Vi.count(read.marks().stream()
                                .map(Marked::enrolmentId)
                                .distinct()
                                .count()),
                        read.counts().entrySet().stream()
                                .map(column -> "%s %s điểm".formatted(column.getKey(), Vi.count(column.getValue())))
                                .collect(Collectors.joining(", ")));
        runs.raised(() -> {
            trainings.hold(classId);
            classes.stillOpen(classId);
            results.score(read.marks());
            act(ActKind.TRAINING_RESULTS_RECORDED, it, "Nhập từ tệp " + told, null);
            return classId;
        });
        return new SheetRead(List.of(), told);
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

    /** What has to be put in before the class can be settled; empty when nothing. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> hindrances(TrainingClass it) {
        var hindrances = new ArrayList<String>();
        if (enrolments.countSeated(it.id()) == 0) {
            hindrances.add("lớp chưa có người học nào");
        }
        var sittings = trainings.listSittings(it.id());
        if (sittings.isEmpty()) {
            hindrances.add("lớp chưa có buổi học nào; thêm các buổi đã học ở trang lớp rồi điểm danh");
        }
        var share = classes.course(it).attendanceShare();
        var blank = sittings.stream().filter(one -> one.present() == 0).toList();
        if (share > 0 && !blank.isEmpty()) {
            hindrances.add(
                    "chưa điểm danh buổi %s%s, mà khoá đòi có mặt từ %d %% số buổi; buổi không diễn ra thì bỏ khỏi lịch học"
                            .formatted(
                                    blank.stream()
                                            .limit(NAMED)
                                            .map(Sitting::when)
                                            .collect(Collectors.joining(", ")),
                                    blank.size() > NAMED
                                            ? " và %s buổi khác".formatted(Vi.count(blank.size() - NAMED))
                                            : "",
                                    share));
        }
        return hindrances;
    }

    /** How many sessions are named before the others are counted. */
    private static final int NAMED = 10;

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
            var hindrances = hindrances(it);
            if (!hindrances.isEmpty()) {
                throw new Refusal("Chưa chốt kết quả được: %s.".formatted(String.join("; ", hindrances)));
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
            acts.record(
                    ActKind.TRAINING_CLASS_CLOSED,
                    judged.stream()
                            .map(one -> new Acts.Told(
                                    one.member().person(),
                                    "%s lớp “%s”, khoá %s"
                                            .formatted(
                                                    one.closing().passes() ? "Hoàn thành" : "Chưa đạt",
                                                    it.name(),
                                                    it.courseTitle()),
                                    null))
                            .toList());
            return passed;
        }));
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void reopen(long classId) {
        var it = classes.run(classId);
        if (it.state() != TrainingClass.State.CLOSED) {
            throw new Refusal(
                    it.open() || it.cancelled()
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
            acts.record(
                    ActKind.TRAINING_CLASS_CLOSED,
                    seated(classId).stream()
                            .map(one -> new Acts.Told(
                                    one.person(), "Lớp “%s” bỏ chốt: kết quả chưa tính nữa".formatted(it.name()), null))
                            .toList());
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
                    .filter(member -> member.state() == Member.State.COMPLETED
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
