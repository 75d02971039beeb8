package vn.lanhnghe.learning.graduation;

/** One condition of graduation for one learner: met, not met, or not to be told because something is missing; and why. */
public record Condition(String name, State state, String why) {

    public enum State {
        MET("đạt", "ok", "●"),
        UNMET("chưa đạt", "late", "■"),
        MISSING("thiếu dữ liệu", "none", "◌");

        private final String label;
        private final String kind;
        private final String sign;

        State(String label, String kind, String sign) {
            this.label = label;
            this.kind = kind;
            this.sign = sign;
        }

        public String label() {
            return label;
        }

        public String kind() {
            return kind;
        }

        public String sign() {
            return sign;
        }
    }

    static Condition of(String name, boolean met, String why) {
        return new Condition(name, met ? State.MET : State.UNMET, why);
    }

    static Condition missing(String name, String why) {
        return new Condition(name, State.MISSING, why);
    }
}
