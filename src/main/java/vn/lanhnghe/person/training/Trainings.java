package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Lớp bồi dưỡng: opened for a course of the catalogue, planned session by session. */
@Service
public class Trainings {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** How long a class lasts at most, and how far from today it begins. */
    private static final int MOST_YEARS = 2;

    private static final int LONGEST_PLACE = 200;

    private final TrainingRepository trainings;
    private final TrainingEnrolmentRepository enrolments;
    private final CatalogueRepository courses;
    private final Catalogue catalogue;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    Trainings(
            TrainingRepository trainings,
            TrainingEnrolmentRepository enrolments,
            CatalogueRepository courses,
            Catalogue catalogue,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.trainings = trainings;
        this.enrolments = enrolments;
        this.courses = courses;
        this.catalogue = catalogue;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    public Paging<TrainingClass> list(boolean open, int page) {
        var own = Scope.current().institutionId();
        return Paging.of(
                trainings.count(own, open),
                page,
                shown -> trainings.list(own, open, Paging.SIZE, Paging.offset(shown)));
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

    public List<Sitting> listSittings(TrainingClass it) {
        return trainings.listSittings(it.id());
    }

    /** A class of whoever is signed in, to be worked on. */
    TrainingClass run(long id) {
        var it = get(id);
        Runs.own(it.institutionId());
        return it;
    }

    TrainingClass runOpen(long id) {
        var it = run(id);
        if (!it.open()) {
            throw new Refusal(
                    it.cancelled()
                            ? "Lớp này đã huỷ; muốn dạy khoá đó thì mở lớp khác."
                            : it.state() == TrainingClass.State.ISSUED
                                    ? "Lớp này đã cấp chứng nhận nên không sửa được nữa."
                                    : "Lớp này đã chốt kết quả; bỏ chốt kết quả trước khi sửa.");
        }
        return it;
    }

    /** All that is wrong with a new class, or with what a class that is {@code changed} is to be. */
    List<Fault> faults(NewTrainingClass plan, @Nullable TrainingClass changed) {
        var faults = new ArrayList<Fault>();
        var course = plan.courseId() == null ? null : catalogue.get(plan.courseId());
        if (changed == null && course != null && !course.active()) {
            faults.add(new Fault(
                    "courseId",
                    (course.state() == TrainingCourse.State.REPLACED
                                    ? "Khoá %s đã có lần ban hành sau; mở lớp theo lần mới nhất."
                                    : "Khoá %s đã rút khỏi danh mục; chọn khoá khác.")
                            .formatted(course.code())));
        }
        var starts = plan.startsOn();
        var ends = plan.endsOn();
        var today = LocalDate.now(clock);
        if (starts != null
                && (starts.isBefore(today.minusYears(MOST_YEARS)) || starts.isAfter(today.plusYears(MOST_YEARS)))) {
            faults.add(new Fault(
                    "startsOn", "Ngày bắt đầu %s quá xa hôm nay; kiểm tra lại năm.".formatted(Vi.day(starts))));
        }
        if (starts != null && ends != null) {
            if (ends.isBefore(starts)) {
                faults.add(new Fault(
                        "endsOn",
                        "Ngày kết thúc %s trước ngày bắt đầu %s; hãy chọn lại."
                                .formatted(Vi.day(ends), Vi.day(starts))));
            } else if (ends.isAfter(starts.plusYears(MOST_YEARS))) {
                faults.add(new Fault(
                        "endsOn",
                        "Lớp kéo dài từ %s đến %s; một lớp dài nhất %d năm, kiểm tra lại năm."
                                .formatted(Vi.day(starts), Vi.day(ends), MOST_YEARS)));
            } else if (changed == null && ends.isBefore(today)) {
                faults.add(new Fault(
                        "endsOn",
                        "Lớp kết thúc %s, trước hôm nay, nên không ghi danh được ai. Khoá đã học xong thì nhà giáo khai ở “Học ở nơi khác”."
                                .formatted(Vi.day(ends))));
            }
        }
        try {
            sittings(plan.sessions(), course == null ? null : courses.listTopics(course.id()), starts, ends);
        } catch (Refusal refused) {
            faults.add(new Fault("sessions", String.valueOf(refused.getMessage())));
        }
        if (changed != null) {
            var seated = enrolments.countSeated(changed.id());
            if (plan.capacity() != null && plan.capacity() < seated) {
                faults.add(new Fault(
                        "capacity", "Lớp đang có %s người; số chỗ không ít hơn thế.".formatted(Vi.count(seated))));
            }
            var outside = starts == null || ends == null
                    ? List.<Sitting>of()
                    : trainings.listSittings(changed.id()).stream()
                            .filter(it ->
                                    it.heldOn().isBefore(starts) || it.heldOn().isAfter(ends))
                            .toList();
            if (!outside.isEmpty()) {
                faults.add(new Fault(
                        starts != null && outside.getFirst().heldOn().isBefore(starts) ? "startsOn" : "endsOn",
                        "Lịch học có buổi %s ngoài thời gian này; bỏ buổi đó trước hoặc chọn ngày khác."
                                .formatted(outside.stream().map(Sitting::when).collect(Collectors.joining(", ")))));
            }
        }
        return faults;
    }

    /** Changes a class as somebody saw it at {@code version}, as long as its results are open. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void change(long id, int version, NewTrainingClass plan) {
        var it = runOpen(id);
        runs.write(() -> {
            trainings.hold(id);
            stillOpen(id);
            var now = get(id);
            if (now.version() != version) {
                throw new Refusal("Lớp này vừa được người khác sửa; mở lại trang lớp, xem bản mới rồi sửa tiếp.");
            }
            Fault.refuse(faults(plan, now));
            var said = changed(now, plan);
            if (said.isEmpty()) {
                throw new Refusal("Chưa sửa gì so với lớp đang có.");
            }
            trainings.update(id, plan);
            act(
                    ActKind.TRAINING_CLASS_CHANGED,
                    id,
                    it.institutionId(),
                    "Sửa lớp %s: %s".formatted(now.name(), String.join("; ", said)),
                    null);
            return id;
        });
    }

    private static List<String> changed(TrainingClass it, NewTrainingClass plan) {
        var said = new ArrayList<String>();
        told(said, "tên", it.name(), plan.name());
        told(said, "ngày bắt đầu", Vi.day(it.startsOn()), Vi.day(Objects.requireNonNull(plan.startsOn())));
        told(said, "ngày kết thúc", Vi.day(it.endsOn()), Vi.day(Objects.requireNonNull(plan.endsOn())));
        told(said, "nơi học", it.place(), plan.place());
        told(said, "số chỗ", it.capacity(), Objects.requireNonNull(plan.capacity()));
        told(said, "người đánh giá", it.evaluators(), plan.evaluators());
        told(
                said,
                "nhà giáo tự xin học",
                it.selfEnrol() ? "có" : "không",
                Boolean.TRUE.equals(plan.selfEnrol()) ? "có" : "không");
        return said;
    }

    private static void told(List<String> said, String what, Object before, Object after) {
        if (!before.equals(after)) {
            said.add("%s “%s” → “%s”".formatted(what, before, after));
        }
    }

    /** Ends a class that will not be held; whoever sat in it or asked for a seat leaves with that reason. Answers with how many. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public int cancel(long id, String reason) {
        var it = runOpen(id);
        var why = Runs.reason(reason);
        if (why.isEmpty()) {
            throw new Refusal("Ghi lý do huỷ lớp, để người đã ghi danh biết.");
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(id);
            stillOpen(id);
            trainings.cancel(id, OffsetDateTime.now(clock), Scope.current().actor(), why);
            var left = enrolments.leaveAll(id, "Lớp bị huỷ: " + why);
            act(
                    ActKind.TRAINING_CLASS_CANCELLED,
                    id,
                    it.institutionId(),
                    "Huỷ lớp %s, %s người đã ghi danh hoặc xin học được báo".formatted(it.name(), Vi.count(left)),
                    why);
            return left;
        }));
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public long open(NewTrainingClass plan) {
        var provider = Runs.provider();
        var course = catalogue.get(Objects.requireNonNull(plan.courseId()));
        Fault.refuse(faults(plan, null));
        var starts = Objects.requireNonNull(plan.startsOn());
        var ends = Objects.requireNonNull(plan.endsOn());
        var sittings = sittings(plan.sessions(), courses.listTopics(course.id()), starts, ends);
        return Objects.requireNonNull(runs.write(() -> {
            courses.hold(course.institutionId());
            var now = catalogue.get(course.id());
            if (!now.active() || now.version() != course.version()) {
                throw new Refusal(
                        "Khoá %s vừa được sửa hoặc rút; tải lại trang rồi chọn lại khoá.".formatted(course.code()));
            }
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
        runs.write(() -> {
            trainings.hold(id);
            stillOpen(id);
            var known = trainings.listSittings(id).stream().map(Sitting::when).collect(Collectors.toSet());
            var twice =
                    sittings.stream().map(Sitting::when).filter(known::contains).toList();
            if (!twice.isEmpty()) {
                throw new Refusal("Lớp đã có buổi lúc %s; chưa thêm buổi nào.".formatted(String.join(", ", twice)));
            }
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
            trainings.hold(id);
            stillOpen(id);
            if (!trainings.removeSitting(id, sessionId)) {
                throw new Refusal("Buổi này đã điểm danh hoặc không thuộc lớp; bỏ điểm danh trước rồi mới xoá được.");
            }
            act(ActKind.TRAINING_CLASS_OPENED, id, it.institutionId(), "Bỏ một buổi học", null);
            return id;
        });
    }

    /** A line each: day and time; number of the topic, or empty; online or in person; where. All faults at once; topics and days that are not known yet are not held against it. */
    static List<Sitting> sittings(
            String text, @Nullable List<Topic> topics, @Nullable LocalDate from, @Nullable LocalDate to) {
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
            var found = Objects.requireNonNullElse(topics, List.<Topic>of()).stream()
                    .filter(it -> String.valueOf(it.place()).equals(topic))
                    .findFirst();
            if (day == null || time == null) {
                faults.add(
                        "dòng %d: “%s”; ghi ngày giờ, ví dụ 05/12/2026 18:00".formatted(number, Runs.said(cells[0])));
            } else if (from != null && to != null && (day.isBefore(from) || day.isAfter(to))) {
                faults.add("dòng %d: ngày %s ngoài thời gian lớp %s đến %s"
                        .formatted(number, Vi.day(day), Vi.day(from), Vi.day(to)));
            } else if (topics != null && !topic.isEmpty() && found.isEmpty()) {
                faults.add("dòng %d: khoá không có chuyên đề số %s".formatted(number, Runs.said(topic)));
            } else if (!mode.equals("truc tuyen") && !mode.equals("truc tiep")) {
                faults.add("dòng %d: “%s”; ghi trực tuyến hoặc trực tiếp".formatted(number, Runs.said(cells[2])));
            } else if (cells.length == 4 && cells[3].strip().length() > LONGEST_PLACE) {
                faults.add("dòng %d: nơi học dài %s ký tự, tối đa %d"
                        .formatted(number, Vi.count(cells[3].strip().length()), LONGEST_PLACE));
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

    void stillOpen(long classId) {
        if (trainings.state(classId) != TrainingClass.State.OPEN) {
            throw new Refusal("Lớp vừa được chốt kết quả hoặc huỷ; tải lại trang.");
        }
    }

    private void act(ActKind kind, long classId, long provider, String summary, @Nullable String reason) {
        acts.record(kind, subject(classId, provider), summary, reason);
    }

    static Subject subject(long classId, long provider) {
        return new Subject("training_class", classId, provider == Runs.DEPARTMENT ? null : provider);
    }
}
