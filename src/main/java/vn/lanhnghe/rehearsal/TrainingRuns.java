package vn.lanhnghe.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.person.training.Catalogue;
import vn.lanhnghe.person.training.ElsewhereTrainings;
import vn.lanhnghe.person.training.Lack;
import vn.lanhnghe.person.training.Member;
import vn.lanhnghe.person.training.NewElsewhere;
import vn.lanhnghe.person.training.NewTrainingClass;
import vn.lanhnghe.person.training.NewTrainingCourse;
import vn.lanhnghe.person.training.OwnTrainings;
import vn.lanhnghe.person.training.Sitting;
import vn.lanhnghe.person.training.Topic;
import vn.lanhnghe.person.training.TrainingCertificates;
import vn.lanhnghe.person.training.TrainingCourse;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.person.training.TrainingResults;
import vn.lanhnghe.person.training.Trainings;
import vn.lanhnghe.ui.Vi;

/**
 * The department's catalogue of invented courses; where there are teachers, a class that ended with certificates, one that has
 * just begun, and what one teacher did elsewhere.
 */
@Component
class TrainingRuns {

    private static final int SEATS = 42;
    private static final String INVENTED = " (Khoá dựng cho diễn tập.)";

    private final Catalogue catalogue;
    private final Trainings trainings;
    private final TrainingEnrolments enrolments;
    private final TrainingResults results;
    private final TrainingCertificates certificates;
    private final ElsewhereTrainings elsewhere;
    private final OwnTrainings own;
    private final Institutions institutions;
    private final Personas personas;
    private final Clock clock;

    TrainingRuns(
            Catalogue catalogue,
            Trainings trainings,
            TrainingEnrolments enrolments,
            TrainingResults results,
            TrainingCertificates certificates,
            ElsewhereTrainings elsewhere,
            OwnTrainings own,
            Institutions institutions,
            Personas personas,
            Clock clock) {
        this.catalogue = catalogue;
        this.trainings = trainings;
        this.enrolments = enrolments;
        this.results = results;
        this.certificates = certificates;
        this.elsewhere = elsewhere;
        this.own = own;
        this.institutions = institutions;
        this.personas = personas;
        this.clock = clock;
    }

    void build() {
        personas.act("chuyenvien", this::fill);
        personas.act("chuyenvien", () -> {
            if (elsewhere.countPool() > 0) {
                elsewhere.draw(2, 2026L); // of what schools confirmed before: the department's work list
            }
        });
        people();
    }

    /** Nothing where nobody works yet. */
    void people() {
        personas.act("chuyenvien", () -> {
            var college = institutions.get("CKC").id();
            var missing = enrolments
                    .listMissing(new Lack.Filter("DIGITAL", college, "TEACHER", ""), 1)
                    .rows();
            if (!missing.isEmpty()) {
                ended(missing.stream().limit(SEATS).map(Lack::personId).toList());
                begun(college);
            }
        });
        personas.act("nhagiao.caothang", () -> own.me().ifPresent(me -> learnt()));
    }

