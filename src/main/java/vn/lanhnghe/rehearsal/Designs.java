package vn.lanhnghe.rehearsal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.programme.appraisal.Appraisals;
import vn.lanhnghe.programme.appraisal.Comment;
import vn.lanhnghe.programme.appraisal.Member;
import vn.lanhnghe.programme.appraisal.NewComment;
import vn.lanhnghe.programme.appraisal.NewMember;
import vn.lanhnghe.programme.appraisal.NewMinutes;
import vn.lanhnghe.programme.design.Licensed;
import vn.lanhnghe.programme.design.Method;
import vn.lanhnghe.programme.design.Mode;
import vn.lanhnghe.programme.design.ProgrammeForm;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.following.Followings;
import vn.lanhnghe.programme.sheet.ProgrammeFiles;

/** The programmes of the two colleges: most of them published, some integrated and some not, one on its way through the council. */
@Component
class Designs {

    /** How a programme's digital outcomes are: high, taught and assessed; too low; or only loosely aligned. */
    private enum Digital {
        WHOLE,
        LOW,
        LOOSE
    }

    /** What graduates of an occupation know and can do, and the words for its documents, software and partners. */
    private record Trade(
            String english, List<String> knowledge, List<String> skills, String papers, String software, String whom) {}

    private static final List<String> HEADERS = List.of(
            "Loại",
            "Mã",
            "Nội dung",
            "Nhóm",
            "Tín chỉ",
            "Lý thuyết",
            "Thực hành",
            "Kiểm tra",
            "Giờ cơ hữu",
            "Học liệu số",
            "LMS",
            "Phần mềm",
            "Giáo trình",
            "Dạy trong",
            "Đánh giá trong",
            "Năng lực số");

