package vn.lanhnghe.document.reading;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads one PDF from its references to its codes, the parts that can do harm first. */
final class Pdfs {

    private static final int PAGES_WITH_CODES = 6;
    private static final int COARSE = 200;
    private static final int FINE = 300;

    private final byte[] bytes;
    private final Deadline deadline;

    Pdfs(byte[] bytes, Deadline deadline) {
        this.bytes = bytes;
        this.deadline = deadline;
    }

    Uploaded read() throws IOException {
        try (var document = new BoundedParser(bytes).parse(true)) {
            if (document.isEncrypted()) {
                return new Uploaded.Encrypted();
            }
            var dangers = Dangers.in(document.getDocument(), deadline);
            if (!dangers.isEmpty()) {
                return new Uploaded.Dangerous(dangers);
            }
            var pages = pages(document);
            if (pages == 0) {
                return new Uploaded.Damaged(Uploaded.Kind.PDF);
            }
            return new Uploaded.Paper(
                    Uploaded.Kind.PDF,
                    Packet.enclosures(document),
                    codes(document, Math.min(pages, PAGES_WITH_CODES)),
                    VisibleText.of(document, deadline),
                    new Signatures(bytes, document, deadline).read());
        } catch (InvalidPasswordException e) {
            return new Uploaded.Encrypted();
        }
    }

    /** As many as there are, whatever the file says of their number. */
    static int pages(PDDocument document) {
        var pages = 0;
        for (var ignored : document.getPages()) {
            Limit.PAGES.check(++pages);
        }
        return pages;
    }

    private List<String> codes(PDDocument document, int pages) {
        var codes = new Codes(deadline);
        for (var page = 0; page < pages; page++) {
            look(document, page, codes);
        }
        return codes.texts();
    }

    /** The page as it would be printed; if that shows none, its pictures as they are, then the page once more and finer. */
    private void look(PDDocument document, int page, Codes codes) {
        var drawing = new CodePage(document, deadline);
        try {
            if (codes.glance(drawing.drawn(page, COARSE))) {
                return;
            }
            for (var picture : List.copyOf(drawing.pictures())) {
                if (codes.look(CodePage.pixels(picture))) {
                    return;
                }
            }
            codes.glance(drawing.drawn(page, FINE));
        } catch (IOException e) {
            // a page that cannot be drawn has no code that can be read
        }
    }
}
