package vn.lanhnghe.learning.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Grading;

/** A mark book as it is shown: one line a learner, with every cell and what the cells come to. */
public record MarkBook(Course course, Grading grading, int held, List<Line> lines) {

    /** {@code exempt} says by which decision the module need not be taken. */
    public record Line(
            Member member,
            Map<String, Mark> cells,
            Outcome outcome,
            @Nullable String exempt) {

        public String shown(String part) {
            var cell = cells.get(part);
            return cell == null ? "" : cell.shown();
        }

        public int version(String part) {
            var cell = cells.get(part);
            return cell == null ? 0 : cell.version();
        }

        public String comment(String part) {
            var cell = cells.get(part);
            return cell == null || cell.comment() == null ? "" : cell.comment();
        }
    }

    public List<String> sittings() {
        return Course.sittings(grading.parts().mostSittings());
    }

    /** Who still lacks what the rule asks for, each in words; empty when the book is full. */
    public List<String> gaps() {
        return lines.stream()
                .filter(it -> it.exempt() == null && it.member().status().equals("STUDYING"))
                .filter(it -> it.outcome().tests() == null
                        || it.outcome().barred().isEmpty()
                                && it.outcome().mark() == null
                                && !it.outcome().absent())
                .map(it -> it.member().fullName()
                        + (it.outcome().tests() == null ? ": chưa đủ điểm kiểm tra" : ": chưa có điểm thi"))
                .toList();
    }
}
