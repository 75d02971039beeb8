package vn.lanhnghe.programme.following;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** An employer's part in a programme in a year; {@code askedOf} is the version about which they answered themselves, by a link. */
public record Partner(
        long id,
        int year,
        String organisation,
        boolean practice,
        boolean assessment,
        boolean research,
        boolean design,
        String words,
        String recordedBy,
        @Nullable Long askedOf) {

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
        if (design) {
            parts.add("góp ý chuẩn đầu ra");
        }
        return String.join("; ", parts);
    }
}
