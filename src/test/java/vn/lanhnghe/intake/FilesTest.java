package vn.lanhnghe.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they seem, and files of every mess that colleges make: one sentence each, or the right rows. */
class FilesTest {

    private static final SheetKind PEOPLE = new ReaderTest.TestKind(
            "people",
            List.of(
                    Field.of("code", "Mã HSSV", new Field.Text(10), "A1", "MSSV")
                            .must()
                            .once(),
                    Field.of("name", "Họ và tên", new Field.PersonName(), "Nguyễn Thị Lan", "Họ tên")
                            .must(),
                    Field.of(
                                    "born",
                                    "Ngày sinh",
                                    new Field.Day(LocalDate.of(1930, 1, 1), LocalDate.of(2012, 1, 1)),
                                    "28/02/2004")
                            .must(),
                    Field.of(
                            "sex",
                            "Giới tính",
                            new Field.Choice(Map.of("MALE", List.of("Nam"), "FEMALE", List.of("Nữ"))),
                            "Nữ"),
                    Field.of("average", "Điểm TB", new Field.Decimal(BigDecimal.ZERO, BigDecimal.TEN, 2), "7,5")));

    private static final String CSV =
            "Mã HSSV;Họ và tên;Ngày sinh\nA1;Nguyễn Thị Lan;28/02/2004\nA2;Lê Văn Bình;01/03/2004\nA3;Trần Đức Thắng;02/03/2004\n";

    @Test
    void what_is_no_table_is_told_what_it_is() throws IOException {
        assertThat(trouble("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).contains("PDF");
        assertThat(trouble(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0}))
                .contains("ảnh");
        assertThat(trouble("<html><table><tr><td>x</td></tr></table></html>".getBytes(StandardCharsets.UTF_8)))
                .contains("trang web");
        assertThat(trouble(new byte[] {'M', 'Z', 0, 0, 1, 2, 0, 0})).contains("không phải tệp bảng tính");
        assertThat(trouble(new byte[0])).contains("trống");
        assertThat(trouble(zip(Map.of("word/document.xml", "<x/>")))).contains("Word");
        assertThat(trouble(zip(Map.of("content.xml", "<x/>", "mimetype", "ods"))))
                .contains("OpenDocument");
        assertThat(trouble(zip(Map.of("a.txt", "x")))).contains("tệp nén");
        assertThat(trouble("PK\u0003\u0004 hỏng".getBytes(StandardCharsets.UTF_8)))
                .contains("không phải tệp Excel hợp lệ");
        var ole = new byte[2048];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
        assertThat(trouble(ole)).contains(".xls");
        var secret = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(secret, 0, ole, 1024, secret.length);
        assertThat(trouble(ole)).contains("mật khẩu").doesNotContain("kiểu cũ");
    }

    @Test
    void a_bomb_is_not_unpacked() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 60; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(100_000);
        assertThat(trouble(out.toByteArray())).contains("bung ra quá lớn");
    }

    @Test
    void hidden_merged_and_broken_cells_are_named_all_at_once() throws IOException {
        var file = workbook(sheet -> {
            table(sheet, 1);
            sheet.hideRow(3);
            sheet.hideColumn(2);
            sheet.range(1, 1, 1, 2).merge();
        });
        var broken = patch(file, "<c r=\"A5\"", "<c r=\"A5\" t=\"e\"><v>#REF!</v></c><c r=\"Z5\"");
        var troubles = read(broken).troubles();
        assertThat(troubles).anyMatch(it -> it.contains("ô gộp B2:C2"));
        assertThat(troubles).anyMatch(it -> it.contains("1 dòng đang ẩn (dòng 4)"));
        assertThat(troubles).anyMatch(it -> it.contains("cột đang ẩn: C"));
        assertThat(troubles).anyMatch(it -> it.contains("A5") && it.contains("#REF!"));
        assertThat(troubles).hasSize(4);
    }

    @Test
    void a_formula_gives_its_last_value_and_without_one_is_named() throws IOException {
        var formula = workbook(sheet -> {
            table(sheet, 1);
            sheet.formula(2, 0, "1+1");
        });
        assertThat(read(formula).troubles())
                .singleElement()
                .asString()
                .contains("A3")
                .contains("dán giá trị");
        var worked = patch(formula, "</f>", "</f><v>2</v>");
        assertThat(read(worked).troubles()).isEmpty();
    }

    @Test
    void a_sheet_left_twice_is_named_and_classes_apart_are_not() throws IOException {
        var twice = workbooks(sheet -> table(sheet, 1), sheet -> table(sheet, 1));
        assertThat(read(twice).troubles()).singleElement().asString().contains("“T0” và “T1” giống nhau");
        assertThat(read(workbooks(sheet -> table(sheet, 1), sheet -> table(sheet, 50)))
                        .troubles())
                .isEmpty();
    }