    private void fill() {
        course(
                "KNS-01",
                "Năng lực số cơ bản cho nhà giáo",
                "DIGITAL",
                "THUONG_XUYEN",
                100,
                TrainingCourse.Target.TEACHER,
                5,
                "Bảy chuyên đề, 70 tiết trực tuyến và 30 tiết trực tiếp.",
                """
                Dữ liệu và thông tin số; 10; trực tuyến; 5
                Giao tiếp và hợp tác trên môi trường số; 10; trực tuyến; 5
                Tạo nội dung số; 20; trực tuyến; 5
                An toàn và bảo vệ dữ liệu cá nhân; 15; trực tuyến; 5
                Giải quyết vấn đề bằng công nghệ; 15; trực tuyến; 5
                Trí tuệ nhân tạo trong dạy nghề; 15; trực tiếp; 5
                Bài tập tổng hợp tại xưởng; 15; trực tiếp; 5
                """);
        course(
                "KNS-02",
                "Trí tuệ nhân tạo có trách nhiệm trong dạy nghề",
                "DIGITAL",
                "THUONG_XUYEN",
                40,
                TrainingCourse.Target.BOTH,
                null,
                "Dùng công cụ trí tuệ nhân tạo đúng luật, đúng nghề.",
                """
                Hiểu đúng về trí tuệ nhân tạo; 10; trực tuyến; 5
                Soạn bài và câu hỏi có kiểm chứng; 15; trực tuyến; 5
                Đạo đức, bản quyền, dữ liệu người học; 15; trực tiếp; 5
                """);
        course(
                "SPS-01",
                "Thiết kế và tổ chức dạy học kết hợp",
                "PEDAGOGY",
                "THUONG_XUYEN",
                60,
                TrainingCourse.Target.TEACHER,
                5,
                "Từ phân tích mô-đun đến buổi dạy đầu tiên.",
                """
                Phân tích mô-đun và chọn hình thức; 15; trực tuyến; 5
                Thiết kế hoạt động trên hệ thống học trực tuyến; 20; trực tuyến; 5
                Dạy thử và góp ý; 25; trực tiếp; 5.5
                """.replace("5.5", "5,5"));
        course(
                "SPS-02",
                "Đánh giá người học trên môi trường số",
                "PEDAGOGY",
                "THUONG_XUYEN",
                40,
                TrainingCourse.Target.TEACHER,
                null,
                "Ngân hàng câu hỏi, bài thực hành, phân tích kết quả.",
                """
                Ngân hàng câu hỏi đúng chuẩn; 15; trực tuyến; 5
                Đánh giá kỹ năng nghề qua video và hồ sơ số; 25; trực tiếp; 5
                """);
        course(
                "HLS-01",
                "Xây dựng học liệu số theo mô-đun",
                "RESOURCES",
                "THUONG_XUYEN",
                60,
                TrainingCourse.Target.TEACHER,
                5,
                "Kịch bản, bản ghi, bản quyền, đóng gói, chia sẻ.",
                """
                Kịch bản học liệu; 10; trực tuyến; 5
                Ghi hình và dựng bài giảng nghề; 25; trực tiếp; 5
                Bản quyền và giấy phép mở; 10; trực tuyến; 5
                Đóng gói và đưa lên kho học liệu; 15; trực tuyến; 5
                """);
        course(
                "HLS-02",
                "Mô phỏng và thực tế ảo cho xưởng nghề",
                "RESOURCES",
                "TU_NGUYEN",
                40,
                TrainingCourse.Target.TEACHER,
                null,
                "Dành cho nhà giáo đã hoàn thành HLS-01.",
                """
                Chọn nội dung đáng mô phỏng; 10; trực tuyến; 5
                Làm một mô phỏng nhỏ; 30; trực tiếp; 5
                """);
        course(
                "QLS-01",
                "Quản trị số và dữ liệu cho cán bộ quản lý",
                "DIGITAL",
                "QUAN_LY",
                40,
                TrainingCourse.Target.MANAGER,
                null,
                "Đọc số liệu, giao việc và giữ an toàn dữ liệu trong trường.",
                """
                Dữ liệu của trường và trách nhiệm pháp lý; 15; trực tuyến; 5
                Quyết định dựa trên số liệu; 15; trực tiếp; 5
                An toàn thông tin, xử lý sự cố; 10; trực tiếp; 5
                """);
        course(
                "CNN-01",
                "Cập nhật công nghệ mới tại doanh nghiệp",
                "OTHER",
                "CHUAN_NGHE_NGHIEP",
                80,
                TrainingCourse.Target.TEACHER,
                null,
                "Hai tuần tại doanh nghiệp cùng nghề.",
                "");
    }

    private void course(
            String code,
            String title,
            String kind,
            String purpose,
            int hours,
            TrainingCourse.Target target,
            @Nullable Integer pass,
            String about,
            String topics) {
        catalogue.add(new NewTrainingCourse(
                code,
                title,
                kind,
                purpose,
                hours,
                target,
                "",
                code.equals("HLS-02") ? "HLS-01" : "",
                "Sở Giáo dục và Đào tạo",
                "",
                about + INVENTED,
                80,
                pass == null ? "" : Integer.toString(pass),
                topics));
    }

