package vn.lanhnghe.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as people type it, brought to forms that can be compared, searched and sorted. */
public final class Vietnamese {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\u200b\\ufeff]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private Vietnamese() {}

    /** Composed (NFC), trimmed, inner white space folded to single blanks. */
    public static String tidy(String text) {
        if (plain(text)) {
            return text;
        }
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Printable ASCII without two blanks in a row or one at an end: nothing to do, and most cells of most files are so. */
    private static boolean plain(String text) {
        var blank = true;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && blank) {
                return false;
            }
            blank = c == ' ';
        }
        return text.isEmpty() || !blank;
    }

    /** Lower case without any marks: {@code "Đường"} becomes {@code "duong"}. */
    public static String fold(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(tidy(text), Normalizer.Form.NFD))
                .replaceAll("");
        return bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    }

    /** Sorts as a Vietnamese class list does: given name, then family and middle names, each by letter, then by tone. */
    public static String sortKey(String fullName) {
        var tidy = tidy(fullName).toLowerCase(Locale.ROOT);
        var cut = tidy.lastIndexOf(' ');
        return cut < 0 ? letters(tidy) : letters(tidy.substring(cut + 1)) + " " + letters(tidy.substring(0, cut));
    }

    /** Sorts as a dictionary does: word by word, by letter, then by tone. */
    public static String wordKey(String text) {
        return letters(tidy(text).toLowerCase(Locale.ROOT));
    }

    /** Two ASCII letters a letter in the order of the alphabet, the tones of the word after it as digits. */
    private static String letters(String words) {
        var key = new StringBuilder();
        for (var word : words.split(" ")) {
            var tones = new StringBuilder();
            var bare = new StringBuilder();
            Normalizer.normalize(word, Normalizer.Form.NFD).chars().forEach(c -> {
                var tone = TONES.indexOf(c);
                if (tone >= 0) {
                    tones.append(tone + 1);
                } else {
                    bare.append((char) c);
                }
            });
            for (var c : Normalizer.normalize(bare, Normalizer.Form.NFC).toCharArray()) {
                var place = ALPHABET.indexOf(c);
                key.append(place < 0 ? "0" + c : "" + (char) ('a' + place / 6) + (char) ('a' + place % 6));
            }
            key.append('-').append(tones).append(' ');
        }
        return key.toString().strip();
    }

    /** Somebody's words, short enough to stand in a sentence. */
    public static String brief(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}
