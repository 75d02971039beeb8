package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.training.TrainingRepository.Batch;
import vn.lanhnghe.person.training.TrainingRepository.Marked;
import vn.lanhnghe.person.training.TrainingRepository.Presence;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Lớp bồi dưỡng: opened, filled, attended, marked, closed by the course's rule; each act of many can be taken back. */
@Service
public class Trainings {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final TrainingRepository trainings;
    private final LackRepository lacks;
    private final CatalogueRepository courses;
    private final Catalogue catalogue;
    private final People people;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    Trainings(
            TrainingRepository trainings,
            LackRepository lacks,
            CatalogueRepository courses,
            Catalogue catalogue,
            People people,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.trainings = trainings;
        this.lacks = lacks;
        this.courses = courses;
        this.catalogue = catalogue;
        this.people = people;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    public Paging<TrainingClass> list(boolean open, int page) {
        var own = Scope.current().institutionId();
        return new Paging<>(
                trainings.list(own, open, Paging.SIZE, Paging.offset(page)),
                page,
                trainings.count(own, open),
                Paging.SIZE);
    }

    /** The department's classes, and of a college its own. */
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    public TrainingClass get(long id) {
        return trainings
                .find(id, Scope.current().institutionId())
                .orElseThrow(() -> new NotFound("Không có lớp bồi dưỡng này trong phạm vi bạn được xem."));
    }

    TrainingCourse course(TrainingClass it) {
        return courses.find(it.courseId()).orElseThrow();
    }

    /** Those whom the reader may see: all of a class one runs, one's own people of another. */
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public List<Member> listMembers(TrainingClass it) {
        return trainings.listMembers(it.id());
    }

    public List<Sitting> listSittings(TrainingClass it) {
        return trainings.listSittings(it.id());
    }

    /** A class of whoever is signed in, to be worked on. */
    private TrainingClass run(long id) {
        var it = get(id);
        Runs.own(it.institutionId());
        return it;
    }

    private TrainingClass runOpen(long id) {
        var it = run(id);
        if (!it.open()) {
            throw new Refusal("Lớp này %s; bỏ chốt kết quả trước khi sửa."
                    .formatted(it.state().label()));
        }
        return it;
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public long open(NewTrainingClass plan) {
        var course = catalogue.get(Objects.requireNonNull(plan.courseId()));
        var provider = Runs.provider();
        if (!course.active()) {
            throw new Refusal("Khoá %s đã rút khỏi danh mục; chọn khoá khác.".formatted(course.code()));
        }
        var starts = Objects.requireNonNull(plan.startsOn());
        var ends = Objects.requireNonNull(plan.endsOn());
        if (ends.isBefore(starts)) {
            throw new Refusal(
                    "Ngày kết thúc %s trước ngày bắt đầu %s; hãy chọn lại.".formatted(Vi.day(ends), Vi.day(starts)));
        }
        var sittings = sittings(plan.sessions(), courses.listTopics(course.id()), starts, ends);
        return Objects.requireNonNull(runs.write(() -> {
            var id = trainings.insert(provider, plan, Scope.current().actor());
            trainings.insert(id, sittings);
            act(
                    ActKind.TRAINING_CLASS_OPENED,
                    id,
                    provider,
                    "Mở lớp %s, khoá %s, %s buổi".formatted(plan.name(), course.code(), Vi.count(sittings.size())),
                    null);
            return id;
        }));
    }

    /** Adds sessions, a line each. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int plan(long id, String lines) {
        var it = runOpen(id);
        var sittings = sittings(lines, courses.listTopics(it.courseId()), it.startsOn(), it.endsOn());
        if (sittings.isEmpty()) {
            throw new Refusal("Ghi ít nhất một buổi: ngày giờ; số chuyên đề; trực tuyến hoặc trực tiếp; nơi học.");
        }
        var known = trainings.listSittings(id);
        for (var one : sittings) {
            if (known.stream()
                    .anyMatch(other -> other.heldOn().equals(one.heldOn())
                            && other.startsAt().equals(one.startsAt()))) {
                throw new Refusal("Lớp đã có buổi lúc %s ngày %s.".formatted(one.startsAt(), Vi.day(one.heldOn())));
            }
        }
        runs.write(() -> {
            trainings.insert(id, sittings);
            act(
                    ActKind.TRAINING_CLASS_OPENED,
                    id,
                    it.institutionId(),
                    "Thêm %s buổi học".formatted(Vi.count(sittings.size())),
                    null);
            return id;
        });
        return sittings.size();
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void removeSitting(long id, long sessionId) {
        var it = runOpen(id);
        runs.write(() -> {
            if (!trainings.removeSitting(id, sessionId)) {
                throw new Refusal("Buổi này đã điểm danh hoặc không thuộc lớp; bỏ điểm danh trước rồi mới xoá được.");
            }
            act(ActKind.TRAINING_CLASS_OPENED, id, it.institutionId(), "Bỏ một buổi học", null);
            return id;
        });
    }

    /** A line each: day and time; number of the topic, or empty; online or in person; where. All faults at once. */
    static List<Sitting> sittings(String text, List<Topic> topics, LocalDate from, LocalDate to) {
        var sittings = new ArrayList<Sitting>();
        var faults = new ArrayList<String>();
        var times = new HashSet<String>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var cells = line.split(";", -1);
            var when = cells[0].strip().split("\\s+");
            var day = day(when[0]);
            var time = time(when.length == 2 ? when[1] : "");
            if (cells.length < 3 || cells.length > 4) {
                faults.add(
                        "dòng %d có %d phần, cần 3 hoặc 4: ngày giờ; số chuyên đề; trực tuyến hoặc trực tiếp; nơi học"
                                .formatted(number, cells.length));
                continue;
            }
            var mode = Vietnamese.fold(cells[2]);
            var topic = cells[1].strip();
            var found = topics.stream()
                    .filter(it -> String.valueOf(it.place()).equals(topic))
                    .findFirst();
            if (day == null || time == null) {
                faults.add("dòng %d: “%s”; ghi ngày giờ, ví dụ 05/12/2026 18:00".formatted(number, cells[0].strip()));
            } else if (day.isBefore(from) || day.isAfter(to)) {
                faults.add("dòng %d: ngày %s ngoài thời gian lớp %s đến %s"
                        .formatted(number, Vi.day(day), Vi.day(from), Vi.day(to)));
            } else if (!topic.isEmpty() && found.isEmpty()) {
                faults.add("dòng %d: khoá không có chuyên đề số %s".formatted(number, topic));
            } else if (!mode.equals("truc tuyen") && !mode.equals("truc tiep")) {
                faults.add("dòng %d: “%s”; ghi trực tuyến hoặc trực tiếp".formatted(number, cells[2].strip()));
            } else if (!times.add(day + " " + time)) {
                faults.add("dòng %d: trùng giờ với một dòng trên".formatted(number));
            } else {
                sittings.add(new Sitting(
                        0,
                        day,
                        time,
                        found.map(Topic::id).orElse(null),
                        found.map(Topic::place).orElse(null),
                        mode.equals("truc tuyen") ? Mode.ONLINE : Mode.IN_PERSON,
                        cells.length == 4 ? Vietnamese.tidy(cells[3]) : "",
                        0));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal("Lịch học còn chỗ cần sửa – %s.".formatted(String.join("; ", faults)));
        }
        return sittings;
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip(), DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalTime time(String text) {
        return text.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")
                ? LocalTime.parse(text.length() == 4 ? "0" + text : text)
                : null;
    }

    // enrolment

    /** Who is missing in a kind. */
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public Paging<Lack> listMissing(Lack.Filter filter, int page) {
        var narrowed = narrowed(filter);
        var today = LocalDate.now(clock);
        return new Paging<>(lacks.list(narrowed, today, page), page, lacks.count(narrowed, today), Paging.SIZE);
    }

    /** How many are at work within the filter, trained or not. */
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public long countStaff(Lack.Filter filter) {
        return lacks.countStaff(narrowed(filter), LocalDate.now(clock));
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
        return trainings.listOpen(Runs.provider(), kind);
    }

    /** What came of enrolling many: how many now sit in the class, how many of the asked sat there before. */
    public record Enrolled(@Nullable Long batchId, int people, int already) {}

    /** Enrols these people, in one act that can be taken back. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Enrolled enrol(long classId, Collection<Long> chosen) {
        if (chosen.isEmpty()) {
            throw new Refusal("Đánh dấu ít nhất một người để ghi danh.");
        }
        return enrol(runOpen(classId), List.copyOf(new HashSet<>(chosen)), "LIST");
    }

    /** Enrols all of the filter who are missing and do not learn the kind already. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public Enrolled enrolAll(long classId, Lack.Filter filter) {
        var it = runOpen(classId);
        var missing = lacks.listPeople(narrowed(filter), LocalDate.now(clock));
        if (missing.isEmpty()) {
            throw new Refusal("Không còn ai thiếu trong danh sách này.");
        }
        return enrol(it, missing, "LIST");
    }

    private Enrolled enrol(TrainingClass it, List<Long> chosen, String way) {
        var workers =
                lacks.listAtWork(chosen, LocalDate.now(clock), Scope.current().institutionId());
        if (workers.size() < chosen.size()) {
            throw new Refusal(
                    "%s người được chọn hôm nay không làm việc ở cơ sở nào bạn được ghi danh; tải lại danh sách rồi chọn lại."
                            .formatted(Vi.count(chosen.size() - workers.size())));
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(it.id());
            stillOpen(it.id());
            var seated = Set.copyOf(trainings.listSeated(it.id(), chosen));
            var fresh = workers.stream()
                    .filter(one -> !seated.contains(one.personId()))
                    .toList();
            var free = it.capacity() - trainings.countSeated(it.id());
            if (fresh.size() > free) {
                throw new Refusal("Lớp %s còn %s chỗ, bạn chọn %s người. Chọn bớt hoặc mở thêm lớp."
                        .formatted(it.name(), Vi.count(Math.max(0, free)), Vi.count(fresh.size())));
            }
            if (fresh.isEmpty()) {
                return new Enrolled(null, 0, seated.size());
            }
            var batch = trainings.insertBatch(
                    it.id(),
                    way,
                    fresh.size(),
                    OffsetDateTime.now(clock),
                    Scope.current().actor());
            trainings.enrol(it.id(), batch, fresh);
            act(
                    ActKind.TRAINING_ENROLLED,
                    it.id(),
                    it.institutionId(),
                    "Ghi danh %s người".formatted(Vi.count(fresh.size())),
                    null);
            return new Enrolled(batch, fresh.size(), seated.size());
        }));
    }

    private void stillOpen(long classId) {
        if (trainings.state(classId) != TrainingClass.State.OPEN) {
            throw new Refusal("Lớp vừa được chốt kết quả; tải lại trang.");
        }
    }

    /** A file's people: {@code faults} all there are; nobody is enrolled while there is one. */
    public record FileRead(List<String> faults, @Nullable Enrolled enrolled) {}

    /** Enrols whom a sheet names by staff number or citizen number; everybody or, with any fault, nobody. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public FileRead enrolFile(long classId, byte[] file) {
        var it = runOpen(classId);
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
        if (!faults.isEmpty()) {
            return new FileRead(faults, null);
        }
        if (chosen.isEmpty()) {
            throw new Refusal("Tệp không có người nào. Mỗi dòng ghi một số nhà giáo hoặc số định danh.");
        }
        return new FileRead(List.of(), enrol(it, List.copyOf(chosen.keySet()), "FILE"));
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<Batch> listBatches(TrainingClass it) {
        return trainings.listBatches(it.id());
    }

    /** Takes an enrolment of many back, as long as nothing was written about them. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int undo(long batchId) {
        var batch = trainings.findBatch(batchId).orElseThrow(() -> new NotFound("Không có lần ghi danh này."));
        var it = runOpen(batch.classId());
        if (batch.undoneAt() != null) {
            throw new Refusal("Lần ghi danh này đã được hoàn tác lúc %s.".formatted(Vi.time(batch.undoneAt())));
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(it.id());
            if (trainings.used(batchId)) {
                throw new Refusal(
                        "Đã có điểm danh, điểm hoặc người thôi học trong lần ghi danh này, nên không hoàn tác cả lần được; cho từng người thôi học.");
            }
            var removed = trainings.undo(batchId, OffsetDateTime.now(clock));
            act(
                    ActKind.TRAINING_ENROLLED,
                    it.id(),
                    it.institutionId(),
                    "Hoàn tác ghi danh %s người".formatted(Vi.count(removed)),
                    null);
            return removed;
        }));
    }

    /** A teacher asks for a seat; the school agrees or not. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public void ask(long classId) {
        var it = get(classId);
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
            stillOpen(classId);
            trainings.findMember(classId, me.id()).ifPresent(member -> {
                if (member.seated() || member.state() == Member.State.ASKED) {
                    throw new Refusal("Bạn đã ở trong lớp này: %s."
                            .formatted(member.state().label()));
                }
            });
            trainings.ask(classId, me.id(), worker.institutionId());
            return classId;
        });
    }

    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    public List<Member> listAsked() {
        return trainings.listAsked(Objects.requireNonNullElse(Scope.current().institutionId(), -1L));
    }

    /** The school answers its own teacher who asked. */
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    public void answer(long enrolmentId, boolean agreed, String reason) {
        var member = member(enrolmentId);
        if (!Objects.equals(Scope.current().institutionId(), member.institutionId())
                || member.state() != Member.State.ASKED) {
            throw new Refusal("Người này không còn chờ trường bạn trả lời.");
        }
        if (!agreed && reason.isBlank()) {
            throw new Refusal("Ghi lý do chưa đồng ý, để người xin học biết.");
        }
        var it = get(member.classId());
        runs.raised(() -> {
            trainings.hold(it.id());
            stillOpen(it.id());
            if (agreed && trainings.countSeated(it.id()) >= it.capacity()) {
                throw new Refusal("Lớp %s đã đủ %s chỗ.".formatted(it.name(), Vi.count(it.capacity())));
            }
            trainings.turn(enrolmentId, agreed ? Member.State.ENROLLED : Member.State.REFUSED, Vietnamese.tidy(reason));
            act(
                    ActKind.TRAINING_ENROLLED,
                    it.id(),
                    it.institutionId(),
                    "%s cho %s học".formatted(agreed ? "Đồng ý" : "Chưa đồng ý", member.fullName()),
                    reason.isBlank() ? null : reason);
            return enrolmentId;
        });
    }

    /** Somebody leaves the class. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void withdraw(long enrolmentId, String reason) {
        var member = member(enrolmentId);
        var it = runOpen(member.classId());
        if (member.state() != Member.State.ENROLLED) {
            throw new Refusal("%s không đang học trong lớp này.".formatted(member.fullName()));
        }
        if (reason.isBlank()) {
            throw new Refusal("Ghi lý do thôi học.");
        }
        runs.raised(() -> {
            trainings.turn(enrolmentId, Member.State.WITHDREW, Vietnamese.tidy(reason));
            act(
                    ActKind.TRAINING_ENROLLED,
                    it.id(),
                    it.institutionId(),
                    "%s thôi học".formatted(member.fullName()),
                    reason);
            return enrolmentId;
        });
    }

    private Member member(long enrolmentId) {
        return trainings
                .findMember(enrolmentId)
                .orElseThrow(() -> new NotFound("Không có người này trong lớp nào bạn được xem."));
    }

    // attendance and marks

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

    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public Book book(TrainingClass it) {
        var present = trainings.listPresence(it.id()).stream()
                .collect(Collectors.groupingBy(
                        Presence::enrolmentId, Collectors.mapping(Presence::sessionId, Collectors.toSet())));
        var marks = new HashMap<Long, Map<Long, BigDecimal>>();
        trainings
                .listScores(it.id())
                .forEach(score -> marks.computeIfAbsent(score.enrolmentId(), id -> new HashMap<>())
                        .put(score.topicId(), score.mark()));
        trainings.listMembers(it.id()).forEach(member -> {
            if (member.finalMark() != null) {
                marks.computeIfAbsent(member.id(), id -> new HashMap<>()).put(FINAL, member.finalMark());
            }
        });
        return new Book(present, marks);
    }

    /** Who was present, session by session; what was written of these sessions before gives way. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void attend(long classId, Map<Long, Set<Long>> presentBySession) {
        var it = runOpen(classId);
        var sessions = trainings.listSittings(classId).stream().map(Sitting::id).collect(Collectors.toSet());
        var members = trainings.listMembers(classId).stream()
                .filter(Member::seated)
                .map(Member::id)
                .collect(Collectors.toSet());
        var present = new ArrayList<Presence>();
        presentBySession.forEach((session, who) -> {
            if (!sessions.contains(session) || !members.containsAll(who)) {
                throw new Refusal("Danh sách lớp vừa thay đổi; tải lại trang rồi điểm danh lại.");
            }
            who.forEach(member -> present.add(new Presence(member, session)));
        });
        runs.write(() -> {
            trainings.hold(classId);
            stillOpen(classId);
            trainings.attend(List.copyOf(presentBySession.keySet()), present);
            act(
                    ActKind.TRAINING_RESULTS_RECORDED,
                    classId,
                    it.institutionId(),
                    "Điểm danh %s buổi, %s lượt có mặt"
                            .formatted(Vi.count(presentBySession.size()), Vi.count(present.size())),
                    null);
            return classId;
        });
    }

    /** Marks as written, by enrolment and topic ({@link #FINAL} the final test); answers with the faults, and writes only when there are none. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> score(long classId, Map<Long, Map<Long, String>> written) {
        var it = runOpen(classId);
        var names = trainings.listMembers(classId).stream()
                .filter(Member::seated)
                .collect(Collectors.toMap(Member::id, Member::fullName));
        var topics = courses.listTopics(it.courseId()).stream()
                .collect(Collectors.toMap(Topic::id, topic -> "chuyên đề " + topic.place()));
        topics.put(FINAL, "kiểm tra cuối khoá");
        var faults = new ArrayList<String>();
        var marks = new ArrayList<Marked>();
        written.forEach((enrolment, row) -> {
            if (!names.containsKey(enrolment) || !topics.keySet().containsAll(row.keySet())) {
                throw new Refusal("Danh sách lớp vừa thay đổi; tải lại trang rồi nhập lại.");
            }
            row.forEach((topic, text) -> {
                var mark = text.isBlank() ? null : Catalogue.mark(text);
                if (mark == null && !text.isBlank()) {
                    faults.add("%s, %s: “%s”; ghi điểm từ 0 đến 10, nhiều nhất một chữ số thập phân."
                            .formatted(names.get(enrolment), topics.get(topic), text));
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
            stillOpen(it.id());
            trainings.score(marks);
            act(ActKind.TRAINING_RESULTS_RECORDED, it.id(), it.institutionId(), summary, null);
            return it.id();
        });
    }

    /** The class as a sheet to fill with marks. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public byte[] resultSheet(long classId) {
        var it = run(classId);
        var members =
                trainings.listMembers(classId).stream().filter(Member::seated).toList();
        acts.record(
                ActKind.FILE_DOWNLOADED,
                subject(classId, it.institutionId()),
                "Tải bảng điểm lớp %s, %s người".formatted(it.name(), Vi.count(members.size())),
                null);
        return TrainingSheets.results(it, course(it), courses.listTopics(it.courseId()), members, book(it));
    }

    /** Marks from a sheet; faults by row and cell, all at once, and nothing written while there is one. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> readResults(long classId, byte[] file) {
        var it = runOpen(classId);
        var members = trainings.listMembers(classId).stream()
                .filter(Member::seated)
                .collect(Collectors.toMap(Member::staffNumber, member -> member));
        var read = TrainingSheets.results(file, course(it), courses.listTopics(it.courseId()), members);
        if (read.faults().isEmpty()) {
            write(
                    it,
                    read.marks(),
                    "Nhập %s điểm từ tệp".formatted(Vi.count(read.marks().size())));
        }
        return read.faults();
    }

    // closing

    /** One person of the class and what the rule makes of them. */
    public record Judged(Member member, Closing closing) {}

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<Judged> judge(long classId) {
        var it = run(classId);
        var course = course(it);
        var topics = courses.listTopics(course.id());
        var sessions = trainings.listSittings(classId).size();
        var book = book(it);
        return trainings.listMembers(classId).stream()
                .filter(Member::seated)
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
        var it = runOpen(classId);
        if (LocalDate.now(clock).isBefore(it.endsOn())) {
            throw new Refusal("Lớp học đến hết ngày %s; chốt kết quả từ ngày đó.".formatted(Vi.day(it.endsOn())));
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(classId);
            stillOpen(classId);
            var judged = judge(classId);
            if (judged.isEmpty()) {
                throw new Refusal("Lớp chưa có ai; ghi danh trước rồi mới chốt được.");
            }
            trainings.turn(
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
                    classId,
                    it.institutionId(),
                    "Chốt kết quả: %s/%s người hoàn thành".formatted(Vi.count(passed), Vi.count(judged.size())),
                    null);
            return passed;
        }));
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void reopen(long classId) {
        var it = run(classId);
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
            act(ActKind.TRAINING_CLASS_CLOSED, classId, it.institutionId(), "Bỏ chốt kết quả", null);
            return classId;
        });
    }

