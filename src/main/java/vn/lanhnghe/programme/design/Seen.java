package vn.lanhnghe.programme.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.validation.BindingResult;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Secret;
import vn.lanhnghe.shared.Vietnamese;

/** What stood in the fields of a form when it was opened, a few letters each: tells which of them somebody else has changed since. */
final class Seen {

    private static final int LETTERS = 12;
    private static final int SHORT = 200;

    private Seen() {}

    /** A field as it stands; {@code shown} is how a reader reads its value, empty where there is nothing to read. */
    record Field(String label, String value, String shown) {

        static Field of(String label, String value) {
            return new Field(label, value, value);
        }
    }

    /** Somebody else was faster: what stands now is told, what was typed stays in the form. */
    static final class Overtaken extends Refusal {

        Overtaken(List<String> changed) {
            super(
                    "Trong lúc bạn sửa, người khác đã ghi chỗ này; chưa ghi gì, lời bạn gõ còn nguyên ở dưới.\n%s\nXem lại rồi ghi lần nữa nếu vẫn muốn thay."
                            .formatted(String.join("\n", changed)));
        }
    }

    static String of(List<Field> fields) {
        return fields.stream().map(Seen::letters).collect(Collectors.joining());
    }

    /** Refuses when a field is no longer what was seen, nor what is to be written there. */
    static void check(String seen, List<Field> now, List<Field> typed) {
        var changed = new ArrayList<String>();
        for (var i = 0; i < now.size(); i++) {
            var field = now.get(i);
            if (!seen.startsWith(letters(field), i * LETTERS)
                    && !field.value().equals(typed.get(i).value())) {
                changed.add(
                        field.shown().isEmpty()
                                ? "%s: nay %s."
                                        .formatted(field.label(), field.value().isEmpty() ? "để trống" : "đã đổi")
                                : "%s: nay là “%s”.".formatted(field.label(), Vietnamese.brief(field.shown(), SHORT)));
            }
        }
        if (!changed.isEmpty()) {
            throw new Overtaken(changed);
        }
    }

    /** What a refusal says, a line each, among the faults of a form. */
    static void reject(BindingResult form, Refusal refused) {
        String.valueOf(refused.getMessage()).lines().forEach(said -> form.reject("refused", said));
    }

    private static String letters(Field it) {
        return Secret.hash(it.value()).substring(0, LETTERS);
    }
}
