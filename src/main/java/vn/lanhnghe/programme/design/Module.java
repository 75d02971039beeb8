package vn.lanhnghe.programme.design;

import java.math.BigDecimal;
import java.util.UUID;

/** Môn học, mô-đun; {@code ownHours} are taught by the school's own staff. */
public record Module(
        long id,
        UUID identifier,
        String code,
        String name,
        BigDecimal credits,
        int theory,
        int practice,
        int exam,
        int ownHours,
        boolean material,
        boolean platform,
        boolean software,
        String textbook,
        String textbookPaper,
        int place) {

    public int hours() {
        return theory + practice + exam;
    }

    /** Ready to be taught online (TT 38/2026, chỉ số 06). */
    public boolean online() {
        return material && platform && software;
    }
}
