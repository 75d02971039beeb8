package vn.lanhnghe.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Refusal;

/**
 * Tells in which encoding a text came: UTF-8 or UTF-16, Windows-1258, or one of the two that lived in fonts before Unicode, TCVN3
 * (ABC) and VNI. Which of the old ones it is, is told by how many of its words are Vietnamese syllables when read that way.
 */
final class Encoding {

    /** Text that was brought over from an old encoding, with a few words before and after, for a person to confirm. */
    record Conversion(String from, List<Sample> samples) {}

    record Sample(String before, String after) {}

    /** The characters of TCVN 5712:1993 (VN3) from A1 on; a blank stands where there is none. */
    private static final String TCVN3 =
            "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ";

    /** VNI: what the sign after a vowel adds to it. */
    private static final Map<Character, String> VNI_MARKS = marks();

    /** VNI: letters that stand for themselves. */
    private static final Map<Character, Character> VNI_LETTERS = letters();

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\u00a1-\u00ff]+");
    private static final String VOWELS = "aăâeêioôơuưyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
    private static final Pattern SYLLABLE = Pattern.compile(
            "(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[" + VOWELS + "]{1,3}(ch|ng|nh|[cmnpt])?");
    private static final Pattern TONED =
            Pattern.compile("[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]");
    private static final int SAMPLES = 5;
    private static final int ENOUGH_WORDS = 2;
    private static final double PLAUSIBLE = 0.75;

    private Encoding() {}

    private static Map<Character, String> marks() {
        var marks = new HashMap<Character, String>();
        var signs = "ùøûõïâáàåãäêéèúüë";
        var adds = new String[] {
            "\u0301",
            "\u0300",
            "\u0309",
            "\u0303",
            "\u0323",
            "\u0302",
            "\u0302\u0301",
            "\u0302\u0300",
            "\u0302\u0309",
            "\u0302\u0303",
            "\u0302\u0323",
            "\u0306",
            "\u0306\u0301",
            "\u0306\u0300",
            "\u0306\u0309",
            "\u0306\u0303",
            "\u0306\u0323"
        };
        for (var i = 0; i < adds.length; i++) {
            marks.put(signs.charAt(i), adds[i]);
            marks.put(Character.toUpperCase(signs.charAt(i)), adds[i]);
        }
        return marks;
    }

    private static Map<Character, Character> letters() {
        var letters = new HashMap<Character, Character>();
        var from = "ôöñíìæóòîÔÖÑÍÌÆÓÒÎ";
        var to = "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ";
        for (var i = 0; i < from.length(); i++) {
            letters.put(from.charAt(i), to.charAt(i));
        }
        return letters;
    }

    static String decode(byte[] file) {
        if (starts(file, 0xEF, 0xBB, 0xBF)) {
            return strict(Arrays.copyOfRange(file, 3, file.length), StandardCharsets.UTF_8);
        }
        if (starts(file, 0xFF, 0xFE) || starts(file, 0xFE, 0xFF)) {
            return strict(file, StandardCharsets.UTF_16);
        }
        if (file.length > 3 && file[1] == 0 && file[3] == 0 && file[0] != 0) {
            return strict(file, StandardCharsets.UTF_16LE);
        }
        try {
            return decodeOrThrow(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return old(file);
        }
    }

    /** One byte a character: whichever reading makes the most sense. */
    private static String old(byte[] file) {
        var latin = new String(file, Charset.forName("windows-1252"));
        var readings = List.of(
                new String(file, Charset.forName("windows-1258")),
                tcvn3(new String(file, StandardCharsets.ISO_8859_1)),
                vni(latin));
        var best = readings.stream()
                .map(it -> Normalizer.normalize(it, Normalizer.Form.NFC))
                .max(Comparator.comparingDouble(Encoding::plausible))
                .orElseThrow();
        if (plausible(best) < PLAUSIBLE) {
            throw unreadable();
        }
        return best;
    }

    private static boolean starts(byte[] file, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** From a font's code to Unicode, where each byte was taken for a character of its own. */
    static String tcvn3(String text) {
        var out = new StringBuilder(text.length());
        for (var c : text.toCharArray()) {
            var read = c >= 0xA1 && c < 0xA1 + TCVN3.length() ? TCVN3.charAt(c - 0xA1) : c;
            out.append(read == ' ' && c != ' ' ? c : read);
        }
        return out.toString();
    }

    /** A vowel and the sign after it become one letter. */
    static String vni(String text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var base = VNI_LETTERS.getOrDefault(c, c);
            var mark = i + 1 < text.length() ? VNI_MARKS.get(text.charAt(i + 1)) : null;
            if (mark != null && "aeouyAEOUYơưƠƯ".indexOf(base) >= 0) {
                out.append(Normalizer.normalize(base + mark, Normalizer.Form.NFC));
                i++;
            } else {
                out.append(base.charValue());
            }
        }
        return out.toString();
    }

    /** Which share of the words that are not plain ASCII are Vietnamese syllables; -1 when there is no such word. */
    private static double plausible(String text) {
        var words = 0;
        var right = 0;
        var matcher = WORD.matcher(text);
        while (matcher.find() && words < 2_000) {
            var word = matcher.group().toLowerCase(Locale.ROOT);
            if (word.chars().allMatch(it -> it < 0x80)) {
                continue;
            }
            words++;
            right += syllable(word) ? 1 : 0;
        }
        return words < ENOUGH_WORDS ? -1 : (double) right / words;
    }

    private static boolean syllable(String word) {
        return SYLLABLE.matcher(word).matches() && TONED.matcher(word).results().count() <= 1;
    }

    /**
     * What the cells of a file are to be read as: a conversion when, as they stand, they make little sense and read from an old
     * encoding they do; null when they are Unicode.
     */
    static @Nullable Conversion conversion(List<Grid> grids) {
        var sample = new StringBuilder();
        for (var grid : grids) {
            for (var line : grid.lines()) {
                for (var cell : line.cells().values()) {
                    if (sample.length() < 60_000 && cell.chars().anyMatch(it -> it >= 0x80)) {
                        sample.append(cell).append('\n');
                    }
                }
            }
        }
        var text = sample.toString();
        var now = plausible(text);
        if (text.isEmpty() || now >= PLAUSIBLE) {
            return null;
        }
        var asTcvn3 = plausible(tcvn3(text));
        var asVni = plausible(vni(text));
        if (Math.max(asTcvn3, asVni) < PLAUSIBLE || Math.max(asTcvn3, asVni) < now + 0.3) {
            return null;
        }
        var from = asTcvn3 >= asVni ? "TCVN3 (ABC)" : "VNI";
        var reading = converter(from);
        var samples = new ArrayList<Sample>();
        for (var line : text.split("\n")) {
            if (samples.size() < SAMPLES && !reading.apply(line).equals(line)) {
                samples.add(new Sample(line, reading.apply(line)));
            }
        }
        return new Conversion(from, samples);
    }

    static UnaryOperator<String> converter(String from) {
        return from.equals("VNI") ? Encoding::vni : Encoding::tcvn3;
    }

    /** Every cell in Unicode. */
    static List<Grid> convert(List<Grid> grids, Conversion conversion) {
        var reading = converter(conversion.from());
        return grids.stream()
                .map(grid -> new Grid(
                        grid.name(),
                        grid.lines().stream()
                                .map(line -> {
                                    var cells = new HashMap<Integer, String>();
                                    line.cells().forEach((column, cell) -> cells.put(column, reading.apply(cell)));
                                    return new Grid.Line(line.number(), cells);
                                })
                                .toList(),
                        grid.layout()))
                .toList();
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            return decodeOrThrow(bytes, charset);
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static String decodeOrThrow(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Refusal unreadable() {
        return new Refusal(
                "Không nhận ra bảng mã chữ của tệp này. Mở tệp bằng Excel, chọn Lưu thành “CSV UTF-8” hoặc .xlsx rồi tải lên lại.");
    }
}
