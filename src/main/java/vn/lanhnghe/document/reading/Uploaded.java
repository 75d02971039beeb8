package vn.lanhnghe.document.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a file that a stranger sent to be read. */
public sealed interface Uploaded {

    /** Neither PDF nor PNG nor JPEG, by its content; {@code kind} is what it looks like, such as {@code "HEIC"}, if we know. */
    record Unknown(@Nullable String kind) implements Uploaded {}

    /** {@code found} is in the limit's own unit. */
    record TooLarge(Limit limit, long found) implements Uploaded {}

    /** A PDF that is locked, with or without a password to open it. */
    record Encrypted() implements Uploaded {}

    record Dangerous(Set<Danger> dangers) implements Uploaded {}

    /** Begins as a PDF, PNG or JPEG does and cannot be read to its end. */
    record Damaged(Kind kind) implements Uploaded {}

    /** Too many files are being read just now; the same one may be sent again. */
    record Busy() implements Uploaded {}

    /**
     * A paper that could be read.
     *
     * @param enclosures texts for machines by name: of a PDF its {@link vn.lanhnghe.document.Enclosure}s, of a PNG its
     *     international texts by keyword (Open Badges 3.0: {@code openbadgecredential})
     * @param codes texts of the QR codes that could be read, each once
     * @param text what is printed on a PDF's pages, line by line, without what is invisible or off the page; empty of a picture
     * @param signatures of a PDF, in the order they were made; none proves anything until its certificate is known
     */
    record Paper(
            Kind kind, Map<String, String> enclosures, List<String> codes, String text, List<PdfSignature> signatures)
            implements Uploaded {}

    /** By content, whatever the name says. */
    enum Kind {
        PDF,
        PNG,
        JPEG
    }
}