    private static final Map<String, Trade> TRADES = Map.of(
            "6480201",
            new Trade(
                    "Information technology",
                    List.of(
                            "Giải thích được cấu trúc dữ liệu, thuật toán cơ bản và độ phức tạp của chúng",
                            "Trình bày được mô hình dữ liệu quan hệ, các dạng chuẩn và câu lệnh SQL",
                            "Mô tả được kiến trúc mạng, các giao thức phổ biến và nguy cơ mất an toàn"),
                    List.of(
                            "Lập trình được ứng dụng có giao diện, kết nối cơ sở dữ liệu theo yêu cầu cho trước",
                            "Thiết kế, cài đặt và sao lưu được cơ sở dữ liệu cho doanh nghiệp nhỏ",
                            "Lắp đặt, cấu hình được mạng nội bộ đến 50 máy và thiết bị không dây",
                            "Xây dựng được trang web đáp ứng trên nhiều cỡ màn hình và kiểm thử trước khi bàn giao"),
                    "tài liệu lập trình, tài liệu mã nguồn mở",
                    "công cụ quản lý mã nguồn và soạn tài liệu",
                    "khách hàng và nhóm phát triển"),
            "6510216",
            new Trade(
                    "Automotive engineering technology",
                    List.of(
                            "Giải thích được nguyên lý làm việc của động cơ đốt trong và hệ thống truyền lực",
                            "Trình bày được sơ đồ mạch điện, mạng truyền thông trên ô tô",
                            "Nêu được quy trình bảo dưỡng theo cấp và tiêu chuẩn khí thải hiện hành"),
                    List.of(
                            "Bảo dưỡng, sửa chữa được động cơ, hệ thống phanh, lái, treo đúng quy trình của hãng",
                            "Chẩn đoán được hư hỏng hệ thống điện, điện tử bằng máy quét và máy hiện sóng",
                            "Đo kiểm, điều chỉnh được góc đặt bánh xe và khí thải",
                            "Tư vấn được cho khách hàng về tình trạng xe và phương án sửa chữa"),
                    "cẩm nang sửa chữa điện tử của hãng",
                    "phần mềm chẩn đoán và lập phiếu sửa chữa",
                    "khách hàng và xưởng dịch vụ"),
            "6520227",
            new Trade(
                    "Industrial electricity",
                    List.of(
                            "Giải thích được nguyên lý của khí cụ điện, máy điện và bộ biến tần",
                            "Trình bày được quy chuẩn an toàn điện và biện pháp cấp cứu người bị điện giật",
                            "Mô tả được cấu trúc của bộ điều khiển lập trình và cảm biến công nghiệp"),
                    List.of(
                            "Lắp đặt, đấu nối được tủ điện động lực và tủ điều khiển theo bản vẽ",
                            "Lập trình được PLC điều khiển dây chuyền có đến 32 tín hiệu",
                            "Kiểm tra, bảo trì được động cơ, máy phát và trạm biến áp phân xưởng",
                            "Tính chọn được dây dẫn, khí cụ bảo vệ cho phân xưởng nhỏ"),
                    "bản vẽ, tài liệu thiết bị của nhà sản xuất",
                    "phần mềm thiết kế điện và mô phỏng PLC",
                    "tổ bảo trì và nhà thầu"),
            "6340301",
            new Trade(
                    "Accounting",
                    List.of(
                            "Trình bày được hệ thống tài khoản, chứng từ, sổ sách theo chế độ kế toán hiện hành",
                            "Giải thích được các sắc thuế chủ yếu và nghĩa vụ kê khai của doanh nghiệp",
                            "Nêu được nội dung, mối liên hệ của các báo cáo tài chính"),
                    List.of(
                            "Lập, kiểm tra và lưu trữ được chứng từ kế toán đúng quy định",
                            "Ghi sổ, tính giá thành và lập báo cáo tài chính cho doanh nghiệp nhỏ và vừa",
                            "Kê khai, nộp được thuế giá trị gia tăng, thu nhập qua cổng điện tử",
                            "Đối chiếu được công nợ, kho, ngân hàng và xử lý chênh lệch"),
                    "văn bản thuế, chế độ kế toán trên cổng của cơ quan nhà nước",
                    "phần mềm kế toán, hoá đơn điện tử và bảng tính",
                    "cơ quan thuế, ngân hàng và đối tác"),
            "6810207",
            new Trade(
                    "Culinary techniques",
                    List.of(
                            "Giải thích được biến đổi của thực phẩm khi chế biến và nguyên tắc dinh dưỡng",
                            "Trình bày được quy định an toàn thực phẩm, nguyên tắc một chiều trong bếp",
                            "Nêu được đặc điểm của món Á, món Âu và bánh cơ bản"),
                    List.of(
                            "Sơ chế, chế biến và trình bày được món Á, món Âu theo phiếu kỹ thuật",
                            "Xây dựng được thực đơn, định lượng và tính giá thành món ăn",
                            "Tổ chức được ca làm việc của bếp nhỏ, kiểm soát kho và hao hụt",
                            "Làm được các loại bánh, món tráng miệng thông dụng"),
                    "công thức, tiêu chuẩn an toàn thực phẩm",
                    "phần mềm quản lý bếp và bảng tính giá thành",
                    "bộ phận bàn, nhà cung cấp và khách"),
            "6720301",
            new Trade(
                    "Nursing",
                    List.of(
                            "Trình bày được cấu tạo, chức năng của cơ thể và các dấu hiệu bất thường thường gặp",
                            "Giải thích được quy trình điều dưỡng và nguyên tắc kiểm soát nhiễm khuẩn",
                            "Nêu được quy định về quyền của người bệnh, hồ sơ bệnh án và bảo mật thông tin"),
                    List.of(
                            "Nhận định, lập và thực hiện được kế hoạch chăm sóc người bệnh",
                            "Thực hiện được các kỹ thuật điều dưỡng cơ bản đúng quy trình, an toàn",
                            "Sơ cứu, cấp cứu ban đầu được người bị nạn và phối hợp với nhóm y tế",
                            "Giao tiếp, hướng dẫn được người bệnh và người nhà tự chăm sóc"),
                    "phác đồ, tài liệu y khoa có kiểm chứng",
                    "bệnh án điện tử và phần mềm theo dõi người bệnh",
                    "người bệnh và nhóm chăm sóc"));

    private final Programmes programmes;
    private final ProgrammeFiles files;
    private final Appraisals appraisals;
    private final Followings followings;
    private final Institutions institutions;
    private final Personas personas;
    private final Clock clock;

