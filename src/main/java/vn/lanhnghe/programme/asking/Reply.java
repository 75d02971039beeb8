package vn.lanhnghe.programme.asking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What an employer typed, and all that is wrong with it. */
public record Reply(Map<String, String> typed) {

    private static final int MOST_WORDS = 500;
    private static final int MOST_MORE = 2000;

    /** A sentence and the field that it speaks of. */
    public record Fault(String field, String sentence) {}

    public String said(String field) {
        return Vietnamese.tidy(Objects.requireNonNullElse(typed.get(field), ""));
    }

    Answer.@Nullable Verdict verdict(Door.Line line) {
        return Stream.of(Answer.Verdict.values())
                .filter(it -> it.name().equals(said("v-" + line.id())))
                .findFirst()
                .orElse(null);
    }

    List<Fault> faults(List<Door.Line> asked) {
        var faults = new ArrayList<Fault>();
        for (var line : asked) {
            var verdict = verdict(line);
            var words = said("w-" + line.id());
            if (verdict == null) {
                faults.add(
                        new Fault("v-" + line.id(), "Chuẩn %s: chưa chọn cần hay không cần.".formatted(line.code())));
            } else if (verdict == Answer.Verdict.LACKING && words.length() < 3) {
                faults.add(new Fault("w-" + line.id(), "Chuẩn %s: ghi còn thiếu gì.".formatted(line.code())));
            }
            if (words.length() > MOST_WORDS) {
                faults.add(new Fault(
                        "w-" + line.id(), "Chuẩn %s: ghi tối đa %d ký tự.".formatted(line.code(), MOST_WORDS)));
            }
        }
        if (said("words").length() > MOST_MORE) {
            faults.add(new Fault("words", "Điều muốn nói thêm dài tối đa 2.000 ký tự."));
        }
        length(faults, "name", 3, 120, "Họ và tên người trả lời dài từ 3 đến 120 ký tự.");
        length(faults, "post", 2, 120, "Chức vụ dài từ 2 đến 120 ký tự.");
        length(faults, "organisation", 3, 200, "Tên đơn vị dài từ 3 đến 200 ký tự.");
        if (said("agreed").isEmpty()) {
            faults.add(new Fault("agreed", "Đánh dấu đã được đơn vị giao trả lời."));
        }
        return faults;
    }

    private void length(List<Fault> faults, String field, int least, int most, String sentence) {
        if (said(field).length() < least || said(field).length() > most) {
            faults.add(new Fault(field, sentence));
        }
    }

    List<Answer> answers(Door door, List<Door.Line> asked) {
        return asked.stream()
                .map(it -> new Answer(
                        door.id(),
                        it.id(),
                        it.code(),
                        it.statement(),
                        Objects.requireNonNull(verdict(it)),
                        said("w-" + it.id())))
                .toList();
    }

    /** Nothing typed yet, for one who is asked in the name of an organisation. */
    static Reply blank(Door door) {
        var typed = new HashMap<String, String>();
        typed.put("organisation", door.organisation());
        return new Reply(typed);
    }
}
