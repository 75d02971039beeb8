package vn.lanhnghe.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.shared.Written;

/** What each field asks of its cell, and what no two rows of a file may share. */
final class Checks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern DMY = Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})(?: 0?0:00(?::00)?)?");
    private static final Pattern YMD =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[ T]0?0:00(?::00)?(?:\\.0)?)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}([.,]\\d{1,6})?");
    private static final int NEAR = 2;
    private static final int ENOUGH_TURNED = 3;

    private Checks() {}

    static void run(List<Field> fields, List<SheetTable> tables) {
        for (var table : tables) {
            for (var field : fields) {
                table.columns().stream()
                        .filter(it -> field.key().equals(it.field()))
                        .findFirst()
                        .ifPresent(column -> column(table, column, field));
            }
        }
        fields.stream().filter(Field::unique).forEach(field -> unique(field, tables));
    }

    private static void column(SheetTable table, Column column, Field field) {
        var monthFirst = field.type() instanceof Field.Day day && monthFirst(table, column) ? day : null;
        for (var row : table.rows()) {
            if (monthFirst == null || !turned(row, column, monthFirst)) {
                check(row, column, field);
            }
        }
    }

    /** A whole column written as Americans do: some days fit only that way, and none only ours. */
    private static boolean monthFirst(SheetTable table, Column column) {
        var theirs = 0;
        for (var row : table.rows()) {
            var day = DMY.matcher(row.written(column));
            if (day.matches()) {
                if (part(day, 1) > 12) {
                    return false;
                }
                theirs += part(day, 2) > 12 ? 1 : 0;
            }
        }
        return theirs >= ENOUGH_TURNED;
    }

    private static boolean turned(SheetRow row, Column column, Field.Day type) {
        var day = DMY.matcher(row.written(column));
        if (!day.matches()) {
            return false;
        }
        var fix = swapped(new int[] {part(day, 3), part(day, 2), part(day, 1)}, type);
        if (fix == null) {
            return false;
        }
        row.fault(
                column,
                FaultKind.MONTH_FIRST,
                "Cả cột này viết tháng trước ngày sau. Nhập dd/MM/yyyy; bấm “Sửa tất cả” để đổi cả cột.",
                fix);
        return true;
    }

    private static void check(SheetRow row, Column column, Field field) {
        var written = row.written(column);
        if (written.isEmpty()) {
            var unless = field.unless();
            if (field.required() && (unless == null || row.wrote(unless).isEmpty())) {
                row.fault(column, FaultKind.REQUIRED, "Ô này bắt buộc. " + example(field), null);
            }
            return;
        }
        var value = switch (field.type()) {
            case Field.Text text -> text(row, column, written, text);
            case Field.Code code -> code(row, column, written, code);
            case Field.PersonName name -> name(row, column, written, name);
            case Field.Day day -> day(row, column, written, day, field);
            case Field.CitizenId id -> citizenId(row, column, written);
            case Field.Phone phone -> phone(row, column, written);
            case Field.Decimal decimal -> decimal(row, column, written, decimal, field);
            case Field.Choice choice -> choice(row, column, written, choice);
        };
        if (value != null) {
            row.put(field.key(), value);
        }
    }

    private static String example(Field field) {
        return field.example().isEmpty() ? "" : "Nhập giá trị, ví dụ " + field.example() + ".";
    }

    private static @Nullable String text(SheetRow row, Column column, String written, Field.Text type) {
        var fault = Written.textFault(written, type.longest());
        if (fault != null) {
            row.fault(
                    column, written.length() > type.longest() ? FaultKind.TOO_LONG : FaultKind.MALFORMED, fault, null);
            return null;
        }
        return written;
    }

    private static @Nullable String code(SheetRow row, Column column, String written, Field.Code type) {
        if (written.matches(type.pattern())) {
            return written;
        }
        var upper = written.toUpperCase(Locale.ROOT).replaceAll("[ .-]", "");
        if (upper.matches(type.pattern())) {
            return upper;
        }
        row.fault(column, FaultKind.MALFORMED, type.how(), null);
        return null;
    }

    private static @Nullable String name(SheetRow row, Column column, String written, Field.PersonName type) {
        var fault = Written.nameFault(written, type.shortest());
        if (fault != null) {
            row.fault(column, FaultKind.NAME, fault, null);
            return null;
        }
        return written;
    }

    private static @Nullable String day(SheetRow row, Column column, String written, Field.Day type, Field field) {
        var dmy = DMY.matcher(written);
        var ymd = YMD.matcher(written);
        var how = "Nhập dd/MM/yyyy, ví dụ %s.".formatted(field.example());
        if (!dmy.matches() && !ymd.matches()) {
            row.fault(column, FaultKind.NOT_A_DATE, "Đây không phải ngày đầy đủ. " + how, null);
            return null;
        }
        var parts = dmy.matches()
                ? new int[] {part(dmy, 3), part(dmy, 2), part(dmy, 1)}
                : new int[] {part(ymd, 1), part(ymd, 2), part(ymd, 3)};
        try {
            var date = LocalDate.of(parts[0], parts[1], parts[2]);
            if (date.isBefore(type.first()) || date.isAfter(type.last())) {
                row.fault(
                        column,
                        FaultKind.DATE_OUT_OF_RANGE,
                        "Ngày này nằm ngoài khoảng cho phép, từ %s đến %s. Kiểm tra lại năm trên giấy tờ gốc."
                                .formatted(DAY.format(type.first()), DAY.format(type.last())),
                        null);
                return null;
            }
            return date.toString();
        } catch (DateTimeException e) {
            row.fault(
                    column,
                    FaultKind.DATE_DOES_NOT_EXIST,
                    "Ngày này không có trong lịch. " + how,
                    parts[1] <= 12 ? null : swapped(parts, type));
            return null;
        }
    }

    /** Month and day the wrong way round, as American settings write them. */
    private static @Nullable String swapped(int[] parts, Field.Day type) {
        if (parts[1] > 31 || parts[2] > 12) {
            return null;
        }
        try {
            var date = LocalDate.of(parts[0], parts[2], parts[1]);
            return date.isBefore(type.first()) || date.isAfter(type.last()) ? null : DAY.format(date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int part(java.util.regex.Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable String citizenId(SheetRow row, Column column, String written) {
        var digits = written.replaceAll("[ .'’-]", "");
        if (digits.matches("\\d{12}")) {
            return digits;
        }
        if (!digits.matches("\\d+")) {
            row.fault(
                    column,
                    FaultKind.NOT_AN_ID,
                    "Số định danh gồm 12 chữ số, không có chữ cái. Nhập như trên thẻ căn cước, ví dụ 079204012345.",
                    null);
        } else if ((digits.length() == 11 || digits.length() == 10) && digits.charAt(0) != '0') {
            row.fault(
                    column,
                    FaultKind.LEADING_ZERO_LOST,
                    "Có %d chữ số: Excel đã bỏ số 0 ở đầu. Định dạng cột là Văn bản rồi nhập đủ 12 chữ số."
                            .formatted(digits.length()),
                    "0".repeat(12 - digits.length()) + digits);
        } else {
            row.fault(
                    column,
                    FaultKind.ID_LENGTH,
                    "Có %d chữ số, số định danh phải đủ 12. Nhập lại theo thẻ căn cước, ví dụ 079204012345."
                            .formatted(digits.length()),
                    null);
        }
        return null;
    }

    private static @Nullable String phone(SheetRow row, Column column, String written) {
        var digits = written.replaceAll("[ .()-]", "").replaceFirst("^(\\+84|84(?=\\d{9}$))", "0");
        var phone = digits.matches("[1-9]\\d{8}") ? "0" + digits : digits;
        if (!phone.matches("0\\d{9,10}")) {
            row.fault(
                    column,
                    FaultKind.PHONE,
                    "Số điện thoại gồm 10 chữ số, bắt đầu bằng 0, ví dụ 0901234567. Để trống nếu chưa có.",
                    null);
            return null;
        }
        return phone;
    }

    private static @Nullable String decimal(
            SheetRow row, Column column, String written, Field.Decimal type, Field field) {
        if (!NUMBER.matcher(written).matches()) {
            row.fault(column, FaultKind.NOT_A_NUMBER, "Đây không phải số. " + example(field), null);
            return null;
        }
        var number = new BigDecimal(written.replace(',', '.'));
        if (number.compareTo(type.least()) < 0 || number.compareTo(type.most()) > 0) {
            row.fault(
                    column,
                    FaultKind.OUT_OF_RANGE,
                    "Số phải từ %s đến %s. %s".formatted(type.least(), type.most(), example(field)),
                    null);
            return null;
        }
        return number.toPlainString();
    }

    private static @Nullable String choice(SheetRow row, Column column, String written, Field.Choice type) {
        var lower = written.toLowerCase(Locale.ROOT);
        var bare = Vietnamese.fold(written).equals(lower);
        for (var choice : type.words().entrySet()) {
            for (var word : choice.getValue()) {
                // "nu" may stand for "Nữ", but "nử" is another word
                if (word.toLowerCase(Locale.ROOT).equals(lower)
                        || bare && Vietnamese.fold(word).equals(lower)) {
                    return choice.getKey();
                }
            }
        }
        var allowed = String.join(
                ", ", type.words().values().stream().map(List::getFirst).toList());
        row.fault(column, FaultKind.UNKNOWN_VALUE, "Giá trị được nhận: %s.".formatted(allowed), nearest(lower, type));
        return null;
    }

    private static @Nullable String nearest(String lower, Field.Choice type) {
        String nearest = null;
        var least = NEAR + 1;
        for (var words : type.words().values()) {
            for (var word : words) {
                var distance = distance(lower, word.toLowerCase(Locale.ROOT));
                if (distance < least && distance < word.length()) {
                    least = distance;
                    nearest = words.getFirst();
                }
            }
        }
        return nearest;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                row[j] = Math.min(
                        Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static void unique(Field field, List<SheetTable> tables) {
        var first = new HashMap<String, SheetRow>();
        for (var table : tables) {
            for (var row : table.rows()) {
                var value = row.text(field.key());
                if (value == null) {
                    continue;
                }
                var earlier = first.putIfAbsent(value.toLowerCase(Locale.ROOT), row);
                if (earlier != null) {
                    row.fault(
                            field.key(),
                            FaultKind.DUPLICATE_IN_FILE,
                            "Giá trị này đã có ở dòng %d%s. Mỗi người một giá trị; hãy sửa dòng sai hoặc để lại một trong hai dòng."
                                    .formatted(
                                            earlier.number(),
                                            earlier.sheet().equals(row.sheet())
                                                    ? ""
                                                    : " trang tính “" + earlier.sheet() + "”"),
                            null);
                }
            }
        }
    }
}
