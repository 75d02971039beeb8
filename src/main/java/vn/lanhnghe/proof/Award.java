package vn.lanhnghe.proof;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * All that a paper says, as the register has it: what a credential is made of and compared with. Texts carry no line breaks
 * and no other control characters. {@code average} and {@code rank} are as printed, {@code level} is the register's code,
 * {@code status} the position that {@link Statuses#allot} gave. Times count in whole seconds.
 */
public record Award(
        Issuer issuer,
        String code,
        String serial,
        String registerNumber,
        String title,
        String titleEn,
        String fullName,
        LocalDate birthDate,
        @Nullable String birthPlace,
        String occupationCode,
        String occupation,
        String level,
        String levelName,
        String levelNameEn,
        String average,
        String rank,
        String rankEn,
        String decisionNumber,
        LocalDate decidedOn,
        OffsetDateTime issuedAt,
        long status) {

    public Award {
        checkId("code", code);
        checkId("occupationCode", occupationCode);
        checkId("level", level);
        check("serial", serial);
        check("registerNumber", registerNumber);
        check("title", title);
        check("titleEn", titleEn);
        check("fullName", fullName);
        if (birthPlace != null) {
            check("birthPlace", birthPlace);
        }
        check("occupation", occupation);
        check("levelName", levelName);
        check("levelNameEn", levelNameEn);
        check("average", average);
        check("rank", rank);
        check("rankEn", rankEn);
        check("decisionNumber", decisionNumber);
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        if (status < 0) {
            throw new IllegalArgumentException("status: " + status);
        }
    }

    /** What stands in an address as it is. */
    private static void checkId(String field, String value) {
        if (!value.matches("[A-Za-z0-9._~-]{1,64}")) {
            throw new IllegalArgumentException(field + " cannot stand in an address: " + value);
        }
    }

    static void check(String field, String value) {
        if (value.isBlank() || value.codePoints().anyMatch(Award::unfit)) {
            throw new IllegalArgumentException(field + " is empty or has characters that no paper prints");
        }
    }

    /** Control characters, halves of a pair, and what Unicode keeps for no character. */
    private static boolean unfit(int c) {
        return Character.isISOControl(c)
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c == 0x2028
                || c == 0x2029
                || (c & 0xfffe) == 0xfffe
                || c >= 0xfdd0 && c <= 0xfdef;
    }
}
