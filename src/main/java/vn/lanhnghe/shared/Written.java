package vn.lanhnghe.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people may write into a field, on a screen as in a file; each answers with the sentence that says what is wrong, or null. The
 * text is tidy: composed, trimmed, one blank between words.
 */
public final class Written {

    private static final int LONGEST = 120;
    private static final int LONGEST_WORD = 40;
    private static final String APOSTROPHES = "'’‘ʼʹ`´";
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}" + APOSTROPHES + ".‐‑– -]*");
    // what is not seen (control, zero width, direction), what has no place in the standard, and pictures
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{FFFD}\\x{FE00}-\\x{FE0F}]");
    private static final Pattern PICTURE =
            Pattern.compile("[\\p{IsEmoji_Presentation}\\p{IsExtended_Pictographic}&&[^©®™]]");

    private Written() {}

    /** A person's name of at least so many signs: letters of any script, blanks, apostrophe, hyphen, dot. */
    public static @Nullable String nameFault(String tidy, int shortest) {
        if (tidy.length() < shortest
                || tidy.length() > LONGEST
                || !NAME.matcher(tidy).matches()) {
            return "Họ tên chỉ gồm chữ cái, dấu cách, dấu nháy, gạch nối, dấu chấm, %d–%d ký tự. Ghi như trên giấy khai sinh, ví dụ Nguyễn Thị Lan."
                    .formatted(shortest, LONGEST);
        }
        return longWord(tidy, " ");
    }

    /** A line of text of at most so many signs. */
    public static @Nullable String textFault(String tidy, int most) {
        if (tidy.length() > most) {
            return "Ô này chứa tối đa %d ký tự, đang có %d. Hãy rút gọn.".formatted(most, tidy.length());
        }
        if (UNSEEN.matcher(tidy).find() || PICTURE.matcher(tidy).find()) {
            return "Ô này có ký tự không nhìn thấy hoặc hình vẽ. Xoá đi rồi gõ lại bằng chữ, số và dấu câu.";
        }
        return longWord(tidy, "[^\\p{L}\\p{M}\\p{N}]+");
    }

    private static @Nullable String longWord(String tidy, String between) {
        for (var word : tidy.split(between)) {
            if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
                return "“%s” dài quá %d ký tự mà không có dấu cách. Kiểm tra lại."
                        .formatted(Vietnamese.brief(word, LONGEST_WORD), LONGEST_WORD);
            }
        }
        return null;
    }
}
