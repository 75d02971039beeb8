package vn.lanhnghe.intake;

import java.util.List;

/** What committing a row would do; {@code changes} are filled for CHANGED only. */
public record Difference(Effect effect, List<Change> changes) {

    public enum Effect {
        NEW("mới"),
        CHANGED("thay đổi"),
        UNCHANGED("không đổi");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public record Change(String label, String before, String after) {}

    public static final Difference FRESH = new Difference(Effect.NEW, List.of());
    public static final Difference SAME = new Difference(Effect.UNCHANGED, List.of());

    public static Difference of(List<Change> changes) {
        return changes.isEmpty() ? SAME : new Difference(Effect.CHANGED, changes);
    }
}