    Designs(
            Programmes programmes,
            ProgrammeFiles files,
            Appraisals appraisals,
            Followings followings,
            Institutions institutions,
            Personas personas,
            Clock clock) {
        this.programmes = programmes;
        this.files = files;
        this.appraisals = appraisals;
        this.followings = followings;
        this.institutions = institutions;
        this.personas = personas;
        this.clock = clock;
    }

    void build() {
        var number = 0;
        for (var course : Course.ALL) {
            number++;
            publish("caothang", "CKC", course, course.code().equals("6810207") ? Digital.LOOSE : Digital.WHOLE, number);
            publish(
                    "thuduc",
                    "TDC",
                    course,
                    course.code().equals("6340301")
                            ? Digital.LOW
                            : course.code().equals("6720301") ? Digital.LOOSE : Digital.WHOLE,
                    number);
        }
        submit();
    }

    private void publish(String college, String code, Course course, Digital digital, int number) {
        var versions = new ArrayList<Long>();
        var head = code.equals("CKC") ? "CĐKTCT" : "CĐCNTĐ";
        personas.act("daotao." + college, () -> {
            var version = begin(code, course, "CAO_DANG");
            versions.add(version);
            fill(version, course, digital, code.equals("TDC"));
            seat(version, code);
            appraisals.submit(version, LocalDate.now(clock));
            appraisals.comment(
                    version,
                    new NewComment(
                            null,
                            Comment.Source.EMPLOYER,
                            "Đặng Quốc Việt",
                            "Công ty Diễn Tập Số " + number,
                            LocalDate.now(clock).minusDays(5),
                            "Chuẩn đầu ra sát với việc làm tại doanh nghiệp.",
                            true));
            appraisals.conclude(
                    version,
                    new NewMinutes(
                            "%d/QĐ-%s".formatted(200 + number, head),
                            LocalDate.now(clock),
                            members(version),
                            7,
                            "Chương trình đạt yêu cầu, đề nghị hiệu trưởng ban hành."));
        });
        var version = versions.getFirst();
        personas.act(
                "hieutruong." + college,
                () -> appraisals.publish(version, "%d/QĐ-%s".formatted(300 + number, head), LocalDate.now(clock)));
        personas.act("daotao." + college, () -> {
            var programme = programmes.get(version).programmeId();
            var year = LocalDate.now(clock).getYear();
            for (var cohort = year - 3; cohort <= year; cohort++) { // taught on paper before, by the same content
                followings.openCohort(programme, cohort, null);
            }
            if (number % 3 != 0) {
                followings.review(
                        programme,
                        year,
                        LocalDate.now(clock),
                        number % 2 == 1,
                        "Rà soát theo góp ý của doanh nghiệp và kết quả khoá trước.");
            }
            if (number != 5) {
                followings.addPartner(
                        programme, year, "Công ty Diễn Tập Số " + number, true, number % 2 == 0, false, "");
            }
        });
    }

    /** One of another level, handed to the council with a comment of its head. */
    private void submit() {
        var course = Course.ALL.get(1);
        var intermediate = new Course("5" + course.code().substring(1), course.name(), course.modules());
        var versions = new ArrayList<Long>();
        personas.act("daotao.caothang", () -> {
            var version = begin("CKC", intermediate, "TRUNG_CAP");
            versions.add(version);
            fill(version, intermediate, Digital.LOW, false);
            seat(version, "CKC");
            appraisals.submit(version, LocalDate.now(clock));
        });
        personas.act(
                "hieutruong.caothang",
                () -> appraisals.comment(
                        versions.getFirst(),
                        new NewComment(
                                null,
                                Comment.Source.HEAD,
                                "",
                                "",
                                null,
                                "Bổ sung chuẩn về chẩn đoán xe điện trước khi họp hội đồng.",
                                false)));
    }

