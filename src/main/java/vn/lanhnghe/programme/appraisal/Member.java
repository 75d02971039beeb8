package vn.lanhnghe.programme.appraisal;

import org.jspecify.annotations.Nullable;

/** Thành viên hội đồng thẩm định; {@code rank} is that of the degree, {@code attended} whether they came to the meeting. */
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
        int years,
        @Nullable Boolean attended) {

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
