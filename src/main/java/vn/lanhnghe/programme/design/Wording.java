package vn.lanhnghe.programme.design;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement as it is or as it was typed, with the modules that teach and assess it; {@code modules} names those, where they are known. */
public record Wording(OutcomeForm form, TreeSet<Long> taughtIn, TreeSet<Long> assessedIn, String modules)
        implements Serializable {

    static Wording of(Outcome it, List<Teaching> teachings) {
        return new Wording(
                new OutcomeForm(it.kind(), it.statement(), Objects.toString(it.hours(), "")),
                teachings.stream()
                        .filter(Teaching::teaches)
                        .map(Teaching::moduleId)
                        .collect(Collectors.toCollection(TreeSet::new)),
                teachings.stream()
                        .filter(Teaching::assesses)
                        .map(Teaching::moduleId)
                        .collect(Collectors.toCollection(TreeSet::new)),
                teachings.stream()
                        .map(one -> "%s %s"
                                .formatted(
                                        one.moduleCode(),
                                        one.teaches() && one.assesses()
                                                ? "dạy và đánh giá"
                                                : one.teaches() ? "dạy" : "đánh giá"))
                        .collect(Collectors.joining(", ")));
    }

    public static Wording of(
            OutcomeForm form, @Nullable Collection<Long> taughtIn, @Nullable Collection<Long> assessedIn) {
        return new Wording(form, sorted(taughtIn), sorted(assessedIn), "");
    }

    private static TreeSet<Long> sorted(@Nullable Collection<Long> ids) {
        return ids == null ? new TreeSet<>() : new TreeSet<>(ids);
    }

    /** Does it say the same, whatever is known of the modules? */
    boolean same(Wording other) {
        return form.equals(other.form) && taughtIn.equals(other.taughtIn) && assessedIn.equals(other.assessedIn);
    }

    /** Tells what stands in its fields, for the save that comes later. */
    public String seen() {
        return Seen.of(fields());
    }

    List<Seen.Field> fields() {
        return List.of(
                Seen.Field.of("Lời của chuẩn", form.statement()),
                Seen.Field.of("Loại", form.kind() == null ? "" : form.kind().label()),
                Seen.Field.of("Số giờ", form.hours()),
                new Seen.Field("Môn học, mô-đun", taughtIn + " " + assessedIn, modules));
    }
}