    /** Seven weeks until today, all but two reach what is asked. */
    private void ended(List<Long> people) {
        var from = LocalDate.now(clock).minusDays(49);
        var id = open("KNS-01", "Năng lực số cơ bản, đợt 1", from, from.plusDays(49), 60);
        enrolments.enrol(id, people);
        var it = trainings.get(id);
        var members = enrolments.listMembers(it);
        var absent = members.getLast().id();
        var weak = members.get(members.size() / 2).id();
        var present = new HashMap<Long, Set<Long>>();
        for (Sitting sitting : trainings.listSittings(it)) {
            present.put(
                    sitting.id(),
                    new HashSet<>(members.stream()
                            .map(Member::id)
                            .filter(member -> member != absent || sitting.topicPlace() == null)
                            .toList()));
        }
        results.attend(id, present);
        var topics = catalogue.listTopics(course("KNS-01"));
        var marks = new HashMap<Long, Map<Long, String>>();
        for (var member : members) {
            var row = new HashMap<Long, String>();
            for (Topic topic : topics) {
                row.put(topic.id(), Long.toString(6 + (member.id() + topic.place()) % 4));
            }
            row.put(0L, member.id() == weak ? "4,5" : "7," + member.id() % 10);
            marks.put(member.id(), row);
        }
        results.score(id, marks);
        results.close(id);
        if (members.stream().anyMatch(member -> !member.account() && member.birthDate() != null)) {
            results.confirmFor(id);
            certificates.issue(id);
        }
    }

    private void begun(long college) {
        var from = LocalDate.now(clock).minusDays(10);
        var id = open("SPS-01", "Dạy học kết hợp, đợt 1", from, from.plusDays(30), 90);
        var people = enrolments
                .listMissing(new Lack.Filter("PEDAGOGY", college, "TEACHER", ""), 1)
                .rows();
        enrolments.enrol(id, people.stream().limit(15).map(Lack::personId).toList());
    }

    private TrainingCourse course(String code) {
        return catalogue.list("").stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A session a week, one for each topic. */
    private long open(String code, String name, LocalDate from, LocalDate to, int capacity) {
        var course = course(code);
        var sessions = new StringBuilder();
        for (var topic : catalogue.listTopics(course)) {
            sessions.append("%s 18:00; %d; %s; %s\n"
                    .formatted(
                            Vi.day(from.plusDays(7L * (topic.place() - 1))),
                            topic.place(),
                            topic.mode().label(),
                            topic.mode() == vn.lanhnghe.person.training.Mode.ONLINE
                                    ? "Phòng trực tuyến"
                                    : "Hội trường A"));
        }
        return trainings.open(new NewTrainingClass(
                course.id(),
                name,
                from,
                to,
                "Trực tuyến và hội trường A",
                capacity,
                "Trần Thu Hà",
                true,
                sessions.toString()));
    }

    private void learnt() {
        var today = LocalDate.now(clock);
        elsewhere.declare(
                new NewElsewhere(
                        "Tập huấn dạy học với công cụ số",
                        "PEDAGOGY",
                        "THUONG_XUYEN",
                        30,
                        "Trường Đại học Sư phạm Kỹ thuật",
                        "118/CN",
                        today.minusDays(60),
                        today.minusDays(40)),
                paper("118"));
        elsewhere.declare(
                new NewElsewhere(
                        "Làm video bài giảng nghề",
                        "RESOURCES",
                        "TU_NGUYEN",
                        24,
                        "Trung tâm học liệu",
                        "",
                        today.minusDays(30),
                        today.minusDays(20)),
                paper("video"));
    }

    private static Scan paper(String what) {
        return new Scan(
                ("%PDF-1.4\n% chứng nhận diễn tập " + what + "\n%%EOF").getBytes(StandardCharsets.UTF_8),
                "chung-nhan-" + what + ".pdf",
                Scan.Kind.PDF);
    }
}