    private long begin(String college, Course course, String level) {
        var licence = programmes.listLicensed(institutions.get(college).id()).stream()
                .filter(it ->
                        course.code().equals(it.occupationCode()) && it.level().equals(level))
                .map(Licensed::id)
                .findFirst();
        var trade = trade(course);
        return programmes.begin(new ProgrammeForm(
                level,
                course.name(),
                trade.english(),
                "",
                course.code(),
                Mode.CHINH_QUY,
                Method.MO_DUN,
                licence.orElse(null),
                licence.isEmpty() ? "Chương trình diễn tập, chưa có giấy" : "",
                modules(course).stream().mapToInt(it -> 23 * it.credits()).sum(),
                BigDecimal.valueOf(modules(course).stream()
                        .mapToInt(Course.Module::credits)
                        .sum()),
                level.equals("CAO_DANG") ? 30 : 20,
                level.equals("CAO_DANG")
                        ? "Tốt nghiệp trung học phổ thông hoặc tương đương"
                        : "Tốt nghiệp trung học cơ sở trở lên",
                "Đào tạo người làm nghề %s có kiến thức, tay nghề và năng lực số để làm việc ngay tại doanh nghiệp, tiếp tục học lên trình độ cao hơn."
                        .formatted(course.name().toLowerCase(java.util.Locale.ROOT))));
    }

    private static Trade trade(Course course) {
        return java.util.Objects.requireNonNull(TRADES.get("6" + course.code().substring(1)));
    }

    private static List<Course.Module> modules(Course course) {
        var modules = new ArrayList<>(course.modules());
        modules.add(new Course.Module("MĐ20", "Ứng dụng công nghệ số trong nghề", 4, false));
        modules.add(new Course.Module("MĐ21", "An toàn lao động và môi trường", 3, false));
        modules.add(new Course.Module("MH22", "Kỹ năng giao tiếp, làm việc nhóm", 3, false));
        modules.add(new Course.Module("MĐ23", "Đồ án tốt nghiệp", 6, false));
        return modules;
    }

    private void fill(long version, Course course, Digital digital, boolean second) {
        var rows = new ArrayList<List<String>>();
        var modules = modules(course);
        var few = second && course.code().equals("6720301");
        for (var i = 0; i < modules.size(); i++) {
            var it = modules.get(i);
            var hours = 23 * it.credits();
            var own = second && course.code().equals("6810207") ? hours / 2 : hours - (i % 3 == 0 ? 0 : hours / 5);
            var online = few ? i == 0 : i < 2 || i == 4 || i == 5 || it.code().equals("MĐ20");
            rows.add(List.of(
                    "MON",
                    it.code(),
                    it.name(),
                    "",
                    Integer.toString(it.credits()),
                    Integer.toString(9 * it.credits()),
                    Integer.toString(13 * it.credits()),
                    Integer.toString(it.credits()),
                    Integer.toString(own),
                    online || i % 2 == 0 ? "C" : "",
                    online ? "C" : "",
                    online ? "C" : "",
                    "Giáo trình " + it.name(),
                    "",
                    "",
                    ""));
        }
        var trade = trade(course);
        var subjects = course.modules().stream()
                .filter(it -> it.code().startsWith("MĐ"))
                .map(Course.Module::code)
                .toList();
        head(rows, "1", "Kiến thức nghề nghiệp", "KIEN_THUC");
        for (var i = 0; i < trade.knowledge().size(); i++) {
            leaf(rows, "1." + (i + 1), trade.knowledge().get(i), "KIEN_THUC", subjects.get(i), subjects.get(i), "");
        }
        head(rows, "2", "Kỹ năng nghề nghiệp", "KY_NANG");
        for (var i = 0; i < trade.skills().size(); i++) {
            var module = subjects.get(i % (subjects.size() - 1));
            leaf(rows, "2." + (i + 1), trade.skills().get(i), "KY_NANG", module, module + "; MĐ23", "");
        }
        head(rows, "3", "Mức độ tự chủ và trách nhiệm", "TU_CHU");
        leaf(
                rows,
                "3.1",
                "Làm việc độc lập hoặc theo nhóm, chịu trách nhiệm về chất lượng phần việc của mình",
                "TU_CHU",
                "MH22",
                "MĐ23",
                "");
        leaf(
                rows,
                "3.2",
                "Tuân thủ an toàn lao động, bảo vệ môi trường và đạo đức nghề nghiệp",
                "TU_CHU",
                "MĐ21",
                "MĐ21",
                "");
        head(rows, "4", "Năng lực số trong nghề", "NANG_LUC_SO");
        var low = digital == Digital.LOW;
        digital(rows, digital, 1, "Tìm, lọc và đánh giá được %s".formatted(trade.papers()), "1.2", low ? 2 : 3);
        digital(
                rows,
                digital,
                2,
                "Trao đổi, cùng làm việc với %s trên nền tảng số, đúng quy tắc ứng xử".formatted(trade.whom()),
                "2.4",
                3);
        digital(
                rows,
                digital,
                3,
                "Dùng thành thạo %s để tạo và quản lý hồ sơ công việc".formatted(trade.software()),
                "3.1",
                low ? 2 : 4);
        digital(rows, digital, 4, "Bảo vệ được tài khoản, thiết bị, dữ liệu cá nhân và dữ liệu của đơn vị", "4.2", 3);
        digital(
                rows,
                digital,
                5,
                "Chọn được phần mềm, thiết bị số phù hợp với công việc và tự cập nhật khi công nghệ đổi",
                "5.2",
                low ? 2 : 3);
        digital(
                rows,
                digital,
                6,
                "Dùng được công cụ trí tuệ nhân tạo hỗ trợ công việc và kiểm tra lại kết quả trước khi dùng",
                "6.2",
                2);
        var file = Spreadsheets.xlsx("Chương trình", HEADERS, rows, Map.of());
        var reading = files.read(version, file);
        if (!reading.usable()) {
            throw new IllegalStateException("rehearsal programme: " + reading.faults());
        }
        files.keep(version, reading.sha256(), reading.seen());
    }

