package vn.lanhnghe.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** One set of parsed faces, and what is measured of them: sets one document at a time. */
class Press {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    private static final COSName TABS = COSName.getPDFName("Tabs");

    private final Map<Typeface, TrueTypeFont> faces = new EnumMap<>(Typeface.class);
    private final Measures measures = new Measures();
    private final DocumentBuilder reader = reader();

    /** A PDF/A-2a that is PDF/UA-1 too, made at that time. */
    byte[] set(String xhtml, List<Enclosure> enclosures, Instant at) {
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .withW3cDocument(parsed(xhtml), null)
                    .usePDDocument(document)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(COLOURS)
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, measures)
                    .useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
            for (var face : Typeface.values()) {
                builder.useFont(
                        new Supply(document, face),
                        face.family(),
                        face.weight(),
                        face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                        true);
            }
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            for (var page : document.getPages()) {
                page.getCOSObject().setName(TABS, "S");
            }
            Metadata.write(document, enclosures, at);
            try (var bytes = new ByteArrayOutputStream(1 << 16)) {
                // objects packed into streams would have to be unpacked again to be signed
                document.save(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document parsed(String xhtml) throws IOException {
        try {
            var page = reader.parse(new InputSource(new StringReader(xhtml)));
            describe(page.getElementsByTagName("meta"));
            return page;
        } catch (SAXException e) {
            throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
        }
    }

    /** What a page calls its description, a PDF calls its subject. */
    private static void describe(NodeList metas) {
        for (var i = 0; i < metas.getLength(); i++) {
            if (metas.item(i) instanceof Element meta
                    && meta.getAttribute("name").equals("description")) {
                meta.setAttribute("name", "subject");
            }
        }
    }

    /** One of its own, found without a search of the class path, and deaf to document types: nothing is fetched. */
    private static DocumentBuilder reader() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Supply extends PDFontSupplier {

        private final PDDocument document;
        private final Typeface face;

        @SuppressWarnings("NullAway") // the library's own constructor takes a font that is already there
        Supply(PDDocument document, Typeface face) {
            super(null);
            this.document = document;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, faces.computeIfAbsent(face, Typeface::parse), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Measures implements FSCacheEx<String, FSCacheValue> {

        private final Map<String, FSCacheValue> known = new HashMap<>();

        @Override
        public void put(String key, FSCacheValue value) {
            known.put(key, value);
        }

        @Override
        public FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
            return known.computeIfAbsent(key, it -> {
                try {
                    return loader.call();
                } catch (Exception e) { // what a Callable may throw
                    throw new IllegalStateException(e);
                }
            });
        }

        @Override
        public @Nullable FSCacheValue get(String key) {
            return known.get(key);
        }
    }
}
