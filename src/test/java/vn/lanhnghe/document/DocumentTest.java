package vn.lanhnghe.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final String STACKED = "Nguyễn Đặng Thự – Hoà, Huệ, Tuyển, Lữ Thị Kiều Ợ ễ ặ ự Ệ";

    @Test
    void stacked_accents_come_through_and_every_font_is_embedded() throws Exception {
        var pdf = new Documents(java.time.Clock.systemUTC()).pdf("""
                <html xmlns="http://www.w3.org/1999/xhtml" lang="vi" xml:lang="vi"><head><title>Thử</title>
                <meta name="description" content="Thử"/>
                <style>body { font-family: Tinos } b { font-family: 'Be Vietnam Pro'; font-weight: 700 }</style></head>
                <body><p>%s</p><p><b>%s</b></p></body></html>
                """.formatted(STACKED, STACKED));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).lines().map(String::strip))
                    .contains(STACKED);
            var fonts = new ArrayList<PDFont>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).hasSizeGreaterThanOrEqualTo(2).allMatch(PDFont::isEmbedded);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(document.getDocumentCatalog().getMetadata()).isNotNull();
        }
    }

    @Test
    void a_document_fetches_nothing() throws Exception {
        var pdf = new Documents(java.time.Clock.systemUTC()).pdf("""
                <html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>Thử</title><meta name="description" content="x"/>
                <link rel="stylesheet" href="http://127.0.0.1:1/a.css"/><style>body { font-family: Tinos }</style></head>
                <body><img src="file:///etc/passwd" alt="x"/><p>còn đây</p></body></html>
                """);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("còn đây")
                    .doesNotContain("root:");
        }
    }

    @Test
    void a_qr_code_reads_back() throws Exception {
        var link = "https://gdnn.example/v/LN-7K3MP-2Q9XD-4F";
        var png = Base64.getDecoder().decode(Qr.dataUri(link).replace("data:image/png;base64,", ""));
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))))
                        .getText())
                .isEqualTo(link);
        assertThat(Qr.svg(link)).startsWith("<svg").doesNotContain(link);
    }
}
