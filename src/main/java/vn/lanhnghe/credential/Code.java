package vn.lanhnghe.credential;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code printed on a diploma: LN, ten random signs of Crockford's alphabet (50 bits, not to be guessed) and two that check
 * them, so that a slip of the finger is told from a code that we never gave.
 */
public final class Code {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Code() {}

    public static String random() {
        var code = new StringBuilder("LN");
        for (var i = 0; i < 10; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        }
        return code.append(check(code)).toString();
    }

    /** The code as kept, whatever case, blanks and hyphens it was typed with; empty when it cannot be one of ours. */
    public static Optional<String> read(String typed) {
        var code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('I', '1');
        code = code.startsWith("1N") ? "L" + code.substring(1) : code;
        if (code.length() != LENGTH || !code.startsWith("LN")) {
            return Optional.empty();
        }
        code = "LN" + code.substring(2).replace('L', '1');
        return code.endsWith(check(code.substring(0, LENGTH - 2))) ? Optional.of(code) : Optional.empty();
    }

    public static String printed(String code) {
        return code.substring(0, 2) + "-" + code.substring(2, 7) + "-" + code.substring(7, 12) + "-"
                + code.substring(12);
    }

    /** Two signs: the digits weighed by powers of 37, modulo the prime 1021; a changed or swapped sign shows. */
    private static String check(CharSequence code) {
        var sum = 0;
        for (var i = 2; i < code.length(); i++) {
            sum = (sum * 37 + ALPHABET.indexOf(code.charAt(i)) + 1) % 1021;
        }
        return "" + ALPHABET.charAt(sum / 32) + ALPHABET.charAt(sum % 32);
    }
}