    /** The personal data of those who have no account of their own were held against their papers by whoever runs the class. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int confirmFor(long classId) {
        var it = run(classId);
        var waiting = trainings.listMembers(classId).stream()
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
        runs.raised(() -> {
            trainings.confirm(
                    waiting, OffsetDateTime.now(clock), Scope.current().actor());
            act(
                    ActKind.TRAINING_RESULTS_RECORDED,
                    classId,
                    it.institutionId(),
                    "Xác nhận dữ liệu cá nhân thay %s người chưa có tài khoản".formatted(Vi.count(waiting.size())),
                    null);
            return classId;
        });
        return waiting.size();
    }

    /** What the class said in the survey; nothing until there are answers enough not to tell who gave them. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public TrainingRepository.@Nullable Feedback feedback(TrainingClass it) {
        return trainings
                .feedback(it.id())
                .filter(found -> found.answers() >= FEWEST_SHOWN)
                .orElse(null);
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public List<String> remarks(TrainingClass it) {
        return feedback(it) == null ? List.of() : trainings.listRemarks(it.id());
    }

    /** Fewer answers than this would tell who gave them. */
    public static final int FEWEST_SHOWN = 5;

    private void act(ActKind kind, long classId, long provider, String summary, @Nullable String reason) {
        acts.record(kind, subject(classId, provider), summary, reason);
    }

    static Subject subject(long classId, long provider) {
        return new Subject("training_class", classId, provider == Runs.DEPARTMENT ? null : provider);
    }
}
