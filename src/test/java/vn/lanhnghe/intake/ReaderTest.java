package vn.lanhnghe.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they come: the kinds of mess, not the rows of one file. */
class ReaderTest {

    /** A list of people with the commonest fields. */
    private static final SheetKind PEOPLE = new TestKind(
            "people",
            List.of(
                    Field.of("code", "Mã HSSV", new Field.Text(20), "24CD1", "MSSV")
                            .must()
                            .once(),
                    Field.of("name", "Họ và tên", new Field.PersonName(), "Nguyễn Thị Lan", "Họ tên")
                            .must(),
                    Field.of(
                                    "born",
                                    "Ngày sinh",
                                    new Field.Day(LocalDate.of(1930, 1, 1), LocalDate.of(2013, 1, 1)),
                                    "28/02/2004")
                            .must(),
                    Field.of("id", "Số CCCD", new Field.CitizenId(), "079204012345", "Số CCCD/Mã định danh")
                            .once(),
                    Field.of(
                            "sex",
                            "Giới tính",
                            new Field.Choice(Map.of("MALE", List.of("Nam"), "FEMALE", List.of("Nữ"))),
                            "Nữ"),
                    Field.of("phone", "Điện thoại", new Field.Phone(), "0901234567"),
                    Field.of("average", "Điểm TB", new Field.Decimal(BigDecimal.ZERO, BigDecimal.TEN, 2), "7,5")));

    record TestKind(String code, List<Field> fields) implements SheetKind {
        @Override
        public String label() {
            return code;
        }

        @Override
        public Set<String> legends() {
            return Set.of("so tin chi");
        }

        @Override
        public void check(List<SheetTable> tables) {}

        @Override
        public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
            return List.of();
        }

        @Override
        public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {}

        @Override
        public String address(long batchId) {
            return "/";
        }

        @Override
        public List<String> obstacles(long batchId) {
            return List.of();
        }

        @Override
        public int undo(long batchId) {
            return 0;
        }

        @Override
        public long recorded() {
            return 0;
        }

