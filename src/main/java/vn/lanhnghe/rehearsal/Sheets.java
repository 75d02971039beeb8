package vn.lanhnghe.rehearsal;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.lanhnghe.rehearsal.People.Learner;

/** Writes the invented learners as the files a college sends: semicolons, decimal commas, days as dd/MM/yyyy. */
class Sheets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Sheets() {}

    static byte[] learners(List<Learner> learners) {
        return csv(
                "Mã HSSV;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Dân tộc;Nơi sinh;Mã ngành, nghề;Tên ngành, nghề;Trình độ;Ngày nhập học;Lớp",
                learners.stream()
                        .map(it -> String.join(
                                ";",
                                it.code(),
                                it.name(),
                                DAY.format(it.born()),
                                it.woman() ? "Nữ" : "Nam",
                                it.citizenId(),
                                it.ethnicity(),
                                it.place(),
                                it.course().code(),
                                it.course().name(),
                                it.college() ? "Cao đẳng" : "Trung cấp",
                                "05/09/" + it.cohort(),
                                it.className()))
                        .toList());
    }

    /** All learners of one course. */
    static byte[] marks(Course course, List<Learner> learners) {
        var header =
                course.modules().stream().map(it -> it.code() + " " + it.name()).collect(joining(";"));
        var credits = course.modules().stream()
                .map(it -> Integer.toString(it.credits()))
                .collect(joining(";"));
        var rows = learners.stream()
                .map(it -> it.code() + ";" + it.name() + ";"
                        + it.tenths().stream().map(Sheets::comma).collect(joining(";")))
                .toList();
        return csv("Mã HSSV;Họ và tên;" + header + "\r\n;Số tín chỉ;" + credits, rows);
    }

    /** One term's conduct of everybody. */
    static byte[] conduct(List<Learner> learners, int year) {
        return csv(
                "Mã HSSV;Họ và tên;Năm học;Học kỳ;Nội dung 1;Nội dung 2;Nội dung 3;Nội dung 4;Nội dung 5",
                learners.stream()
                        .map(it -> {
                            var n = Math.floorMod(it.code().hashCode(), 7);
                            return "%s;%s;%d;1;%d;%d;%d;%d;%d"
                                    .formatted(
                                            it.code(), it.name(), year, 25 - n, 20 - n, 14 + n % 5, 15 - n % 4, n * 2);
                        })
                        .toList());
    }

    static byte[] graduation(List<Learner> learners, String decision, String decidedOn, String series) {
        var rows = new java.util.ArrayList<String>();
        for (var it : learners) {
            var number = rows.size() + 1;
            rows.add(String.join(
                    ";",
                    it.code(),
                    it.name(),
                    DAY.format(it.born()),
                    it.place(),
                    it.course().code(),
                    it.college() ? "Cao đẳng" : "Trung cấp",
                    comma(it.average()),
                    rank(it.average()),
                    decision,
                    decidedOn,
                    "%s%06d".formatted(series, number),
                    "%04d/%s-%s".formatted(number, series, decidedOn.substring(6))));
        }
        return csv(
                "Mã HSSV;Họ và tên;Ngày sinh;Nơi sinh;Mã ngành, nghề;Trình độ;Điểm TB toàn khoá;Xếp loại;Số quyết định;Ngày quyết định;Số hiệu văn bằng;Số vào sổ gốc",
                rows);
    }

    private static String rank(int tenths) {
        return tenths >= 90 ? "Xuất sắc" : tenths >= 80 ? "Giỏi" : tenths >= 70 ? "Khá" : "Trung bình";
    }

    private static String comma(int tenths) {
        return tenths / 10 + "," + tenths % 10;
    }

    private static byte[] csv(String header, List<String> rows) {
        return ("\ufeff" + header + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
