package vn.lanhnghe.target;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import vn.lanhnghe.indicator.Measured;

/** The institutions behind a figure as CSV, with a mark by which Excel reads its Vietnamese. */
final class InstitutionSheet {

    private InstitutionSheet() {}

    static String of(List<Measured> institutions) {
        var text = new StringWriter().append('\uFEFF');
        // a sheet of no buffer: what is written is there
        var sheet = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);
        sheet.writeRecord(
                "Mã",
                "Cơ sở",
                "Loại hình",
                "Khu vực",
                "Hồ sơ học tập",
                "Đến hạn có kết quả",
                "Đã có kết quả",
                "Có quyết định cấp bằng",
                "Đã có văn bằng số",
                "Quá trình",
                "Kết quả",
                "Văn bằng",
                "Đạt");
        institutions.forEach(it -> sheet.writeRecord(
                plain(it.code()),
                plain(it.name()),
                plain(it.typeLabel()),
                it.region() == null ? "" : String.valueOf(it.region()),
                String.valueOf(it.learners()),
                String.valueOf(it.resultsDue()),
                String.valueOf(it.resultsDone()),
                String.valueOf(it.diplomasDue()),
                String.valueOf(it.diplomasDone()),
                said(it.process()),
                said(it.results()),
                said(it.diplomas()),
                said(it.met())));
        return text.toString();
    }

    private static String said(boolean yes) {
        return yes ? "có" : "chưa";
    }

    /** A spreadsheet must not take a name for a formula. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
