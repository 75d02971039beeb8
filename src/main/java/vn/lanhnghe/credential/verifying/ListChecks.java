package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.Wording;
import vn.lanhnghe.intake.Lists;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Many diplomas checked at once from a list: each is found, not found, or differs in facts that are named but never told. */
@Service
public class ListChecks {

    static final int MOST = 200;

    /** The edition of the terms on the page; a new one when their words change. */
    static final String TERMS = "2026-11";

    private static final int HEADER_WITHIN = 10;

    /** What a column may be, by the words of its header. */
    enum Column {
        CODE("Mã tra cứu", "ma tra cuu", "ma van bang", "verification code", "code"),
        SERIAL("Số hiệu", "so hieu", "so hieu van bang", "serial", "serial number"),
        FULL_NAME("Họ và tên", "ho va ten", "ho ten", "full name", "name"),
        BIRTH_DATE("Ngày sinh", "ngay sinh", "date of birth", "birth date"),
        OCCUPATION("Ngành, nghề", "nganh nghe", "nganh", "nghe", "occupation"),
        LEVEL("Trình độ", "trinh do", "level"),
        RANK("Xếp loại", "xep loai", "classification"),
        REGISTER_NUMBER("Số vào sổ gốc", "so vao so goc", "so vao so", "register number"),
        DECISION_NUMBER("Số quyết định", "so quyet dinh", "decision number");

        private final String label;
        private final Set<String> words;

        Column(String label, String... words) {
            this.label = label;
            this.words = Set.of(words);
        }

        String label() {
            return label;
        }

        static @Nullable Column of(String header) {
            var folded = Vietnamese.fold(header).replaceAll("[^a-z0-9]+", " ").strip();
            for (var it : values()) {
                if (it.words.contains(folded)) {
                    return it;
                }
            }
            return null;
        }
    }

    /** One line of the list: its row, what it was asked by, the answer, and the facts that differ or are missing. */
    public record Line(
            int row,
            String asked,
            @Nullable Outcome outcome,
            List<String> differing,
            @Nullable String trouble) {

        public String answer() {
            return trouble != null
                    ? trouble
                    : outcome == null
                            ? ""
                            : outcome.label()
                                    + (differing.isEmpty() ? "" : "; khác ở: " + String.join(", ", differing));
        }

        public String kind() {
            return outcome == null ? "warn" : outcome.kind();
        }
    }

    private final Verifications verifications;
    private final Enrolments enrolments;
    private final JdbcClient jdbc;

    ListChecks(Verifications verifications, Enrolments enrolments, JdbcClient jdbc) {
        this.verifications = verifications;
        this.enrolments = enrolments;
        this.jdbc = jdbc;
    }

    /** Checks a list of at most {@link #MOST} rows; {@code asker} and {@code purpose} are kept with the terms that were accepted. */
    @Transactional
    public List<Line> check(byte[] file, String asker, String purpose) {
        var lines = Lists.read(file);
        for (var header = 0; header < Math.min(HEADER_WITHIN, lines.size()); header++) {
            var columns = columns(lines.get(header).cells());
            if (columns.containsKey(Column.CODE)
                    || columns.keySet().containsAll(Set.of(Column.SERIAL, Column.FULL_NAME, Column.BIRTH_DATE))) {
                return check(lines.subList(header + 1, lines.size()), columns, asker, purpose);
            }
        }
        throw new Refusal(
                "Không thấy dòng tiêu đề. Tệp cần cột “Mã tra cứu”, hoặc đủ ba cột “Số hiệu”, “Họ và tên”, “Ngày sinh”. Tải tệp mẫu để so.");
    }

