package vn.lanhnghe.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The faces that documents are set in: Tinos as official papers are, Be Vietnam Pro as our pages are. */
public enum Typeface {
    TINOS("Tinos", 400, false, "400Regular/Tinos_400Regular"),
    TINOS_ITALIC("Tinos", 400, true, "400Regular_Italic/Tinos_400Regular_Italic"),
    TINOS_BOLD("Tinos", 700, false, "700Bold/Tinos_700Bold"),
    TINOS_BOLD_ITALIC("Tinos", 700, true, "700Bold_Italic/Tinos_700Bold_Italic"),
    BE_VIETNAM_PRO("Be Vietnam Pro", 400, false, "400Regular/BeVietnamPro_400Regular"),
    BE_VIETNAM_PRO_BOLD("Be Vietnam Pro", 700, false, "700Bold/BeVietnamPro_700Bold");

    private final String family;
    private final int weight;
    private final boolean italic;
    private final byte[] bytes;

    Typeface(String family, int weight, boolean italic, String file) {
        this.family = family;
        this.weight = weight;
        this.italic = italic;
        try (var in = Objects.requireNonNull(Typeface.class.getResourceAsStream("/fonts/" + file + ".ttf"), file)) {
            this.bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String family() {
        return family;
    }

    public int weight() {
        return weight;
    }

    public boolean italic() {
        return italic;
    }

    /**
     * The face parsed anew; whoever holds it uses it in one thread at a time. Ligatures are off: text is composed (NFC), no letter
     * of Vietnamese needs one, and what is printed as “ffi” is found as “ffi”.
     */
    public TrueTypeFont parse() {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