        @Override
        public List<Extract> extract() {
            return List.of();
        }
    }

    private static Reading read(byte[] file) {
        var reading = Reader.read(file, List.of(PEOPLE), null, Map.of(), Set.of());
        Checks.run(PEOPLE.fields(), reading.tables());
        return reading;
    }

    private static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The one row that a file of one row holds. */
    private static SheetRow row(String cells) {
        return read("Mã HSSV;Họ và tên;Ngày sinh;Số CCCD;Giới tính;Điện thoại;Điểm TB\n" + cells)
                .rows()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_header_is_found_below_titles_and_totals_are_no_rows() {
        var reading = read("""
                TRƯỜNG CAO ĐẲNG X;;;
                DANH SÁCH HỌC SINH;;;
                ;;;
                Năm học 2024-2025;;;
                STT;MSSV (*);HỌ TÊN;Ngày  Sinh (*)
                1;A1;Nguyễn Thị Lan;28/02/2004
                2;A2;;01/03/2004
                ;;;
                ;Tổng cộng: 2 học sinh;;
                ;;;TP.HCM, ngày 5 tháng 9 năm 2024
                ;;Người lập biểu;
                """);

        assertThat(reading.troubles()).isEmpty();
        assertThat(reading.rows().map(SheetRow::number)).containsExactly(6, 7);
        assertThat(reading.tables().getFirst().headerRow()).isEqualTo(5);
        assertThat(reading.faults()).singleElement().satisfies(it -> {
            assertThat(it.row()).isEqualTo(7);
            assertThat(it.column().letter()).isEqualTo("C");
            assertThat(it.kind()).isEqualTo(FaultKind.REQUIRED);
        });
    }

    @Test
    void a_row_that_has_all_it_must_have_is_a_record_whatever_its_remark_says() {
        var reading = read("""
                Mã HSSV;Họ và tên;Ngày sinh;Điện thoại;Giới tính
                A1;Nguyễn Thị Lan;28/02/2004;Theo quyết định 12, ngày 5/9/2024;Nữ
                ;Tổng cộng: 1;28/02/2004;;Nữ
                """);
        assertThat(reading.rows().map(SheetRow::number)).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void the_encoding_does_not_matter(String charset) {
        var text = "\ufeffMã HSSV\tHọ và tên\tNgày sinh\nA1\tĐặng Thị Hường\t28/02/2004\n";
        var bytes = charset.equals("UTF-16")
                ? text.substring(1).getBytes(StandardCharsets.UTF_16)
                : text.getBytes(Charset.forName(charset));
        assertThat(read(bytes).rows().map(it -> it.get("name"))).containsExactly("Đặng Thị Hường");
    }

    @Test
    void text_in_the_old_font_encoding_is_recognised() throws IOException {
        var book = Csv.read(Files.readAllBytes(Path.of("../shared/data/intake/so-goc-1998-tcvn3.csv")));
        assertThat(book.getFirst().lines().getFirst().cells().values())
                .contains("Họ và tên", "Nghề đào tạo", "Xếp loại");
        assertThat(book.getFirst().lines().get(3).cells().values()).contains("Đoàn Văn Ân", "Bình dương");
    }

    @Test
    void decomposed_accents_and_hard_blanks_are_composed_and_tidied() {
        var name = Normalizer.normalize("Nguyễn\u00a0 Thị  Hằng ", Normalizer.Form.NFD);
        assertThat(row("A1;" + name + ";28/02/2004").get("name")).isEqualTo("Nguyễn Thị Hằng");
    }

    @ParameterizedTest
    @CsvSource({
        "28/02/2004,2004-02-28",
        "8/2/2004,2004-02-08",
        "28-02-2004,2004-02-28",
        "28.2.2004,2004-02-28",
        "2004-02-28,2004-02-28",
        "2004-02-28 00:00:00,2004-02-28"
    })
    void a_day_is_read_however_it_is_written(String written, String meant) {
        assertThat(row("A1;Lan;" + written).get("born")).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2005,DATE_DOES_NOT_EXIST,", "04/25/2005,DATE_DOES_NOT_EXIST,25/04/2005", "31/12/1899,DATE_OUT_OF_RANGE,",
        "2004,NOT_A_DATE,", "28/02/04,NOT_A_DATE,", "hôm qua,NOT_A_DATE,"
    })
    void a_day_that_cannot_be_is_told_apart(String written, FaultKind kind, String fix) {
        assertThat(row("A1;Lan;" + written).faults()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(kind);
            assertThat(it.fix()).isEqualTo(fix);
            assertThat(it.written()).isEqualTo(written);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "56206573250,LEADING_ZERO_LOST,056206573250",
        "1206573250,LEADING_ZERO_LOST,001206573250",
        "07530597576,ID_LENGTH,",
        "123,ID_LENGTH,",
        "07920401234X,NOT_AN_ID,"
    })
    void a_citizen_number_that_is_not_one_is_told_apart(String written, FaultKind kind, String fix) {
        assertThat(row("A1;Lan;28/02/2004;" + written).faults()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(kind);
            assertThat(it.fix()).isEqualTo(fix);
        });
    }

    @ParameterizedTest
    @CsvSource({"nữ,FEMALE", "NỮ,FEMALE", "Nu,FEMALE", "nam,MALE"})
    void a_choice_is_taken_in_any_case_and_without_accents(String written, String code) {
        assertThat(row("A1;Lan;28/02/2004;079204012345;" + written).get("sex")).isEqualTo(code);
    }

    @Test
    void a_choice_with_the_wrong_accent_is_a_slip_with_a_proposal() {
        assertThat(row("A1;Lan;28/02/2004;;Nử").faults()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(FaultKind.UNKNOWN_VALUE);
            assertThat(it.fix()).isEqualTo("Nữ");
        });
    }

    @ParameterizedTest
    @CsvSource({"927486867,0927486867", "+84 927 486 867,0927486867", "0927.486.867,0927486867"})
    void a_telephone_number_gets_its_zero_back(String written, String meant) {
        assertThat(row("A1;Lan;28/02/2004;;;" + written).get("phone")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7,5", "7.5"})
    void a_decimal_has_a_comma_or_a_point(String written) {
        assertThat(row("A1;Lan;28/02/2004;;;;\"" + written + "\"").decimal("average"))
                .isEqualByComparingTo("7.5");
    }

    @Test
    void the_later_of_two_rows_with_one_number_is_at_fault_and_names_the_earlier() {
        var reading = read("""
                Mã HSSV;Họ và tên;Ngày sinh;Số CCCD
                A1;Lan;28/02/2004;079204012345
                A2;Mai;28/02/2004;079204012345
                """);
        assertThat(reading.faults()).singleElement().satisfies(it -> {
            assertThat(it.row()).isEqualTo(3);
            assertThat(it.message()).contains("dòng 2");
        });
    }

    @Test
    void what_is_wrong_with_the_file_itself_is_said_first_in_a_sentence_each() {
        assertThat(read(new byte[0]).troubles()).singleElement().asString().contains("trống");
        assertThat(read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})
                        .troubles())
                .singleElement()
                .asString()
                .contains(".xlsx");
        assertThat(read("%PDF-1.7 x").troubles()).singleElement().asString().contains("PDF");
        assertThat(read(new byte[] {'P', 'K', 3, 4, 9, 9, 9}).troubles())
                .singleElement()
                .asString()
                .contains("Excel");
        assertThat(read("a;b;c\n1;2;3\n").troubles()).singleElement().asString().contains("dòng tiêu đề");
        assertThat(read("Mã HSSV;Họ và tên;Lớp\nA1;Lan;K1\n").troubles())
                .singleElement()
                .asString()
                .contains("thiếu cột “Ngày sinh”");
        assertThat(read("Mã HSSV;Họ và tên;Ngày sinh;Họ tên\nA1;Lan;28/02/2004;x\n")
                        .troubles())
                .singleElement()
                .asString()
                .contains("Cột B và cột D");
        assertThat(read("Mã HSSV;Họ và tên;Ngày sinh\n").troubles())
                .singleElement()
                .asString()
                .contains("chưa có dòng dữ liệu");
    }

    @Test
    void a_workbook_of_several_sheets_is_read_whole_and_comes_back_with_two_columns_more() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            for (var name : List.of("K1 & K2", "K3")) {
                var sheet = workbook.newWorksheet(name);
                sheet.value(1, 0, "Mã HSSV");
                sheet.value(1, 1, "Họ và tên");
                sheet.value(1, 2, "Ngày sinh");
                sheet.value(2, 0, name + "-1");
                sheet.value(2, 1, "Nguyễn Thị Lan O'Mai");
                sheet.value(2, 2, LocalDate.of(2004, 2, 28));
                sheet.style(2, 2).format("dd/mm/yyyy").set();
                sheet.value(3, 0, name + "-2");
                sheet.value(3, 1, "Lê Văn Bình");
                sheet.value(3, 2, "31/02/2004");
            }
            workbook.newWorksheet("Ghi chú").value(0, 0, "không có gì");
        }
        var reading = read(out.toByteArray());

        assertThat(reading.troubles()).isEmpty();
        assertThat(reading.tables()).extracting(SheetTable::name).containsExactly("K1 & K2", "K3");
        assertThat(reading.good()).allSatisfy(it -> assertThat(it.get("born")).isEqualTo("2004-02-28"));
        assertThat(reading.bad()).extracting(SheetRow::number).containsExactly(4, 4);

        var again = Workbook.read(ResultFile.of(out.toByteArray(), reading, null));
        for (var grid : again.subList(0, 2)) {
            assertThat(grid.lines().get(0).cells()).containsEntry(3, "Kết quả").containsEntry(4, "Lỗi");
            assertThat(grid.lines().get(1).cells())
                    .containsEntry(1, "Nguyễn Thị Lan O'Mai")
                    .containsEntry(3, "Ghi được");
            assertThat(grid.lines().get(2).cells()).containsEntry(3, "Có lỗi");
            assertThat(grid.lines().get(2).cell(4)).contains("Dòng 4, cột C “Ngày sinh”: bạn viết “31/02/2004”.");
        }
        assertThat(again.get(2).lines()).hasSize(1);
    }

    @Test
    void a_text_table_comes_back_with_two_columns_more() {
        var file = "Mã HSSV;Họ và tên;Ngày sinh\r\nA1;\"Lan; Mai\";28/02/2004\r\nA2;Bình;32/01/2004\r\n"
                .getBytes(StandardCharsets.UTF_8);
        var text = new String(
                ResultFile.of(file, read(file), Map.of(new Reading.Cell("", 3, 0), "sai ngày")),
                StandardCharsets.UTF_8);
        assertThat(text.lines()).element(0).isEqualTo("\ufeffMã HSSV;Họ và tên;Ngày sinh;Kết quả;Lỗi");
        assertThat(text).contains("A1;\"Lan; Mai\";28/02/2004;Đã ghi;\r\n").contains("A2;Bình;32/01/2004;Có lỗi;");
    }

    @Test
    void what_a_person_writes_over_a_cell_counts_and_a_row_set_aside_does_not() {
        var file = "Mã HSSV;Họ và tên;Ngày sinh\nA1;Lan;31/02/2004\nA2;Bình;x\n".getBytes(StandardCharsets.UTF_8);
        var reading = Reader.read(
                file,
                List.of(PEOPLE),
                "people",
                Map.of(new Reading.Cell("", 2, 2), "28/02/2004"),
                Set.of(new Reading.Cell("", 3, 0)));
        Checks.run(PEOPLE.fields(), reading.tables());

        assertThat(reading.good())
                .singleElement()
                .satisfies(it -> assertThat(it.get("born")).isEqualTo("2004-02-28"));
        assertThat(reading.aside()).extracting(SheetRow::number).containsExactly(3);
        assertThat(reading.bad()).isEmpty();
    }
}
