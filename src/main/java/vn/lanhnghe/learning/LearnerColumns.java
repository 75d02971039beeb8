package vn.lanhnghe.learning;

import java.time.LocalDate;
import java.util.List;
import vn.lanhnghe.intake.Field;

/** The columns by which every sheet names a learner, with the headers that colleges give them. */
public final class LearnerColumns {

    private static final LocalDate EARLIEST = LocalDate.of(1930, 1, 1);
    private static final int YOUNGEST = 13;

    private LearnerColumns() {}

    /** Names a learner; in most sheets each one once. */
    public static Field studentCode() {
        return code().once();
    }

    public static Field code() {
        return Field.of(
                        "studentCode",
                        "Mã HSSV",
                        new Field.Text(30),
                        "24CD10001",
                        "Mã số HSSV",
                        "Mã sinh viên",
                        "Mã số sinh viên",
                        "MSSV",
                        "Mã học viên",
                        "Mã học sinh",
                        "Mã số học sinh",
                        "Mã SV",
                        "Mã HV")
                .must();
    }

    public static Field fullName() {
        return Field.of(
                "fullName",
                "Họ và tên",
                new Field.PersonName(),
                "Nguyễn Thị Lan",
                "Họ tên",
                "Họ tên HSSV",
                "Họ và tên HSSV",
                "Tên học viên",
                "Họ tên học viên",
                "Họ tên sinh viên",
                "Họ và tên sinh viên");
    }

    public static Field birthDate(LocalDate today) {
        return Field.of(
                        "birthDate",
                        "Ngày sinh",
                        new Field.Day(EARLIEST, today.minusYears(YOUNGEST)),
                        "28/02/2004",
                        "Ngày tháng năm sinh",
                        "Ngày, tháng, năm sinh",
                        "NTNS",
                        "Năm sinh")
                .must();
    }

    /** A word in this column lets the row overwrite what a person has written by hand. */
    public static Field overwrite() {
        return Field.of(
                "overwrite",
                "Ghi đè",
                new Field.Choice(java.util.Map.of("YES", List.of("có", "x", "yes"))),
                "",
                "Ghi đè sửa tay");
    }
}