    private static Map<Column, Integer> columns(List<String> header) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; i < header.size(); i++) {
            var column = Column.of(header.get(i));
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    private List<Line> check(List<Lists.Line> rows, Map<Column, Integer> columns, String asker, String purpose) {
        if (rows.isEmpty()) {
            throw new Refusal("Tệp chỉ có dòng tiêu đề, chưa có dòng nào để tra.");
        }
        if (rows.size() > MOST) {
            throw new Refusal("Tệp có %s dòng; mỗi lần tra tối đa %d dòng. Hãy chia tệp ra."
                    .formatted(Vi.count(rows.size()), MOST));
        }
        jdbc.sql(
                        "insert into credential.list_check (asker, purpose, terms, lines) values (:asker, :purpose, :terms, :lines)")
                .param("asker", asker)
                .param("purpose", purpose)
                .param("terms", TERMS)
                .param("lines", rows.size())
                .update();
        var seen = new HashSet<Map<Column, String>>();
        var checked = new ArrayList<Line>();
        for (var row : rows) {
            var typed = new EnumMap<Column, String>(Column.class);
            columns.forEach((column, at) -> {
                var cell = at < row.cells().size() ? row.cells().get(at).strip() : "";
                if (!cell.isEmpty()) {
                    typed.put(column, cell);
                }
            });
            checked.add(
                    seen.add(typed)
                            ? line(row.number(), typed)
                            : new Line(row.number(), asked(typed), null, List.of(), "Dòng này lặp lại một dòng trên."));
        }
        return checked;
    }

    private static String asked(Map<Column, String> typed) {
        return typed.getOrDefault(
                Column.CODE, typed.getOrDefault(Column.SERIAL, typed.getOrDefault(Column.FULL_NAME, "")));
    }

    private Line line(int row, Map<Column, String> typed) {
        var code = typed.get(Column.CODE);
        var serial = typed.get(Column.SERIAL);
        var name = typed.get(Column.FULL_NAME);
        var day = typed.get(Column.BIRTH_DATE);
        var born = day == null ? null : Days.read(day);
        if (day != null && born == null) {
            return new Line(
                    row,
                    asked(typed),
                    null,
                    List.of(),
                    "Ngày sinh “%s” không đúng. Nhập dd/MM/yyyy, ví dụ 28/02/2004.".formatted(day));
        }
        if (code == null && (serial == null || name == null || born == null)) {
            return new Line(
                    row,
                    asked(typed),
                    null,
                    List.of(),
                    "Thiếu mã tra cứu; không có mã thì cần đủ số hiệu, họ và tên, ngày sinh.");
        }
        var check = code != null
                ? verifications.byCode(code, Verifications.Way.LIST)
                : verifications.bySerial(
                        Objects.requireNonNull(serial),
                        Objects.requireNonNull(name),
                        Objects.requireNonNull(born),
                        Verifications.Way.LIST);
        var diploma = check.diploma();
        if (diploma == null) {
            return new Line(row, asked(typed), check.outcome(), List.of(), null);
        }
        var differing = differing(diploma, typed, born);
        return new Line(
                row,
                asked(typed),
                differing.isEmpty() || check.outcome().kind().equals("bad") ? check.outcome() : Outcome.PAPER_DIFFERS,
                differing,
                null);
    }

    private List<String> differing(Diploma diploma, Map<Column, String> typed, @Nullable LocalDate born) {
        var wording = Wording.of(diploma, enrolments.grading());
        var differing = new ArrayList<String>();
        typed.forEach((column, value) -> {
            var same = switch (column) {
                case CODE -> true;
                case SERIAL -> Vietnamese.tidy(value).equals(diploma.serial());
                case FULL_NAME -> Vietnamese.fold(value).equals(Vietnamese.fold(diploma.fullName()));
                case BIRTH_DATE -> diploma.birthDate().equals(born);
                case OCCUPATION ->
                    value.equals(diploma.occupationCode())
                            || Vietnamese.fold(value).equals(Vietnamese.fold(diploma.occupation()));
                case LEVEL ->
                    List.of(Vietnamese.fold(wording.level()), Vietnamese.fold(wording.levelEn()))
                            .contains(Vietnamese.fold(value));
                case RANK ->
                    List.of(Vietnamese.fold(wording.rank()), Vietnamese.fold(wording.rankEn()))
                            .contains(Vietnamese.fold(value));
                case REGISTER_NUMBER -> Vietnamese.tidy(value).equals(diploma.registerNumber());
                case DECISION_NUMBER -> Vietnamese.fold(value).equals(Vietnamese.fold(diploma.decisionNumber()));
            };
            if (!same) {
                differing.add(column.label());
            }
        });
        return differing;
    }
}
