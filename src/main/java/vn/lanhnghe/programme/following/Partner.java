package vn.lanhnghe.programme.following;

import java.util.ArrayList;

/** An employer's part in a programme in a year. */
public record Partner(
        long id,
        int year,
        String organisation,
        boolean practice,
        boolean assessment,
        boolean research,
        String words,
        String recordedBy) {

    /** In what, in words. */
    public String said() {
        var parts = new ArrayList<String>();
        if (practice) {
            parts.add("thực hành, thực tập");
        }
        if (assessment) {
            parts.add("đánh giá");
        }
        if (research) {
            parts.add("nghiên cứu");
        }
        return String.join("; ", parts);
    }
}