    private static void digital(
            List<List<String>> rows, Digital digital, int number, String words, String component, int level) {
        leaf(
                rows,
                "4." + number,
                words,
                "NANG_LUC_SO",
                number == 3 ? "MH05; MĐ20" : "MĐ20",
                "MĐ20",
                "%s %s %d"
                        .formatted(
                                component,
                                digital == Digital.LOOSE && number > 2
                                        ? "LIEN_QUAN"
                                        : number == 3 ? "MOT_PHAN" : "TRUNG",
                                level));
    }

    private static void head(List<List<String>> rows, String code, String words, String kind) {
        leaf(rows, code, words, kind, "", "", "");
    }

    private static void leaf(
            List<List<String>> rows,
            String code,
            String words,
            String kind,
            String taught,
            String assessed,
            String links) {
        rows.add(List.of("CHUAN", code, words, kind, "", "", "", "", "", "", "", "", "", taught, assessed, links));
    }

    private void seat(long version, String college) {
        var own = institutions.get(college).name();
        appraisals.addDrafter(version, "Võ Thành Nhân", "");
        var members = List.of(
                member("Trịnh Công Lý", own, Member.Post.CHAIR, false, false, false),
                member("Vũ Thị Hạnh", own, Member.Post.DEPUTY, true, false, false),
                member("Lâm Gia Bảo", own, Member.Post.SECRETARY, true, false, false),
                member("Đinh Thế Vinh", "Trường Cao đẳng Diễn Tập", Member.Post.REVIEWER, true, true, false),
                member("Ngô Mỹ Linh", "Công ty Diễn Tập", Member.Post.REVIEWER, false, true, false),
                member("Hà Kiến Quốc", "Sở Giáo dục và Đào tạo", Member.Post.MEMBER, false, true, true),
                member("Phan Nhật Nam", own, Member.Post.MEMBER, false, false, false));
        members.forEach(it -> appraisals.addMember(version, it));
    }

    private List<Long> members(long version) {
        return appraisals.council(programmes.get(version)).members().stream()
                .map(Member::id)
                .toList();
    }

    private static NewMember member(
            String name, String workplace, Member.Post post, boolean teacher, boolean outside, boolean state) {
        return new NewMember(name, workplace, "", post, teacher, outside, state, "THAC_SI", 10);
    }
}
