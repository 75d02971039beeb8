package vn.lanhnghe.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Turns a page (well-formed XHTML) into a PDF/A-2a that carries its fonts; nothing is fetched from anywhere. */
@Service
public class Documents {

    private record Face(String family, int weight, FontStyle style, byte[] bytes) {}

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final List<Face> faces = List.of(
            face("Tinos", 400, FontStyle.NORMAL, "400Regular/Tinos_400Regular"),
            face("Tinos", 400, FontStyle.ITALIC, "400Regular_Italic/Tinos_400Regular_Italic"),
            face("Tinos", 700, FontStyle.NORMAL, "700Bold/Tinos_700Bold"),
            face("Be Vietnam Pro", 400, FontStyle.NORMAL, "400Regular/BeVietnamPro_400Regular"),
            face("Be Vietnam Pro", 700, FontStyle.NORMAL, "700Bold/BeVietnamPro_700Bold"));

    /** The PDF's bytes; {@code xhtml} names its own title and language. */
    public byte[] pdf(String xhtml) {
        try (var pdf = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder()
                    .withHtmlContent(xhtml, null)
                    .useFastMode()
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(COLOURS)
                    .useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null)
                    .toStream(pdf);
            for (var face : faces) {
                builder.useFont(supply(face.bytes()), face.family(), face.weight(), face.style(), true);
            }
            builder.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FSSupplier<InputStream> supply(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Face face(String family, int weight, FontStyle style, String file) {
        try (var in = Objects.requireNonNull(Documents.class.getResourceAsStream("/fonts/" + file + ".ttf"), file)) {
            return new Face(family, weight, style, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
