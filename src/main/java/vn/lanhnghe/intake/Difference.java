package vn.lanhnghe.intake;

import java.util.List;

/**
 * What committing a row would do; {@code changes} are filled for CHANGED only. {@code kept} are values that a person has changed
 * by hand since and that the row does not touch.
 */
public record Difference(Effect effect, List<Change> changes, List<Change> kept) {

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

    public static final Difference FRESH = new Difference(Effect.NEW, List.of(), List.of());
    public static final Difference SAME = new Difference(Effect.UNCHANGED, List.of(), List.of());

    public static Difference of(List<Change> changes) {
        return of(changes, List.of());
    }

    public static Difference of(List<Change> changes, List<Change> kept) {
        return new Difference(changes.isEmpty() ? Effect.UNCHANGED : Effect.CHANGED, changes, kept);
    }
}
