package vn.lanhnghe.institution;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.shared.Vietnamese;

/** Reads what people write into a field to the form that is kept, and shows it back; says in words what is wrong. */
@Component
class FactReader {

    /** What was read, or the sentence that says what is allowed; an empty field reads as neither. */
    record Reading(@Nullable String value, @Nullable String fault) {
        static Reading of(String value) {
            return new Reading(value, null);
        }

        static Reading wrong(String fault) {
            return new Reading(null, fault);
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern POINT =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,;\\s]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}(?:/[\\w./-]*)?");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@([\\w-]+\\.)+[A-Za-z]{2,}");

    private final InstitutionRepository institutions;

    /** The lists change with the program only. */
    private final Map<Fact, Map<String, String>> lists = new ConcurrentHashMap<>();

    FactReader(InstitutionRepository institutions) {
        this.institutions = institutions;
    }

    /** The values a choice offers, code to label, in the order of lists. */
    Map<String, String> choices(Fact fact) {
        return lists.computeIfAbsent(fact, this::list);
    }

    private Map<String, String> list(Fact fact) {
        var choices = new LinkedHashMap<String, String>();
        if (fact == Fact.STATUS) {
            Arrays.stream(InstitutionStatus.values()).forEach(it -> choices.put(it.name(), it.label()));
        } else if (fact.kind() == Fact.Kind.CHOICE) {
            institutions.listChoices(fact).forEach(it -> choices.put(it.code(), it.label()));
        }
        return choices;
    }

    String show(Fact fact, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return switch (fact.kind()) {
            case CHOICE -> choices(fact).getOrDefault(value, value);
            case DAY -> SHOWN.format(LocalDate.parse(value));
            default -> value;
        };
    }

    /** In words that read back as this very value: a label that two codes share gives way to the code. */
    String plain(Fact fact, String value) {
        var shown = show(fact, value);
        var again = read(fact, shown);
        return value.equals(again.value()) ? shown : value;
    }

    Reading read(Fact fact, String typed) {
        return read(fact, typed, choices(fact));
    }

    Reading read(Fact fact, String typed, Map<String, String> choices) {
        var written = Vietnamese.tidy(typed);
        if (written.isEmpty()) {
            return Fact.NEEDED.contains(fact)
                    ? Reading.wrong("%s không được để trống.".formatted(fact.label()))
                    : new Reading(null, null);
        }
        if (fact.kind() != Fact.Kind.CHOICE && written.length() > fact.longest()) {
            return Reading.wrong("%s dài tối đa %d ký tự, đang có %d. Hãy rút gọn."
                    .formatted(fact.label(), fact.longest(), written.length()));
        }
        return switch (fact.kind()) {
            case TEXT -> Reading.of(written);
            case CHOICE -> choice(fact, written, choices);
            case DAY -> day(written);
            case POINT -> point(written);
            case PHONE -> phone(written);
            case EMAIL ->
                MAIL.matcher(written).matches()
                        ? Reading.of(written.toLowerCase(Locale.ROOT))
                        : Reading.wrong("Thư điện tử phải có dạng ten@truong.edu.vn.");
            case WEBSITE -> website(written);
            case CODE -> {
                var code = written.toUpperCase(Locale.ROOT);
                yield code.matches("[A-Z0-9.]{3,35}")
                        ? Reading.of(code)
                        : Reading.wrong("%s chỉ gồm chữ A–Z, chữ số và dấu chấm.".formatted(fact.label()));
            }
            case TAX -> {
                var digits = written.replace(" ", "");
                yield digits.matches("\\d{10}(-\\d{3})?|\\d{12}")
                        ? Reading.of(digits)
                        : Reading.wrong("Mã số thuế gồm 10 chữ số, có thể thêm -001; hoặc 12 chữ số.");
            }
        };
    }

    private static Reading choice(Fact fact, String written, Map<String, String> choices) {
        if (choices.containsKey(written)) {
            return Reading.of(written);
        }
        var folded = Vietnamese.fold(written);
        for (var choice : choices.entrySet()) {
            var label = Vietnamese.fold(choice.getValue());
            if (label.equals(folded)
                    || Vietnamese.fold(choice.getKey()).equals(folded)
                    || fact == Fact.WARD
                            && label.replaceFirst("^(phuong|xa|dac khu) ", "")
                                    .equals(folded.replaceFirst("^(phuong|xa|dac khu|p\\.?|x\\.?) ", ""))) {
                return Reading.of(choice.getKey());
            }
        }
        return Reading.wrong(
                fact == Fact.WARD
                        ? "“%s” không phải phường, xã của Thành phố từ 01/7/2025. Nhập tên hoặc mã 5 chữ số, ví dụ Phường Sài Gòn hoặc 26740."
                                .formatted(written)
                        : "“%s” không có trong danh mục %s. Giá trị được nhận: %s."
                                .formatted(
                                        written,
                                        fact.label().toLowerCase(Locale.ROOT),
                                        String.join(", ", choices.values())));
    }

    private static Reading day(String written) {
        try {
            var day =
                    written.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(written) : LocalDate.parse(written, DAY);
            return day.getYear() < 1900 || day.getYear() > 2100
                    ? Reading.wrong("Năm phải từ 1900 đến 2100.")
                    : Reading.of(day.toString());
        } catch (DateTimeException e) {
            return Reading.wrong("Ngày này không có trong lịch. Nhập dd/MM/yyyy, ví dụ 05/09/1998.");
        }
    }

    private static Reading point(String written) {
        var point = POINT.matcher(written);
        if (!point.matches()) {
            return Reading.wrong("Toạ độ gồm vĩ độ rồi kinh độ, cách nhau dấu phẩy, ví dụ 10.771800, 106.701300.");
        }
        var lat = Double.parseDouble(Objects.requireNonNull(point.group(1)));
        var lon = Double.parseDouble(Objects.requireNonNull(point.group(2)));
        return Math.abs(lat) > 90 || Math.abs(lon) > 180
                ? Reading.wrong("Vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180; có thể bạn đã đổi chỗ hai số.")
                : Reading.of(String.format(Locale.ROOT, "%.6f,%.6f", lat, lon));
    }

    private static Reading phone(String written) {
        var digits = written.replaceAll("[ .()-]", "").replaceFirst("^\\+84", "0");
        return digits.matches("0\\d{9,10}|1[89]00\\d{4,6}")
                ? Reading.of(written)
                : Reading.wrong("Số điện thoại gồm 10 hoặc 11 chữ số bắt đầu bằng 0, ví dụ 028.3821.2360.");
    }

    private static Reading website(String written) {
        var domain =
                written.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/$", "");
        return DOMAIN.matcher(domain).matches()
                ? Reading.of(domain)
                : Reading.wrong("Trang web là tên miền chính thức, ví dụ caothang.edu.vn.");
    }

    /** What the facts together must keep to: the name's beginning by its type, no titles or ranks in it (NĐ 95/2026). */
    @Nullable
    String nameFault(String name, String type) {
        var folded = " " + Vietnamese.fold(name) + " ";
        var first = switch (type) {
            case "CD" -> "truong cao dang ";
            case "TC" -> "truong trung cap ";
            case "THN" -> "truong trung hoc nghe ";
            default -> "";
        };
        if (!folded.startsWith(" " + first)) {
            return "Tên phải bắt đầu bằng “%s” theo loại hình (NĐ 95/2026)."
                    .formatted(
                            switch (type) {
                                case "CD" -> "Trường Cao đẳng";
                                case "TC" -> "Trường Trung cấp";
                                default -> "Trường trung học nghề";
                            });
        }
        return institutions.listBarredWords().stream()
                .filter(it -> folded.contains(" " + it.code() + " "))
                .findFirst()
                .map(it -> "Tên không được mang %s (NĐ 95/2026). Hãy bỏ từ đó khỏi tên.".formatted(it.label()))
                .orElse(null);
    }
}
