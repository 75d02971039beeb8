package vn.lanhnghe.learning;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bảng điểm as it was given out: an edition with its code, and what stood in it, written as it is printed. */
public record Transcript(long id, String code, int edition, OffsetDateTime issuedAt, Facts facts) {

    /** Everything a transcript says; two editions differ in it. */
    public record Facts(
            String institution,
            String fullName,
            String studentCode,
            String birthDate,
            String birthPlace,
            String occupation,
            String occupationCode,
            String level,
            String levelEnglish,
            String admittedOn,
            List<Line> lines,
            String credits,
            String average,
            @Nullable String points,
            @Nullable String rank,
            @Nullable String rankEnglish,
            @Nullable String conduct,
            @Nullable String conductEnglish,
            List<String> unmet,
            @Nullable String diploma,
            String clause) {}

    /** One module: {@code remark} says what is special, in both languages. */
    public record Line(
            String code,
            String name,
            String credits,
            String mark,
            String letter,
            String remark,
            String remarkEnglish) {}

    /** The code in groups, as it is printed. */
    public String printedCode() {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }
}