    @Test
    void sixteen_thousand_columns_and_a_cell_far_away_are_refused() throws IOException {
        assertThat(trouble(workbook(sheet -> {
                    table(sheet, 1);
                    for (var i = 0; i < 16_384; i++) {
                        sheet.value(9, i, "x");
                    }
                })))
                .contains("cột");
        assertThat(trouble(workbook(sheet -> {
                    table(sheet, 1);
                    sheet.value(2, 5_000, "x");
                })))
                .contains("cột");
    }

    @Test
    void old_encodings_are_told_apart_and_read() {
        var ways = List.of(
                CSV.getBytes(StandardCharsets.UTF_8),
                CSV.getBytes(StandardCharsets.UTF_16),
                CSV.getBytes(StandardCharsets.UTF_16LE),
                Normalizer.normalize(CSV, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8),
                half(CSV).getBytes(Charset.forName("windows-1258")),
                vni(CSV).getBytes(Charset.forName("windows-1252")),
                vni(CSV).getBytes(StandardCharsets.UTF_8),
                tcvn3(CSV).getBytes(StandardCharsets.ISO_8859_1),
                tcvn3(CSV).getBytes(StandardCharsets.UTF_8));
        for (var way = 0; way < ways.size(); way++) {
            var reading = read(ways.get(way));
            assertThat(reading.troubles()).as("way " + way).isEmpty();
            assertThat(reading.rows().map(it -> it.text("name")))
                    .containsExactly("Nguyễn Thị Lan", "Lê Văn Bình", "Trần Đức Thắng");
        }
        assertThat(read(CSV.getBytes(StandardCharsets.UTF_8)).conversion()).isNull();
        var conversion = java.util.Objects.requireNonNull(
                read(vni(CSV).getBytes(StandardCharsets.UTF_8)).conversion());
        assertThat(conversion.from()).isEqualTo("VNI");
        assertThat(conversion.samples()).anySatisfy(it -> {
            assertThat(it.before()).isEqualTo("Nguyeãn Thò Lan");
            assertThat(it.after()).isEqualTo("Nguyễn Thị Lan");
        });
    }

    @Test
    void names_of_unicode_are_never_taken_for_something_else() {
        for (var name : List.of("Lê Âu", "Ông Ích Ơn", "Đỗ Ước", "Ksor H’Blăm", "Thạch Sô Phia")) {
            assertThat(read("Mã HSSV;Họ và tên;Ngày sinh\nA1;%s;28/02/2004\n"
                                    .formatted(name)
                                    .getBytes(StandardCharsets.UTF_8))
                            .conversion())
                    .as(name)
                    .isNull();
        }
    }

