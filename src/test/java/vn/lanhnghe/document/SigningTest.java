package vn.lanhnghe.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {

    static final String PERSON = "Nguyễn Thị Hồng Thự";
    static final Enclosure CREDENTIAL = new Enclosure(
            "credential",
            "The diploma as an Open Badges 3.0 credential",
            "{\"name\":\"Nguyễn <Thị> & \\\"Hồng\\\"\",\n\t\"x\":\"" + "a".repeat(6000) + "\"}");

    final Documents documents = new Documents(Clock.systemUTC());

    @Test
    void a_document_is_archival_and_accessible_before_it_is_signed() {
        VeraPdf.passes(documents.pdf(Papers.page(PERSON)));
        VeraPdf.passes(documents.pdf(Papers.page(PERSON), List.of(CREDENTIAL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void a_signed_document_stays_so_and_poppler_finds_the_signature_valid(String kind) throws Exception {
        var seal = kind.equals("EC") ? Seals.ecdsa("Trường Thử") : Seals.rsa("Trường Thử");
        var pdf = documents.signed(Papers.page(PERSON), List.of(CREDENTIAL), seal);

        VeraPdf.passes(pdf);
        assertThat(Poppler.pdfsig(pdf))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "Trường Thử");
        for (var at : new int[] {900, pdf.length / 3, pdf.length - 200}) {
            var flipped = pdf.clone();
            flipped[at] ^= 1;
            assertThat(Poppler.pdfsig(flipped)).as("byte " + at).doesNotContain("Signature is Valid");
        }
        var inAnImage = pdf.clone();
        inAnImage[pdf.length / 3] ^= 1;
        assertThat(Poppler.pdfsig(inAnImage)).contains("Digest Mismatch");
    }

    @Test
    void an_enclosure_is_a_named_text_that_xml_can_carry() {
        assertThatThrownBy(() -> new Enclosure("a b", "x", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Enclosure("a", "x", "\u0007")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_watermark_is_an_artifact_and_the_rest_is_read_in_order() throws Exception {
        try (var document = Loader.loadPDF(documents.pdf(Papers.page(PERSON)))) {
            var marks = new MarkedText();
            marks.getText(document);
            assertThat(marks.artifacts()).contains("BẢN NHÁP – không có giá trị");
            assertThat(marks.tagged())
                    .contains(PERSON, "Ký tại Thành phố Hồ Chí Minh")
                    .doesNotContain("BẢN NHÁP");
            assertThat(marks.loose()).isBlank();
            assertThat(new PDFTextStripper().getText(document)).contains(PERSON);
            var info = document.getDocumentInformation();
            assertThat(info.getTitle()).isEqualTo("Bằng & giấy – " + PERSON);
            assertThat(info.getSubject()).isEqualTo("Văn bằng của " + PERSON);
        }
    }

    @Test
    void many_at_once_come_out_as_one_by_one() throws Exception {
        var alone = IntStream.range(0, 8)
                .mapToObj(it -> text(Papers.page("Người " + it)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = threads
                    .invokeAll(IntStream.range(0, 40)
                            .<Callable<String>>mapToObj(it -> () -> text(Papers.page("Người " + it % 8)))
                            .toList())
                    .stream()
                    .map(it -> it.resultNow())
                    .toList();
            for (var i = 0; i < together.size(); i++) {
                assertThat(together.get(i)).isEqualTo(alone.get(i % 8));
            }
        }
    }

    @Test
    void a_page_that_does_not_name_itself_is_not_set() {
        assertThatThrownBy(() -> documents.pdf(Papers.page(PERSON).replaceAll("<meta[^>]*>", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("description");
        assertThatThrownBy(() -> documents.pdf("<html><p></html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("well-formed");
        assertThatThrownBy(() ->
                        documents.pdf("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html>&x;</html>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String text(String page) {
        try (var document = Loader.loadPDF(documents.pdf(page))) {
            return new PDFTextStripper().getText(document);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
