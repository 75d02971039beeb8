package vn.lanhnghe.credential.verifying;

/** One step of the chain of authority: what it asks, how it stands, and what was found. */
public record Rung(Step step, State state, String told, String toldEnglish) {

    public enum Step {
        EXISTS("Có trong sổ văn bằng của nền tảng", "In the register of diplomas"),
        FIELDS("Nội dung khớp với sổ", "Its content matches the register"),
        IN_FORCE("Còn hiệu lực", "In force"),
        SIGNATURE("Chữ ký số đúng", "The digital signature is right"),
        REGISTER("Có dòng trong sổ gốc của trường", "Entered in the college's register book"),
        LICENCE("Trường được phép đào tạo ngành, nghề này lúc đó", "The college was licensed for this occupation then"),
        QUOTA("Khoá học trong quy mô được phép", "The course was within its quota");

        private final String label;
        private final String english;

        Step(String label, String english) {
            this.label = label;
            this.english = english;
        }

        public String label() {
            return label;
        }

        public String english() {
            return english;
        }
    }

    /** {@code OPEN}: nobody can say, which is no reproach. */
    public enum State {
        OK("ok", "Đúng", "Yes"),
        BAD("bad", "Không", "No"),
        WARN("warn", "Cần hỏi lại", "Ask"),
        OPEN("none", "Chưa biết", "Not known");

        private final String css;
        private final String label;
        private final String english;

        State(String css, String label, String english) {
            this.css = css;
            this.label = label;
            this.english = english;
        }

        public String css() {
            return css;
        }

        public String label() {
            return label;
        }

        public String english() {
            return english;
        }
    }
}
