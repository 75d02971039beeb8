package vn.lanhnghe.programme.design;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** What a statement asks for; {@code hours} as it was typed. */
public record OutcomeForm(@Nullable OutcomeKind kind, String statement, String hours) implements Serializable {

    public OutcomeForm {
        statement = statement == null ? "" : Vietnamese.tidy(statement);
        hours = Objects.requireNonNullElse(hours, "").strip();
    }

    @Nullable
    Integer wholeHours() {
        return hours.isEmpty() ? null : Integer.valueOf(hours);
    }

    public List<String> faults() {
        var faults = new ArrayList<String>();
        if (kind == null) {
            faults.add("Chọn loại chuẩn: kiến thức, kỹ năng, tự chủ hoặc năng lực số.");
        }
        if (statement.length() < 5 || statement.length() > 1000) {
            faults.add("Lời của chuẩn đầu ra dài từ 5 đến 1.000 ký tự; bạn đã nhập %d ký tự."
                    .formatted(statement.length()));
        }
        if (!hours.matches("\\d{0,4}")) {
            faults.add("Số giờ là số nguyên, ví dụ 45, hoặc để trống; bạn đã nhập “%s”.".formatted(hours));
        }
        return faults;
    }

    void check() {
        var faults = faults();
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
    }
}
