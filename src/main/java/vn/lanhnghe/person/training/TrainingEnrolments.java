package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.training.TrainingEnrolmentRepository.Batch;
import vn.lanhnghe.person.training.TrainingEnrolmentRepository.Busy;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Ghi danh: who is missing goes into a class, by list, by file or by asking; each act of many can be taken back. */
@Service
public class TrainingEnrolments {

    private final TrainingEnrolmentRepository enrolments;
    private final TrainingRepository trainings;
    private final Trainings classes;
    private final LackRepository lacks;
    private final People people;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    TrainingEnrolments(
            TrainingEnrolmentRepository enrolments,
            TrainingRepository trainings,
            Trainings classes,
            LackRepository lacks,
            People people,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.enrolments = enrolments;
        this.trainings = trainings;
        this.classes = classes;
        this.lacks = lacks;
        this.people = people;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    /** Those whom the reader may see: all of a class one runs, one's own people of another. */
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public List<Member> listMembers(TrainingClass it) {
        return enrolments.listMembers(it.id());
    }

    /** Who is missing in a kind. */
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public Paging<Lack> listMissing(Lack.Filter filter, int page) {
        var narrowed = narrowed(filter);
        var today = LocalDate.now(clock);
        return Paging.of(lacks.count(narrowed, today), page, it -> lacks.list(narrowed, today, it));
    }

    /** The kind and those that bring a person into the same figure, by their labels. */
    List<String> listAlike(String kind) {
        return lacks.listAlike(kind);
    }

    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public List<Lack.School> listSchools(Lack.Filter filter) {
        return lacks.listSchools(narrowed(filter), LocalDate.now(clock));
    }

    /** A college looks among its own. */
    private static Lack.Filter narrowed(Lack.Filter it) {
        var own = Scope.current().institutionId();
        return own == null ? it : new Lack.Filter(it.kind(), own, it.post(), it.q());
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<TrainingClass> listOpen(String kind) {
        return trainings.listOpen(Runs.provider(), kind, LocalDate.now(clock));
    }

    /**
     * What came of enrolling many: how many now sit in the class, how many of the asked sat there before, who was {@code left} out and
     * why, who came and is {@code away} on some of its days.
     */
    public record Enrolled(@Nullable Long batchId, int people, int already, List<String> left, List<String> away) {

        private static final int NAMED = 10;

        /** In words, for whoever enrolled them. */
        public String told() {
            var told = new ArrayList<String>();
            told.add(people == 0 ? "Chưa ghi danh thêm ai" : "Đã ghi danh %s người".formatted(Vi.count(people)));
            if (already > 0) {
                told.add("%s người đã ở trong lớp".formatted(Vi.count(already)));
            }
            if (!left.isEmpty()) {
                told.add("không ghi danh %s người: %s".formatted(Vi.count(left.size()), named(left)));
            }
            return String.join("; ", told)
                    + "."
                    + (away.isEmpty()
                            ? ""
                            : " Lưu ý %s người nghỉ trong thời gian lớp: %s."
                                    .formatted(Vi.count(away.size()), named(away)))
                    + (people == 0 ? "" : " Có thể hoàn tác ở trang lớp.");
        }

        private static String named(List<String> all) {
            return String.join(", ", all.subList(0, Math.min(NAMED, all.size())))
                    + (all.size() > NAMED ? " và %s người khác".formatted(Vi.count(all.size() - NAMED)) : "");
        }
    }

    /** Enrols these people, in one act that can be taken back; refused as {@link Unready} when some lack what the course needs first. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Enrolled enrol(long classId, Collection<Long> chosen) {
        return enrol(classId, chosen, "");
    }

    /** The same, of those too who lack what the course needs first, when there is a reason for it. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Enrolled enrol(long classId, Collection<Long> chosen, String reason) {
        if (chosen.isEmpty()) {
            throw new Refusal("Đánh dấu ít nhất một người để ghi danh.");
        }
        var people = chosen.stream().filter(Objects::nonNull).distinct().toList();
        return enrol(classes.runOpen(classId), people, "LIST", Runs.reason(reason));
    }

    /** How many of the filter are missing and learn nothing of the kind: whom {@link #enrolAll} would enrol. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int countFree(Lack.Filter filter) {
        return lacks.countFree(narrowed(filter), LocalDate.now(clock));
    }

    /** Enrols all of the filter who are missing and do not learn the kind already; names those who do. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Enrolled enrolAll(long classId, Lack.Filter filter) {
        var it = classes.runOpen(classId);
        var today = LocalDate.now(clock);
        var missing = lacks.listPeople(narrowed(filter), today);
        var learning = lacks.listLearning(narrowed(filter), today).stream()
                .map(one -> "%s đang học lớp %s".formatted(one.fullName(), one.className()))
                .toList();
        if (missing.isEmpty()) {
            throw new Refusal(
                    learning.isEmpty()
                            ? "Không còn ai thiếu trong danh sách này."
                            : "Cả %s người trong danh sách này đang học lớp khác; xem cột “Đang học”."
                                    .formatted(Vi.count(learning.size())));
        }
        var enrolled = enrol(it, missing, "LIST", "");
        return new Enrolled(
                enrolled.batchId(),
                enrolled.people(),
                enrolled.already(),
                Stream.concat(enrolled.left().stream(), learning.stream()).toList(),
                enrolled.away());
    }

    private void joinable(TrainingClass it) {
        if (!it.joinable(LocalDate.now(clock))) {
            throw new Refusal(
                    "Lớp %s đã kết thúc ngày %s nên không ghi danh thêm. Lớp còn học thì sửa ngày kết thúc của lớp trước."
                            .formatted(it.name(), Vi.day(it.endsOn())));
        }
    }

    private Enrolled enrol(TrainingClass it, List<Long> chosen, String way, String reason) {
        joinable(it);
        var workers =
                lacks.listAtWork(chosen, LocalDate.now(clock), Scope.current().institutionId());
        if (workers.size() < chosen.size()) {
            throw new Refusal(
                    "%s người được chọn hôm nay không làm việc ở cơ sở nào bạn được ghi danh; tải lại danh sách rồi chọn lại."
                            .formatted(Vi.count(chosen.size() - workers.size())));
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(it.id());
            classes.stillOpen(it.id());
            var seated = Set.copyOf(enrolments.listSeated(it.id(), chosen));
            var busy = enrolments.listBusy(it, chosen).stream()
                    .filter(one -> !seated.contains(one.personId()))
                    .toList();
            var left = busy.stream()
                    .map(one -> "%s đang học lớp %s".formatted(one.fullName(), one.className()))
                    .toList();
            var learning = busy.stream().map(Busy::personId).collect(Collectors.toSet());
            var fresh = workers.stream()
                    .filter(one -> !seated.contains(one.personId()) && !learning.contains(one.personId()))
                    .toList();
            var free = it.capacity() - enrolments.countSeated(it.id());
            if (fresh.size() > free) {
                throw new Refusal("Lớp “%s” còn %s chỗ, bạn chọn %s người. Chọn bớt, thêm chỗ hoặc mở thêm lớp."
                        .formatted(it.name(), Vi.count(Math.max(0, free)), Vi.count(fresh.size())));
            }
            if (fresh.isEmpty()) {
                return new Enrolled(null, 0, seated.size(), left, List.of());
            }
            var people = fresh.stream().map(LackRepository.Worker::personId).toList();
            var unready = unready(it, people);
            if (!unready.isEmpty() && reason.isEmpty()) {
                throw new Unready(it, chosen, unready);
            }
            var batch = enrolments.insertBatch(
                    it.id(),
                    way,
                    fresh.size(),
                    OffsetDateTime.now(clock),
                    Scope.current().actor());
            enrolments.enrol(
                    it.id(),
                    batch,
                    fresh,
                    unready.stream().map(Unready.Person::personId).toList(),
                    reason);
            act(
                    ActKind.TRAINING_ENROLLED,
                    it,
                    "Ghi danh %s người%s"
                            .formatted(
                                    Vi.count(fresh.size()),
                                    unready.isEmpty()
                                            ? ""
                                            : ", %s người chưa đủ điều kiện đầu vào"
                                                    .formatted(Vi.count(unready.size()))),
                    unready.isEmpty() ? null : reason);
            return new Enrolled(
                    batch,
                    fresh.size(),
                    seated.size(),
                    left,
                    enrolments.listAway(it, people).stream()
                            .map(one -> one.endsOn() == null
                                    ? "%s từ %s".formatted(one.fullName(), Vi.day(one.startsOn()))
                                    : "%s từ %s đến %s"
                                            .formatted(one.fullName(), Vi.day(one.startsOn()), Vi.day(one.endsOn())))
                            .toList());
        }));
    }

    private List<Unready.Person> unready(TrainingClass it, List<Long> people) {
        return enrolments.listUnready(Collections.nCopies(people.size(), it.courseId()), people, LocalDate.now(clock));
    }

    /** What those who ask lack of what their courses need first, by enrolment. */
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    public Map<Long, String> lacksOf(List<Member> asking, Map<Long, TrainingClass> classesOf) {
        var lacks = new HashMap<Long, String>();
        var unready = runs.raised(() -> enrolments.listUnready(
                asking.stream()
                        .map(it -> Objects.requireNonNull(classesOf.get(it.classId()))
                                .courseId())
                        .toList(),
                asking.stream().map(Member::personId).toList(),
                LocalDate.now(clock)));
        for (var it : asking) {
            var course = Objects.requireNonNull(classesOf.get(it.classId())).courseId();
            unready.stream()
                    .filter(one -> one.personId() == it.personId() && one.courseId() == course)
                    .forEach(one -> lacks.put(it.id(), one.lacks()));
        }
        return lacks;
    }

    /** A file's people: {@code faults} all there are; nobody is enrolled while there is one. */
    public record FileRead(List<String> faults, @Nullable Enrolled enrolled) {}

    /** Enrols whom a sheet names by staff number or citizen number; everybody or, with any fault, nobody. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public FileRead enrolFile(long classId, byte[] file) {
        var it = classes.runOpen(classId);
        joinable(it);
        var sheet = TrainingSheets.people(file);
        var faults = new ArrayList<>(sheet.faults());
        var known = new HashMap<String, LackRepository.Numbered>();
        for (var one : lacks.listNumbered(List.copyOf(sheet.numbers().keySet()), LocalDate.now(clock))) {
            known.put(one.staffNumber(), one);
            if (one.citizenId() != null) {
                known.put(one.citizenId(), one);
            }
        }
        var own = Scope.current().institutionId();
        var chosen = new LinkedHashMap<Long, Integer>();
        sheet.numbers().forEach((number, row) -> {
            var found = known.get(number);
            if (found == null) {
                faults.add("Dòng %d: không có ai mang số %s trong sổ nhà giáo%s."
                        .formatted(row, TrainingSheets.covered(number), own == null ? "" : " của trường"));
            } else if (found.institutionId() == null || own != null && !own.equals(found.institutionId())) {
                faults.add("Dòng %d: %s hôm nay không làm việc ở %s."
                        .formatted(row, found.fullName(), own == null ? "cơ sở nào" : "trường bạn"));
            } else if (chosen.putIfAbsent(found.personId(), row) != null) {
                faults.add(
                        "Dòng %d: %s đã có ở dòng %d.".formatted(row, found.fullName(), chosen.get(found.personId())));
            }
        });
        runs.raised(() -> enrolments.listBusy(it, List.copyOf(chosen.keySet())))
                .forEach(one -> faults.add("Dòng %d: %s đang học lớp %s của cùng khoá."
                        .formatted(chosen.get(one.personId()), one.fullName(), one.className())));
        if (!faults.isEmpty()) {
            return new FileRead(faults, null);
        }
        if (chosen.isEmpty()) {
            throw new Refusal("Tệp không có người nào. Mỗi dòng ghi một số nhà giáo hoặc số định danh.");
        }
        return new FileRead(List.of(), enrol(it, List.copyOf(chosen.keySet()), "FILE", ""));
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<Batch> listBatches(TrainingClass it) {
        return enrolments.listBatches(it.id());
    }

    /** How many were taken out again, and who stays because something was written about them. */
    public record Undone(int removed, List<String> kept) {}

    /** Takes an enrolment of many back, but for those of whom something was written meanwhile. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Undone undo(long batchId) {
        var batch = enrolments.findBatch(batchId).orElseThrow(() -> new NotFound("Không có lần ghi danh này."));
        var it = classes.runOpen(batch.classId());
        if (batch.undoneAt() != null) {
            throw new Refusal("Lần ghi danh này đã được hoàn tác lúc %s.".formatted(Vi.time(batch.undoneAt())));
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(it.id());
            if (!enrolments.turnBack(batchId, OffsetDateTime.now(clock))) {
                throw new Refusal("Lần ghi danh này vừa được hoàn tác; tải lại trang.");
            }
            var kept = enrolments.listUsed(batchId);
            var removed = enrolments.remove(batchId);
            if (removed == 0) {
                throw new Refusal(
                        "Mọi người của lần ghi danh này đã có điểm danh, điểm hoặc đã thôi học, nên không hoàn tác được ai; cho từng người thôi học.");
            }
            act(
                    ActKind.TRAINING_ENROLLED,
                    it,
                    "Hoàn tác ghi danh %s người%s"
                            .formatted(
                                    Vi.count(removed),
                                    kept.isEmpty() ? "" : ", giữ %s người".formatted(Vi.count(kept.size()))),
                    null);
            return new Undone(removed, kept);
        }));
    }

    /** A teacher asks for a seat; the school agrees or not. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public void ask(long classId) {
        var it = classes.get(classId);
        var me = people.mine()
                .orElseThrow(() ->
                        new Refusal("Tài khoản của bạn chưa gắn với hồ sơ nhà giáo; nhờ phòng đào tạo gắn giúp."));
        if (!it.open() || !it.selfEnrol()) {
            throw new Refusal("Lớp này không nhận đăng ký; hỏi phòng đào tạo của trường.");
        }
        if (it.endsOn().isBefore(LocalDate.now(clock))) {
            throw new Refusal("Lớp đã kết thúc ngày %s.".formatted(Vi.day(it.endsOn())));
        }
        var worker = lacks.listAtWork(List.of(me.id()), LocalDate.now(clock), null).stream()
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("Hôm nay hồ sơ của bạn không có nơi làm việc chính; nhờ phòng đào tạo kiểm tra."));
        runs.raised(() -> {
            trainings.hold(classId);
            classes.stillOpen(classId);
            enrolments.listBusy(it, List.of(me.id())).stream().findFirst().ifPresent(busy -> {
                throw new Refusal("Bạn đang học lớp %s của cùng khoá này.".formatted(busy.className()));
            });
            enrolments.findMember(classId, me.id()).ifPresent(member -> {
                if (member.seated() || member.state() == Member.State.ASKED) {
                    throw new Refusal("Bạn đã ở trong lớp này: %s."
                            .formatted(member.state().label()));
                }
            });
            enrolments.ask(classId, me.id(), worker.institutionId());
            return classId;
        });
    }

    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    public Paging<Member> listAsked(int page) {
        var own = Objects.requireNonNullElse(Scope.current().institutionId(), -1L);
        return Paging.of(enrolments.countAsked(own), page, it -> enrolments.listAsked(own, it));
    }

    /** The classes in which these people sit or ask for a seat, by id. */
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    public Map<Long, TrainingClass> classesOf(List<Member> members) {
        return trainings.list(members.stream().map(Member::classId).distinct().toList()).stream()
                .collect(Collectors.toMap(TrainingClass::id, it -> it));
    }

    /** The school answers its own teacher who asked. */
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    public void answer(long enrolmentId, boolean agreed, String reason) {
        var member = member(enrolmentId);
        if (!Objects.equals(Scope.current().institutionId(), member.institutionId())
                || member.state() != Member.State.ASKED) {
            throw new Refusal("Người này không còn chờ trường bạn trả lời.");
        }
        var why = Runs.reason(reason);
        if (!agreed && why.isEmpty()) {
            throw new Refusal("Ghi lý do chưa đồng ý, để người xin học biết.");
        }
        var it = classes.get(member.classId());
        runs.raised(() -> {
            trainings.hold(it.id());
            classes.stillOpen(it.id());
            if (agreed) {
                joinable(it);
                if (enrolments.countSeated(it.id()) >= it.capacity()) {
                    throw new Refusal("Lớp %s đã đủ %s chỗ.".formatted(it.name(), Vi.count(it.capacity())));
                }
                enrolments.listBusy(it, List.of(member.personId())).stream()
                        .findFirst()
                        .ifPresent(busy -> {
                            throw new Refusal("%s đang học lớp %s của cùng khoá này."
                                    .formatted(busy.fullName(), busy.className()));
                        });
            }
            var unready = agreed ? unready(it, List.of(member.personId())) : List.<Unready.Person>of();
            if (!unready.isEmpty() && why.isEmpty()) {
                throw new Refusal("%s: %s. Ghi lý do vẫn cho học rồi bấm Đồng ý, hoặc bấm Chưa đồng ý."
                        .formatted(member.fullName(), unready.getFirst().lacks()));
            }
            if (!enrolments.turn(
                    enrolmentId,
                    Member.State.ASKED,
                    agreed ? Member.State.ENROLLED : Member.State.REFUSED,
                    agreed ? "" : why)) {
                throw new Refusal("Người này không còn chờ trường bạn trả lời.");
            }
            if (!unready.isEmpty()) {
                enrolments.except(enrolmentId, why);
            }
            act(
                    ActKind.TRAINING_ENROLLED,
                    it,
                    "%s cho %s học%s"
                            .formatted(
                                    agreed ? "Đồng ý" : "Chưa đồng ý",
                                    member.fullName(),
                                    unready.isEmpty()
                                            ? ""
                                            : ", dù " + unready.getFirst().lacks()),
                    why.isEmpty() ? null : why);
            return enrolmentId;
        });
    }

    /** Somebody leaves the class. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void withdraw(long enrolmentId, String reason) {
        var member = member(enrolmentId);
        var it = classes.runOpen(member.classId());
        if (member.state() != Member.State.ENROLLED) {
            throw new Refusal("%s không đang học trong lớp này.".formatted(member.fullName()));
        }
        var why = Runs.reason(reason);
        if (why.isEmpty()) {
            throw new Refusal("Ghi lý do thôi học.");
        }
        runs.raised(() -> {
            trainings.hold(it.id());
            classes.stillOpen(it.id());
            if (!enrolments.turn(enrolmentId, Member.State.ENROLLED, Member.State.WITHDREW, why)) {
                throw new Refusal("%s không đang học trong lớp này.".formatted(member.fullName()));
            }
            act(ActKind.TRAINING_ENROLLED, it, "%s thôi học".formatted(member.fullName()), why);
            return enrolmentId;
        });
    }

    private Member member(long enrolmentId) {
        return enrolments
                .findMember(enrolmentId)
                .orElseThrow(() -> new NotFound("Không có người này trong lớp nào bạn được xem."));
    }

    private void act(ActKind kind, TrainingClass it, String summary, @Nullable String reason) {
        acts.record(kind, Trainings.subject(it.id(), it.institutionId()), summary, reason);
    }
}
