package vn.lanhnghe.programme.appraisal;

import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** Thành viên hội đồng thẩm định; {@code rank} is that of the degree. */
public record Member(
        long id,
        String name,
        String workplace,
        @Nullable String staffNumber,
        Post post,
        boolean teacher,
        boolean outside,
        boolean stateSide,
        String degreeCode,
        String degree,
        int rank,
        int years) {

    /** One person twice: the same name at the same workplace, or the same number; two numbers are two people. */
    boolean alike(String otherName, String otherWorkplace, @Nullable String otherNumber) {
        if (staffNumber != null && otherNumber != null) {
            return staffNumber.equalsIgnoreCase(otherNumber);
        }
        return bare(name).equals(bare(otherName)) && bare(workplace).equals(bare(otherWorkplace));
    }

    private static String bare(String text) {
        return Vietnamese.fold(text).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** What a member is in the council. */
    public enum Post {
        CHAIR("chủ tịch"),
        DEPUTY("phó chủ tịch"),
        SECRETARY("thư ký"),
        REVIEWER("uỷ viên phản biện"),
        MEMBER("uỷ viên");

        private final String label;

        Post(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
