package vn.lanhnghe.proof;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Base58 in Bitcoin's alphabet, as multibase writes it behind a “z”. */
final class Base58 {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);

    private Base58() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; ) {
            var parts = rest.divideAndRemainder(BASE);
            text.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (var i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append('1');
        }
        return text.reverse().toString();
    }

    /** The bytes, or null when there are not exactly so many or the text is not Base58. */
    static byte @Nullable [] decode(String text, int length) {
        if (text.length() > 2 * length) {
            return null;
        }
        var number = BigInteger.ZERO;
        for (var i = 0; i < text.length(); i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return null;
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        var padded = new byte[length];
        if (bytes.length - from > length) {
            return null;
        }
        System.arraycopy(bytes, from, padded, length - (bytes.length - from), bytes.length - from);
        return encode(padded).equals(text) ? Arrays.copyOf(padded, length) : null;
    }
}
