package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
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

    /** How far back a class may have begun that is only now put in, and how long one lasts at most. */
    private static final int YEARS_BACK = 10;

    private static final int MOST_YEARS = 2;
    private static final int LONGEST_PLACE = 200;

    private final TrainingRepository trainings;
    private final CatalogueRepository courses;
    private final Catalogue catalogue;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    Trainings(
            TrainingRepository trainings,
            CatalogueRepository courses,
            Catalogue catalogue,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.trainings = trainings;
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
                    it.state() == TrainingClass.State.ISSUED
                            ? "Lớp này đã cấp chứng nhận nên không sửa được nữa."
                            : "Lớp này đã chốt kết quả; bỏ chốt kết quả trước khi sửa.");
        }
        return it;
    }

    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public long open(NewTrainingClass plan) {
        var course = catalogue.get(Objects.requireNonNull(plan.courseId()));
        var provider = Runs.provider();
        if (!course.active()) {
            throw new Refusal((course.state() == TrainingCourse.State.REPLACED
                            ? "Khoá %s đã có lần ban hành sau; mở lớp theo lần mới nhất."
                            : "Khoá %s đã rút khỏi danh mục; chọn khoá khác.")
                    .formatted(course.code()));
        }
        var starts = Objects.requireNonNull(plan.startsOn());
        var ends = Objects.requireNonNull(plan.endsOn());
        if (ends.isBefore(starts)) {
            throw new Refusal(
                    "Ngày kết thúc %s trước ngày bắt đầu %s; hãy chọn lại.".formatted(Vi.day(ends), Vi.day(starts)));
        }
        var today = LocalDate.now(clock);
        if (starts.isBefore(today.minusYears(YEARS_BACK)) || starts.isAfter(today.plusYears(MOST_YEARS))) {
            throw new Refusal("Ngày bắt đầu %s quá xa hôm nay; kiểm tra lại năm.".formatted(Vi.day(starts)));
        }
        if (ends.isAfter(starts.plusYears(MOST_YEARS))) {
            throw new Refusal("Lớp kéo dài từ %s đến %s; một lớp dài nhất %d năm, kiểm tra lại năm."
                    .formatted(Vi.day(starts), Vi.day(ends), MOST_YEARS));
        }
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
                faults.add(
                        "dòng %d: “%s”; ghi ngày giờ, ví dụ 05/12/2026 18:00".formatted(number, Runs.said(cells[0])));
            } else if (day.isBefore(from) || day.isAfter(to)) {
                faults.add("dòng %d: ngày %s ngoài thời gian lớp %s đến %s"
                        .formatted(number, Vi.day(day), Vi.day(from), Vi.day(to)));
            } else if (!topic.isEmpty() && found.isEmpty()) {
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
            throw new Refusal("Lớp vừa được chốt kết quả; tải lại trang.");
        }
    }

    private void act(ActKind kind, long classId, long provider, String summary, @Nullable String reason) {
        acts.record(kind, subject(classId, provider), summary, reason);
    }

    static Subject subject(long classId, long provider) {
        return new Subject("training_class", classId, provider == Runs.DEPARTMENT ? null : provider);
    }
}