    @Test
    void a_column_with_the_month_first_is_turned_round_as_a_whole() {
        var reading = read(
                "Mã HSSV;Họ và tên;Ngày sinh\nA1;An;05/28/2004\nA2;Ba;06/17/2004\nA3;Ca;07/30/2003\nA4;Du;03/04/2004\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(reading.faults()).hasSize(4).allMatch(it -> it.kind() == FaultKind.MONTH_FIRST);
        assertThat(reading.faults())
                .extracting(Fault::fix)
                .containsExactly("28/05/2004", "17/06/2004", "30/07/2003", "04/03/2004");
    }

    @Test
    void the_template_comes_back_without_its_example_and_says_when_it_is_old() throws IOException {
        var template = Template.of(PEOPLE);
        assertThat(read(template).troubles()).singleElement().asString().contains("chưa có dòng dữ liệu");
        assertThat(new String(entry(template, "xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8))
                .contains("dataValidation")
                .contains("$A$2:$A$3");
        var old = workbooks(
                sheet -> {
                    sheet.value(0, 0, "Mã HSSV");
                    sheet.value(0, 1, "Họ và tên");
                    sheet.value(1, 0, "A1");
                    sheet.value(1, 1, "Nguyễn Thị Lan");
                },
                sheet -> {
                    sheet.value(0, 0, "mau:people:00000000");
                    sheet.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
                });
        assertThat(read(old).troubles()).hasSize(2).anyMatch(it -> it.contains("phiên bản cũ"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_the_mess_the_rows_are_found_where_they_stand(long seed) {
        var random = new Random(seed);
        var separator = List.of(";", ",", "\t").get(random.nextInt(3));
        var columns = new ArrayList<>(List.of("code", "name", "born"));
        Collections.shuffle(columns, random);
        var header = Map.of(
                "code",
                List.of("Mã HSSV", "MSSV (*)"),
                "name",
                List.of("HỌ TÊN", "Họ  và tên"),
                "born",
                List.of("Ngày sinh", "NGÀY SINH (*)"));
        var lines = new ArrayList<String>();
        for (var i = random.nextInt(6); i > 0; i--) {
            lines.add(random.nextBoolean() ? "" : "TRƯỜNG CAO ĐẲNG X");
        }
        lines.add(String.join(
                separator,
                columns.stream()
                        .map(it -> header.getOrDefault(it, List.of()).get(random.nextInt(2)))
                        .toList()));
        var expected = new ArrayList<Integer>();
        for (var i = 0; i < 30; i++) {
            if (random.nextInt(5) == 0) {
                lines.add("");
            }
            var row = Map.of("code", "A" + i, "name", "Nguyễn Văn Bình", "born", "28/02/2004");
            lines.add(String.join(separator, columns.stream().map(row::get).toList()));
            expected.add(lines.size());
        }
        lines.add(separator + "Tổng cộng: 30");
        var text = String.join(random.nextBoolean() ? "\r\n" : "\n", lines);
        var charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)
                .get(random.nextInt(3));
        var reading = read(text.getBytes(charset));
        assertThat(reading.troubles()).isEmpty();
        assertThat(reading.good()).extracting(SheetRow::number).containsExactlyElementsOf(expected);
    }

    private static Reading read(byte[] file) {
        var reading = Reader.read(file, List.of(PEOPLE), null, Map.of(), Set.of());
        Checks.run(PEOPLE.fields(), reading.tables());
        return reading;
    }

    private static String trouble(byte[] file) {
        var troubles = read(file).troubles();
        assertThat(troubles).hasSize(1);
        return troubles.getFirst();
    }

    private static void table(Worksheet sheet, int from) {
        sheet.value(0, 0, "DANH SÁCH");
        sheet.value(1, 0, "Mã HSSV");
        sheet.value(1, 1, "Họ và tên");
        sheet.value(1, 2, "Ngày sinh");
        for (var i = 0; i < 6; i++) {
            sheet.value(2 + i, 0, "A" + (from + i));
            sheet.value(2 + i, 1, "Nguyễn Thị Lan");
            sheet.value(2 + i, 2, "28/02/2004");
        }
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        return workbooks(List.of(fill));
    }

    private static byte[] workbooks(Consumer<Worksheet> first, Consumer<Worksheet> second) throws IOException {
        return workbooks(List.of(first, second));
    }

    private static byte[] workbooks(List<Consumer<Worksheet>> sheets) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(out, "x", "1.0")) {
            for (var i = 0; i < sheets.size(); i++) {
                sheets.get(i).accept(workbook.newWorksheet("T" + i));
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** The package with a text replaced in all its parts. */
    private static byte[] patch(byte[] file, String from, String to) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setByteArray(file).get();
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                        .replace(from, to)
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] entry(byte[] file, String name) throws IOException {
        try (var in = ZipFile.builder().setByteArray(file).get()) {
            return in.getInputStream(in.getEntry(name)).readAllBytes();
        }
    }

    /** Vowels composed, tones apart: as Windows-1258 writes. */
    private static String half(String text) {
        var out = new StringBuilder();
        for (var c : text.toCharArray()) {
            var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            var tone = parts.chars()
                    .filter(it -> "\u0300\u0301\u0303\u0309\u0323".indexOf(it) >= 0)
                    .findFirst();
            if (tone.isEmpty()) {
                out.append(c);
            } else {
                out.append(Normalizer.normalize(
                                parts.replace(String.valueOf((char) tone.getAsInt()), ""), Normalizer.Form.NFC))
                        .append((char) tone.getAsInt());
            }
        }
        return out.toString();
    }

    private static final Map<String, String> VNI = Map.ofEntries(
            Map.entry("ễ", "eã"),
            Map.entry("ị", "ò"),
            Map.entry("ê", "eâ"),
            Map.entry("ă", "aê"),
            Map.entry("ì", "ì"),
            Map.entry("ầ", "aà"),
            Map.entry("Đ", "Ñ"),
            Map.entry("ứ", "öù"),
            Map.entry("ắ", "aé"),
            Map.entry("ã", "aõ"),
            Map.entry("ọ", "oï"),
            Map.entry("à", "aø"));

    private static String vni(String text) {
        var out = new StringBuilder();
        for (var c : text.split("")) {
            out.append(VNI.getOrDefault(c, c));
        }
        return out.toString();
    }

    /** By the table the reader has, the other way round. */
    private static String tcvn3(String text) {
        var out = new StringBuilder();
        for (var c : text.toCharArray()) {
            var found = c;
            for (var code = 0xA1; code <= 0xFE && c >= 0x80; code++) {
                if (Encoding.tcvn3(String.valueOf((char) code)).charAt(0) == c) {
                    found = (char) code;
                    break;
                }
            }
            out.append(found);
        }
        return out.toString();
    }
}
