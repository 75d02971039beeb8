package vn.lanhnghe.credential.life;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Objects;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** What of a printed diploma a decision may correct; values are kept as canonical text. */
public enum Correctable {
    FULL_NAME("Họ và tên", 120),
    BIRTH_DATE("Ngày sinh", 10),
    BIRTH_PLACE("Nơi sinh", 200),
    OCCUPATION("Mã ngành, nghề", 20),
    AVERAGE("Điểm trung bình", 5),
    RANK("Xếp loại", 20),
    DECISION_NUMBER("Số quyết định công nhận", 60),
    DECIDED_ON("Ngày quyết định công nhận", 10);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final String label;
    private final int longest;

    Correctable(String label, int longest) {
        this.label = label;
        this.longest = longest;
    }

    public String label() {
        return label;
    }

    public boolean day() {
        return this == BIRTH_DATE || this == DECIDED_ON;
    }

    /** What is printed on a diploma. */
    String printed(Diploma diploma) {
        return switch (this) {
            case FULL_NAME -> diploma.fullName();
            case BIRTH_DATE -> diploma.birthDate().toString();
            case BIRTH_PLACE -> Objects.requireNonNullElse(diploma.birthPlace(), "");
            case OCCUPATION -> diploma.occupationCode();
            case AVERAGE -> diploma.average().setScale(1).toPlainString();
            case RANK -> diploma.rank();
            case DECISION_NUMBER -> diploma.decisionNumber();
            case DECIDED_ON -> diploma.decidedOn().toString();
        };
    }

    /** What was typed, in its canonical form; refused in words when it can be no such thing. */
    String read(String typed) {
        var text = Vietnamese.tidy(typed);
        if (text.length() > longest) {
            throw new Refusal("%s dài tối đa %d ký tự, bạn đã nhập %d.".formatted(label, longest, text.length()));
        }
        return switch (this) {
            case BIRTH_DATE, DECIDED_ON -> date(text).toString();
            case AVERAGE -> mark(text);
            default -> text;
        };
    }

    private LocalDate date(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw new Refusal("%s “%s” không đúng. Nhập dd/MM/yyyy, ví dụ 28/02/2004.".formatted(label, text));
        }
    }

    private String mark(String text) {
        var number = text.replace(',', '.');
        if (!number.matches("\\d{1,2}(\\.\\d)?") || new BigDecimal(number).compareTo(BigDecimal.TEN) > 0) {
            throw new Refusal("%s “%s” phải từ 0 đến 10, một chữ số thập phân, ví dụ 7,5.".formatted(label, text));
        }
        return new BigDecimal(number).setScale(1).toPlainString();
    }
}
