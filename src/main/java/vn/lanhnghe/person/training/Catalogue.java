package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.framework.Framework;
import vn.lanhnghe.framework.Frameworks;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Danh mục bồi dưỡng: the courses that the department and the colleges offer. */
@Service
public class Catalogue {

    private static final int MOST_TOPICS = 40;

    private final CatalogueRepository courses;
    private final Frameworks frameworks;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    Catalogue(CatalogueRepository courses, Frameworks frameworks, Runs runs, Acts acts, Clock clock) {
        this.courses = courses;
        this.frameworks = frameworks;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    public List<Kind> kinds() {
        return courses.kinds();
    }

    /** The kind of that code; refused in a sentence when there is none. */
    Kind kind(String code) {
        return kinds().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "Không có loại bồi dưỡng “%s”. Chọn một loại trong danh sách.".formatted(Runs.said(code))));
    }

    /** For each kind those that bring a person into the same figure of the plan. */
    Map<String, List<String>> alike() {
        return courses.alike();
    }

    public List<Purpose> purposes() {
        return courses.purposes(LocalDate.now(clock));
    }

    /** The department's courses and, for a college, its own. */
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    public List<TrainingCourse> list(String kind) {
        return courses.list(kind, Scope.current().institutionId());
    }

    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    public TrainingCourse get(long id) {
        var own = Scope.current().institutionId();
        return courses.find(id)
                .filter(it -> own == null || it.institutionId() == Runs.DEPARTMENT || it.institutionId() == own)
                .orElseThrow(() -> new NotFound("Không có khoá bồi dưỡng này trong danh mục bạn được xem."));
    }

    public List<Topic> listTopics(TrainingCourse course) {
        return courses.listTopics(course.id());
    }

    /** Levels of the teachers' frameworks in use, by {@code KHUNG|bậc}. */
    Map<String, String> levels() {
        var levels = new LinkedHashMap<String, String>();
        frameworks.list().stream()
                .filter(it -> it.state() == Framework.State.ACTIVE && it.audience() == Framework.Audience.TEACHER)
                .forEach(it -> frameworks
                        .content(it)
                        .levels()
                        .forEach(level -> levels.put(
                                it.code() + "|" + level.code(), "%s: %s".formatted(it.code(), level.name()))));
        return levels;
    }

    /** What has to be completed first, as it is called now. */
    public List<Need> listNeeds(TrainingCourse course) {
        return courses.listNeeds(course.id());
    }

    /** All editions of a course, the newest first. */
    public List<TrainingCourse> listEditions(TrainingCourse course) {
        return courses.listEditions(course.institutionId(), course.code());
    }

    /** Puts a course into the catalogue of whoever is signed in. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public long add(NewTrainingCourse course) {
        var provider = Runs.provider();
        Fault.refuse(faults(course, provider, null));
        var topics = topics(course.topics());
        return Objects.requireNonNull(runs.write(() -> {
            courses.hold(provider);
            if (courses.has(provider, course.code())) {
                throw new Refusal("Danh mục đã có khoá mang mã %s; đặt mã khác.".formatted(course.code()));
            }
            var needs = needs(provider, course, course.code());
            var id = courses.insert(provider, course, 1);
            courses.insert(id, topics);
            courses.need(id, needs);
            act(
                    id,
                    provider,
                    "Thêm khoá %s %s, %s tiết"
                            .formatted(
                                    course.code(), course.title(), Vi.count(Objects.requireNonNull(course.hours()))));
            return id;
        }));
    }

    /**
     * Changes a course as somebody saw it at {@code version}; answers with the edition that is in force then. Once classes were opened,
     * whatever they would feel makes a new edition, and they keep the one they began with.
     */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public long change(long id, int version, NewTrainingCourse form) {
        var seen = get(id);
        var own = seen.institutionId();
        Runs.own(own);
        if (seen.version() == version) {
            Fault.refuse(faults(form, own, seen.code()));
        }
        var topics = topics(form.topics());
        return Objects.requireNonNull(runs.write(() -> {
            courses.hold(own);
            var it = get(id);
            if (it.version() != version || it.state() == TrainingCourse.State.REPLACED) {
                throw new Refusal("Khoá này vừa được người khác sửa; mở lại trang khoá, xem bản mới rồi sửa tiếp.");
            }
            if (!it.code().equals(form.code())) {
                if (it.classes() > 0 || it.edition() > 1) {
                    throw new Refusal(
                            "Khoá đã có lớp hoặc đã ban hành nhiều lần nên giữ mã %s; muốn mã khác thì thêm khoá mới."
                                    .formatted(it.code()));
                }
                if (courses.has(own, form.code())) {
                    throw new Refusal("Danh mục đã có khoá mang mã %s; đặt mã khác.".formatted(form.code()));
                }
            }
            var needs = needs(own, form, it.code());
            var felt = felt(it, form, topics, needs);
            var said = new ArrayList<>(felt);
            said.addAll(unfelt(it, form));
            if (said.isEmpty()) {
                throw new Refusal("Chưa sửa gì so với khoá đang có.");
            }
            if (it.classes() > 0 && !felt.isEmpty()) {
                courses.replace(id);
                var next = courses.insert(own, form, it.edition() + 1);
                courses.turn(next, TrainingCourse.State.ACTIVE, it.state());
                courses.insert(next, topics);
                courses.need(next, needs);
                act(
                        next,
                        own,
                        "Ban hành lần %d khoá %s: %s; %s lớp đã mở giữ lần %d"
                                .formatted(
                                        it.edition() + 1,
                                        it.code(),
                                        String.join("; ", said),
                                        Vi.count(it.classes()),
                                        it.edition()));
                return next;
            }
            courses.update(id, form);
            if (it.classes() == 0) {
                courses.removeTopics(id);
                courses.insert(id, topics);
                courses.need(id, needs);
            }
            act(id, own, "Sửa khoá %s: %s".formatted(form.code(), String.join("; ", said)));
            return id;
        }));
    }

    /** What classes would feel, in words. */
    private List<String> felt(TrainingCourse it, NewTrainingCourse form, List<Topic> topics, List<Need> needs) {
        var said = new ArrayList<String>();
        told(said, "mã", it.code(), form.code());
        told(said, "tên", it.title(), form.title());
        told(said, "loại", it.kindLabel(), kind(form.kind()).label());
        told(said, "thuộc", it.purpose(), form.purpose());
        told(said, "số tiết", it.hours(), Objects.requireNonNull(form.hours()));
        told(
                said,
                "đối tượng",
                it.audience().label(),
                Objects.requireNonNull(form.audience()).label());
        told(said, "bậc hướng tới", it.level(), form.level());
        told(said, "tỷ lệ có mặt", it.attendanceShare(), Objects.requireNonNull(form.attendanceShare()));
        told(
                said,
                "điểm cuối khoá",
                it.finalPass() == null ? "không có" : Closing.told(it.finalPass()),
                form.finalPass().isEmpty() ? "không có" : Closing.told(Objects.requireNonNull(mark(form.finalPass()))));
        if (!lines(listTopics(it)).equals(lines(topics))) {
            said.add("chuyên đề");
        }
        told(said, "khoá phải học trước", codes(listNeeds(it)), codes(needs));
        return said;
    }

    private static List<String> unfelt(TrainingCourse it, NewTrainingCourse form) {
        var said = new ArrayList<String>();
        told(said, "đơn vị tổ chức", it.provider(), form.provider());
        told(said, "điều kiện đầu vào", it.prerequisites(), form.prerequisites());
        if (!it.description().equals(form.description())) {
            said.add("mô tả");
        }
        return said;
    }

    private static void told(List<String> said, String what, Object before, Object after) {
        if (!before.equals(after)) {
            said.add("%s %s → %s".formatted(what, quoted(before), quoted(after)));
        }
    }

    private static String quoted(Object value) {
        var text = value.toString();
        return text.isEmpty() ? "không có" : "“" + text + "”";
    }

    /** The topics as a form takes them. */
    static String lines(List<Topic> topics) {
        return topics.stream()
                .map(it -> "%s; %d; %s; %s"
                        .formatted(it.title(), it.hours(), it.mode().label(), Closing.told(it.passMark())))
                .collect(Collectors.joining("\n"));
    }

    static String codes(List<Need> needs) {
        return needs.stream().map(Need::code).collect(Collectors.joining(", "));
    }

    /** All that is wrong with a course of that provider, which {@code was} its code before; null for a new one. */
    List<Fault> faults(NewTrainingCourse form, long provider, @Nullable String was) {
        var faults = new ArrayList<Fault>();
        if (!form.code().equals(was)) {
            if (courses.has(provider, form.code())) {
                faults.add(new Fault("code", "Danh mục đã có khoá mang mã %s; đặt mã khác.".formatted(form.code())));
            } else if (provider != Runs.DEPARTMENT && courses.has(Runs.DEPARTMENT, form.code())) {
                faults.add(new Fault(
                        "code",
                        "%s là mã một khoá của Sở; đặt mã riêng của trường, để không ai nhầm hai khoá."
                                .formatted(form.code())));
            }
        }
        var topics = List.<Topic>of();
        try {
            topics = topics(form.topics());
        } catch (Refusal refused) {
            faults.add(new Fault("topics", String.valueOf(refused.getMessage())));
        }
        if (kinds().stream().noneMatch(it -> it.code().equals(form.kind()))) {
            faults.add(new Fault(
                    "kind",
                    "Không có loại bồi dưỡng “%s”. Chọn một loại trong danh sách.".formatted(Runs.said(form.kind()))));
        }
        var purpose = purposes().stream()
                .filter(it -> it.code().equals(form.purpose()))
                .findFirst();
        if (purpose.isEmpty()) {
            faults.add(new Fault("purpose", "Chọn khoá thuộc loại bồi dưỡng nào theo nghị định."));
        }
        var hours = form.hours();
        if (hours != null) {
            var sum = topics.stream().mapToInt(Topic::hours).sum();
            var most = purpose.map(Purpose::mostHours).orElse(null);
            if (most != null && hours > most) {
                faults.add(new Fault(
                        "hours",
                        "%s tối đa %d tuần một năm (%s tiết, %s); khoá ghi %s tiết."
                                .formatted(
                                        purpose.get().label(),
                                        purpose.get().weeks(),
                                        Vi.count(most),
                                        purpose.get().clause(),
                                        Vi.count(hours))));
            } else if (!topics.isEmpty() && sum != hours) {
                faults.add(new Fault(
                        "hours",
                        "Các chuyên đề cộng lại %s tiết, khoá ghi %s tiết; hãy sửa cho bằng nhau."
                                .formatted(Vi.count(sum), Vi.count(hours))));
            }
        }
        if (!form.level().isEmpty() && !levels().containsKey(form.level())) {
            faults.add(new Fault("level", "Bậc này không có trong khung năng lực đang dùng; chọn lại hoặc để trống."));
        }
        try {
            needs(provider, form, was == null ? form.code() : was);
        } catch (Refusal refused) {
            faults.add(new Fault("needs", String.valueOf(refused.getMessage())));
        }
        return faults;
    }

    /** The courses that a form names to be completed first, of a course that {@code was} its code before: of the same catalogue, else of the department's. All faults at once. */
    private List<Need> needs(long provider, NewTrainingCourse form, String was) {
        var codes = Stream.of(form.needs().split("[,;\\s]+"))
                .filter(it -> !it.isEmpty())
                .map(it -> it.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return List.of();
        }
        var found = courses.listByCode(provider, codes);
        var faults = new ArrayList<String>();
        for (var code : codes) {
            if (code.equals(form.code()) || code.equals(was)) {
                faults.add("khoá không thể đòi học trước chính nó");
            } else if (found.stream().noneMatch(it -> it.code().equals(code))) {
                faults.add("danh mục không có khoá mã %s".formatted(Runs.said(code)));
            }
        }
        courses.listCircular(
                        found.stream().map(Need::id).toList(),
                        provider,
                        was) // courses ask for it by what it was called so far
                .forEach(it ->
                        faults.add("khoá %s đã đòi học %s trước, nên hai khoá sẽ đòi nhau".formatted(it, form.code())));
        if (!faults.isEmpty()) {
            throw new Refusal("Khoá phải hoàn thành trước còn chỗ cần sửa – %s.".formatted(String.join("; ", faults)));
        }
        return found;
    }

    /** A line each: title; hours; online or in person; pass mark. All faults at once. */
    static List<Topic> topics(String text) {
        var topics = new ArrayList<Topic>();
        var faults = new ArrayList<String>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var cells = line.split(";", -1);
            if (cells.length != 4) {
                faults.add("dòng %d có %d phần, cần 4: tên; số tiết; trực tuyến hoặc trực tiếp; điểm đạt"
                        .formatted(number, cells.length));
                continue;
            }
            var title = Vietnamese.tidy(cells[0]);
            var hours = cells[1].strip();
            var mode = Vietnamese.fold(cells[2]);
            var pass = mark(cells[3]);
            if (title.length() < 3 || title.length() > 200) {
                faults.add("dòng %d: tên chuyên đề từ 3 đến 200 ký tự".formatted(number));
            } else if (!hours.matches("[1-9][0-9]{0,2}") || Integer.parseInt(hours) > 500) {
                faults.add("dòng %d: số tiết “%s”; ghi số từ 1 đến 500".formatted(number, Runs.said(hours)));
            } else if (!mode.equals("truc tuyen") && !mode.equals("truc tiep")) {
                faults.add("dòng %d: “%s”; ghi trực tuyến hoặc trực tiếp".formatted(number, Runs.said(cells[2])));
            } else if (pass == null) {
                faults.add("dòng %d: điểm đạt “%s”; ghi từ 0 đến 10, ví dụ 5 hoặc 5,5"
                        .formatted(number, Runs.said(cells[3])));
            } else {
                topics.add(new Topic(
                        0,
                        topics.size() + 1,
                        title,
                        Integer.parseInt(hours),
                        mode.equals("truc tuyen") ? Mode.ONLINE : Mode.IN_PERSON,
                        pass));
            }
        }
        if (topics.size() > MOST_TOPICS) {
            faults.add("một khoá có tối đa %d chuyên đề".formatted(MOST_TOPICS));
        }
        if (!faults.isEmpty()) {
            throw new Refusal("Chuyên đề còn chỗ cần sửa – %s.".formatted(String.join("; ", faults)));
        }
        return topics;
    }

    /** A mark from 0 to 10 with one decimal at most; null when it is none. */
    static @Nullable BigDecimal mark(String written) {
        var text = written.strip().replace(',', '.');
        return text.matches("(10|[0-9])(\\.[0-9])?") && new BigDecimal(text).compareTo(BigDecimal.TEN) <= 0
                ? new BigDecimal(text)
                : null;
    }

    /** Nobody opens a class of a course that was withdrawn; classes that run go on. */
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    public void turn(long id, TrainingCourse.State state) {
        var course = get(id);
        Runs.own(course.institutionId());
        if (course.state() == TrainingCourse.State.REPLACED) {
            throw new Refusal("Lần ban hành này đã được thay; mở lần mới nhất của khoá %s.".formatted(course.code()));
        }
        if (course.state() == state) {
            throw new Refusal("Khoá này %s sẵn rồi.".formatted(state.label()));
        }
        runs.write(() -> {
            if (!courses.turn(id, course.state(), state)) {
                throw new Refusal("Khoá này vừa được người khác sửa; tải lại trang.");
            }
            act(
                    id,
                    course.institutionId(),
                    state == TrainingCourse.State.ACTIVE
                            ? "Dùng lại khoá " + course.code()
                            : "Rút khoá " + course.code());
            return id;
        });
    }

    private void act(long id, long provider, String summary) {
        acts.record(
                ActKind.TRAINING_COURSE_CHANGED,
                new Subject("training_course", id, provider == Runs.DEPARTMENT ? null : provider),
                summary,
                null);
    }
}
