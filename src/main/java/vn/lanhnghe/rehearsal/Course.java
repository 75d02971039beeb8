package vn.lanhnghe.rehearsal;

import java.util.ArrayList;
import java.util.List;

/** An occupation as the rehearsal colleges teach it: its modules with their credits. */
record Course(String code, String name, List<Module> modules) {

    record Module(String code, String name, int credits, boolean condition) {}

    private static final List<Module> COMMON = List.of(
            new Module("MH01", "Giáo dục chính trị", 4, false),
            new Module("MH02", "Pháp luật", 2, false),
            new Module("MH03", "Giáo dục thể chất", 2, true),
            new Module("MH04", "Giáo dục quốc phòng và an ninh", 3, true),
            new Module("MH05", "Tin học", 3, false),
            new Module("MH06", "Tiếng Anh", 5, false));

    static final List<Course> ALL = List.of(
            of("6480201", "Công nghệ thông tin", "Lập trình căn bản", "Cơ sở dữ liệu", "Mạng máy tính", "Thiết kế web"),
            of("6510216", "Công nghệ ô tô", "Vẽ kỹ thuật", "Động cơ đốt trong", "Hệ thống điện ô tô", "Chẩn đoán ô tô"),
            of("6520227", "Điện công nghiệp", "Khí cụ điện", "Máy điện", "Trang bị điện", "Lập trình PLC"),
            of("6340301", "Kế toán", "Nguyên lý kế toán", "Kế toán tài chính", "Thuế", "Kế toán máy"),
            of("6810207", "Kỹ thuật chế biến món ăn", "An toàn thực phẩm", "Món Á", "Món Âu", "Bánh và tráng miệng"),
            of(
                    "6720301",
                    "Điều dưỡng",
                    "Giải phẫu – sinh lý",
                    "Điều dưỡng cơ sở",
                    "Chăm sóc người bệnh",
                    "Thực tập bệnh viện"));

    private static Course of(String code, String name, String... subjects) {
        var modules = new ArrayList<>(COMMON);
        for (var i = 0; i < subjects.length; i++) {
            modules.add(new Module("MĐ%02d".formatted(7 + i), subjects[i], 4 + i, false));
        }
        modules.add(new Module("MĐ%02d".formatted(7 + subjects.length), "Thực tập doanh nghiệp", 8, false));
        return new Course(code, name, List.copyOf(modules));
    }
}
