package vn.lanhnghe.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.shared.Written;
import vn.lanhnghe.ui.Vi;

/** A fact of a person: how it is called, read from what is typed, and shown. */
public enum PersonFact {
    FULL_NAME("fullName", "Họ và tên"),
    BIRTH_DATE("birthDate", "Ngày sinh"),
    SEX("sex", "Giới tính"),
    CITIZEN_ID("citizenId", "Số định danh cá nhân"),
    DEGREE("degree", "Trình độ cao nhất"),
    PHONE("phone", "Điện thoại"),
    EMAIL("email", "Thư điện tử");

    public static final Map<String, String> SEXES = ordered("MALE", "Nam", "FEMALE", "Nữ");
    public static final Map<String, String> DEGREES = ordered(
            "TIEN_SI",
            "Tiến sĩ",
            "THAC_SI",
            "Thạc sĩ",
            "DAI_HOC",
            "Đại học",
            "CAO_DANG",
            "Cao đẳng",
            "TRUNG_CAP",
            "Trung cấp",
            "NGHE_NHAN",
            "Nghệ nhân, thợ bậc cao",
            "KHAC",
            "Khác");

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    static final LocalDate EARLIEST = LocalDate.of(1930, 1, 1);
    static final int SHORTEST_NAME = 3;
    private static final int YOUNGEST = 15;

    private final String field;
    private final String label;

    PersonFact(String field, String label) {
        this.field = field;
        this.label = label;
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }

    /** What was typed: its value, null when nothing was, or the sentence that says what is wrong with it. */
    public record Read(@Nullable String value, @Nullable String fault) {
        static Read of(@Nullable String value) {
            return new Read(value, null);
        }

        static Read wrong(String fault) {
            return new Read(null, fault);
        }
    }

    public String field() {
        return field;
    }

    public String label() {
        return label;
    }

    /** Covered on pages and never told in the journal. */
    public boolean covered() {
        return this == CITIZEN_ID;
    }

    /** Whose record it is: never replaced by a file, only corrected by hand, with reason and evidence. */
    public boolean identity() {
        return switch (this) {
            case FULL_NAME, BIRTH_DATE, SEX, CITIZEN_ID -> true;
            case DEGREE, PHONE, EMAIL -> false;
        };
    }

    /** Do both say the same? Case, white space and the Unicode form do not matter. */
    static boolean same(String one, String other) {
        return Vietnamese.tidy(one).equalsIgnoreCase(Vietnamese.tidy(other));
    }

    public Map<String, String> options() {
        return this == SEX ? SEXES : this == DEGREE ? DEGREES : Map.of();
    }

    public String shown(@Nullable String value) {
        return value == null || value.isEmpty()
                ? ""
                : this == BIRTH_DATE
                        ? Vi.day(LocalDate.parse(value))
                        : options().getOrDefault(value, value);
    }

    public Read read(@Nullable String typed, LocalDate today) {
        var text = Vietnamese.tidy(Objects.requireNonNullElse(typed, ""));
        if (text.isEmpty()) {
            return this == FULL_NAME ? Read.wrong("Hãy ghi họ và tên như trên giấy khai sinh.") : Read.of(null);
        }
        return switch (this) {
            case FULL_NAME -> {
                var fault = Written.nameFault(text, SHORTEST_NAME);
                yield fault == null ? Read.of(text) : Read.wrong(fault);
            }
            case BIRTH_DATE -> born(text, today);
            case SEX, DEGREE ->
                options().containsKey(text) ? Read.of(text) : Read.wrong(label + ": hãy chọn trong danh sách.");
            case CITIZEN_ID -> {
                var digits = text.replaceAll("[ .-]", "");
                yield digits.matches("\\d{12}")
                        ? Read.of(digits)
                        : Read.wrong("Số định danh gồm đúng 12 chữ số như trên thẻ căn cước; bạn ghi %d ký tự."
                                .formatted(digits.length()));
            }
            case PHONE -> {
                var digits = text.replaceAll("[ .()-]", "");
                yield digits.matches("0\\d{9,10}")
                        ? Read.of(digits)
                        : Read.wrong("Số điện thoại gồm 10 chữ số, bắt đầu bằng 0, ví dụ 0901234567.");
            }
            case EMAIL ->
                text.length() <= 120 && text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}")
                        ? Read.of(text)
                        : Read.wrong("Thư điện tử có dạng ten@truong.edu.vn.");
        };
    }

    /** Who is born later is no member of anybody's staff today. */
    static LocalDate latest(LocalDate today) {
        return today.minusYears(YOUNGEST);
    }

    private static Read born(String text, LocalDate today) {
        var day = day(text);
        var latest = latest(today);
        return day == null
                ? Read.wrong("Ngày sinh “%s” không phải ngày có thật. Ghi dd/MM/yyyy.".formatted(text))
                : day.isBefore(EARLIEST) || day.isAfter(latest)
                        ? Read.wrong("Ngày sinh %s nằm ngoài khoảng %s – %s. Kiểm tra lại năm."
                                .formatted(Vi.day(day), Vi.day(EARLIEST), Vi.day(latest)))
                        : Read.of(day.toString());
    }

    /** A day as a form gives it, dd/MM/yyyy or yyyy-MM-dd; null when it is none. */
    public static @Nullable LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? LocalDate.parse(text)
                    : LocalDate.parse(text.replaceAll("[.-]", "/"), TYPED);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
