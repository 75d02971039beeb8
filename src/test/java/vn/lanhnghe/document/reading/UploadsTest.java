package vn.lanhnghe.document.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lanhnghe.document.Enclosure;
import vn.lanhnghe.document.Papers;
import vn.lanhnghe.document.Poppler;
import vn.lanhnghe.document.Seals;

/** Files as citizens and forgers send them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsTest {

    static final String LINK = Papers.LINK;
    static final String PERSON = "Nguyễn Thị Hồng Thự";
    static final Enclosure CREDENTIAL = new Enclosure(
            "credential", "A credential", "{\"name\":\"<Thự> & \\\"x\\\"\",\r\n\t\"y\":\"" + "z".repeat(6000) + "\"}");

    final Uploads uploads = new Uploads();
    final Seals college = Seals.ecdsa("Trường Cao đẳng Thử");
    final Seals forger = Seals.ecdsa("Trường Cao đẳng Thử");
    byte[] unsigned = {};
    byte[] genuine = {};

    @BeforeAll
    void aDiploma() {
        var documents = Papers.documents(Clock.systemUTC());
        unsigned = documents.pdf(Papers.page(PERSON), List.of(CREDENTIAL));
        genuine = documents.signed(Papers.page(PERSON), List.of(CREDENTIAL), college);
    }

    @Test
    void a_genuine_one_is_read_whole() {
        var paper = paper(genuine);
        assertThat(paper.kind()).isEqualTo(Uploaded.Kind.PDF);
        assertThat(paper.enclosures()).isEqualTo(Map.of("credential", CREDENTIAL.text()));
        assertThat(paper.codes()).containsExactly(LINK);
        assertThat(paper.text()).contains(PERSON, "Bằng tốt nghiệp cao đẳng");
        assertThat(paper.signatures()).singleElement().isInstanceOfSatisfying(PdfSignature.Valid.class, it -> {
            assertThat(it.certificate()).isEqualTo(college.certificate());
            assertThat(it.chain()).containsExactly(college.certificate());
            assertThat(it.signedAt()).isNotNull();
        });
        assertThat(paper(unsigned).signatures()).isEmpty();
        assertThat(paper((new String(genuine, ISO_8859_1) + "\r\n").getBytes(ISO_8859_1))
                        .signatures())
                .hasOnlyElementsOfType(PdfSignature.Valid.class);
    }

    @Test
    void rsa_is_read_as_well() {
        var seal = Seals.rsa("Trường Thử");
        var pdf = Papers.documents(Clock.systemUTC()).signed(Papers.page(PERSON), List.of(), seal);
        assertThat(paper(pdf).signatures())
                .singleElement()
                .isInstanceOfSatisfying(
                        PdfSignature.Valid.class,
                        it -> assertThat(it.certificate()).isEqualTo(seal.certificate()));
    }

    @Test
    void no_flipped_byte_goes_unnoticed() {
        for (var at = 0; at < genuine.length; at += genuine.length / 97) {
            var flipped = genuine.clone();
            flipped[at] ^= 0x10;
            if (uploads.read(flipped) instanceof Uploaded.Paper paper) {
                assertThat(paper.signatures())
                        .as("byte %d of %d", at, genuine.length)
                        .noneMatch(it -> it instanceof PdfSignature.Valid);
            }
        }
        var flipped = genuine.clone();
        // in a word of the metadata, which no reader needs to show the page
        flipped[new String(genuine, ISO_8859_1).indexOf("<xmp:CreatorTool>") + 17] ^= 1;
        assertThat(paper(flipped).signatures()).containsExactly(new PdfSignature.Changed(college.certificate()));
    }

    @Test
    void a_word_changed_by_a_later_revision_is_told_from_the_word_that_was_signed() throws Exception {
        var forged = Samples.appended(genuine, it -> Samples.overprint(it, "Nguyen Thi Gian"));
        var paper = paper(forged);
        assertThat(paper.text()).contains("Nguyen Thi Gian");
        assertThat(paper.signatures()).singleElement().isInstanceOfSatisfying(PdfSignature.Appended.class, it -> {
            assertThat(it.certificate()).isEqualTo(college.certificate());
            assertThat(it.pages()).containsExactly(1);
            assertThat(it.signedText()).contains(PERSON).doesNotContain("Gian");
        });
        assertThat(Poppler.pdfsig(forged)).contains("Not total document signed");
    }

    @Test
    void a_revision_that_touches_no_page_says_so_and_one_that_hides_a_layer_touches_all() throws Exception {
        var noted = Samples.appended(genuine, it -> it.getDocumentInformation().setAuthor("x"));
        assertThat(paper(noted).signatures())
                .singleElement()
                .isInstanceOfSatisfying(
                        PdfSignature.Appended.class,
                        it -> assertThat(it.pages()).isEmpty());

        var layers = Samples.appended(
                genuine,
                it -> it.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, new COSDictionary()));
        assertThat(paper(layers).signatures())
                .singleElement()
                .isInstanceOfSatisfying(
                        PdfSignature.Appended.class,
                        it -> assertThat(it.pages()).containsExactly(1));
    }

    @Test
    void whoever_signs_again_after_a_change_does_not_hide_it() throws Exception {
        var forged =
                Samples.signedAgain(Samples.appended(genuine, it -> Samples.overprint(it, "Nguyen Thi Gian")), forger);
        assertThat(paper(forged).signatures())
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(PdfSignature.Appended.class),
                        second -> assertThat(second).isInstanceOfSatisfying(PdfSignature.Valid.class, it -> {
                            assertThat(it.certificate().getSubjectX500Principal())
                                    .isEqualTo(college.certificate().getSubjectX500Principal());
                            assertThat(it.certificate()).isEqualTo(forger.certificate());
                        }));
    }

    @Test
    void a_signature_that_does_not_cover_the_file_around_its_own_value_is_none() {
        var text = new String(genuine, ISO_8859_1);
        var value = text.indexOf("/Contents <") + "/Contents <".length() - 1;
        var end = text.indexOf('>', value);
        var wrapped = text.substring(0, end + 1) + " ".repeat(40) + text.substring(end + 1);
        assertThat(signatures(wrapped)).noneMatch(it -> it instanceof PdfSignature.Valid);
        var range = text.indexOf("/ByteRange");
        var close = text.indexOf(']', range);
        var open = text.indexOf('[', range);
        var nothing = text.substring(0, open + 1) + "0 0 0 0" + " ".repeat(close - open - 8) + text.substring(close);
        assertThat(signatures(nothing)).noneMatch(it -> it instanceof PdfSignature.Valid);
        var empty = text.substring(0, value + 1) + "0".repeat(end - value - 1) + text.substring(end);
        assertThat(signatures(empty)).allMatch(it -> it instanceof PdfSignature.Unreadable);
        var other = text.replace("/ETSI.CAdES.detached", "/ETSI.CAdES.detacheX");
        assertThat(signatures(other)).noneMatch(it -> it instanceof PdfSignature.Valid);
    }

    @Test
    void another_programs_copy_keeps_its_code_and_words_and_loses_the_signature() throws Exception {
        var paper = paper(Poppler.saved(genuine));
        assertThat(paper.codes()).containsExactly(LINK);
        assertThat(paper.text()).contains(PERSON);
        assertThat(paper.signatures()).isEmpty();
        var again =
                paper(Samples.rewritten(genuine, it -> it.getDocumentCatalog().setLanguage("en")));
        assertThat(again.enclosures()).containsKey("credential");
        assertThat(again.signatures()).noneMatch(it -> it instanceof PdfSignature.Valid);
    }

    @Test
    void a_locked_one_is_not_opened() throws Exception {
        for (var password : new String[] {"", "mo"}) {
            var locked = Samples.rewritten(unsigned, it -> {
                var policy = new StandardProtectionPolicy("chu", password, new AccessPermission());
                policy.setEncryptionKeyLength(256);
                it.protect(policy);
            });
            assertThat(uploads.read(locked)).isEqualTo(new Uploaded.Encrypted());
        }
    }

    @Test
    void what_could_run_is_named_and_not_read() throws Exception {
        assertThat(dangers(it -> it.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))))
                .containsExactly(Danger.JAVASCRIPT);
        assertThat(dangers(it -> {
                    var script = new COSDictionary();
                    script.setName(COSName.S, "JavaScript");
                    script.setString(COSName.JS, "x");
                    var onOpen = new COSDictionary();
                    onOpen.setItem("O", script);
                    it.getPage(0).getCOSObject().setItem(COSName.AA, onOpen);
                }))
                .containsExactly(Danger.JAVASCRIPT);
        assertThat(dangers(it -> it.getDocumentCatalog().setOpenAction(new PDActionLaunch())))
                .containsExactly(Danger.LAUNCH);
        assertThat(dangers(it -> {
                    var form = new COSDictionary();
                    form.setItem(COSName.getPDFName("XFA"), new COSArray());
                    it.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
                }))
                .containsExactly(Danger.XFA);
        assertThat(dangers(UploadsTest::embed)).containsExactly(Danger.EMBEDDED_FILE);
        assertThat(dangers(it -> {
                    var film = new COSDictionary();
                    film.setName(COSName.SUBTYPE, "RichMedia");
                    it.getPage(0).getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(film)));
                }))
                .containsExactly(Danger.MEDIA);
        assertThat(dangers(it -> {
                    embed(it);
                    it.getDocumentCatalog().setOpenAction(new PDActionJavaScript("x"));
                }))
                .containsExactly(Danger.JAVASCRIPT, Danger.EMBEDDED_FILE);
    }

    @Test
    void what_nobody_sees_is_not_read_as_text() throws Exception {
        var hidden = Samples.rewritten(unsigned, it -> {
            try (var content =
                    new PDPageContentStream(it, it.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
                for (var y : new int[] {100, 90_000}) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.setRenderingMode(y == 100 ? RenderingMode.NEITHER : RenderingMode.FILL);
                    content.newLineAtOffset(100, y);
                    content.showText("Hidden" + y);
                    content.endText();
                }
            }
        });
        assertThat(paper(hidden).text()).contains(PERSON).doesNotContain("Hidden");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 0.6})
    void a_photo_of_the_sheet_gives_its_code(double hard) throws Exception {
        var sheet = Samples.drawn(genuine, 250);
        var photo = Samples.jpeg(Samples.photo(sheet, hard, 7), 0.6f, false);
        var paper = paper(photo);
        assertThat(paper.kind()).isEqualTo(Uploaded.Kind.JPEG);
        assertThat(paper.codes()).containsExactly(LINK);
        assertThat(paper.text()).isEmpty();
        assertThat(paper.signatures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 45, 90, 135, 180, 225, 270, 315})
    void it_may_lie_any_way(int degrees) throws Exception {
        var turned = Samples.turned(Samples.drawn(genuine, 150), degrees);
        assertThat(paper(Samples.png(turned)).codes()).containsExactly(LINK);
    }

    @Test
    void a_scan_in_a_pdf_gives_its_code() throws Exception {
        var scan = Samples.jpeg(Samples.drawn(genuine, 200), 0.7f, false);
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new org.apache.pdfbox.pdmodel.PDPage();
            document.addPage(page);
            var image = org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory.createFromByteArray(document, scan);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 120, 85);
            }
            document.save(bytes);
            assertThat(paper(bytes.toByteArray()).codes()).containsExactly(LINK);
        }
    }

    @Test
    void a_code_of_something_else_is_given_as_it_is_and_no_code_is_none() throws Exception {
        var menu = "https://quan-com.example/thuc-don";
        assertThat(paper(Samples.png(Samples.placed(Samples.code(menu, 300), 900, 700, BufferedImage.TYPE_INT_RGB)))
                        .codes())
                .containsExactly(menu);
        assertThat(paper(Samples.png(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB)))
                        .codes())
                .isEmpty();
        assertThat(paper(Samples.png(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY)))
                        .codes())
                .isEmpty();
        var two = Samples.placed(Samples.code(LINK, 300), 1400, 900, BufferedImage.TYPE_INT_RGB);
        two.createGraphics().drawImage(Samples.code(menu, 300), 1000, 100, null);
        assertThat(paper(Samples.png(two)).codes()).containsExactlyInAnyOrder(LINK, menu);
    }

    @Test
    void a_picture_may_carry_a_credential() throws Exception {
        var json = "{\"@context\":[],\"name\":\"Thự\"}";
        var png = Samples.baked(Samples.png(Samples.code(LINK, 300)), "openbadgecredential", json);
        assertThat(javax.imageio.ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
        assertThat(paper(png).enclosures()).isEqualTo(Map.of("openbadgecredential", json));
        assertThat(paper(png).codes()).containsExactly(LINK);
    }

    @Test
    void a_very_large_picture_is_refused_by_its_header_and_a_large_one_is_thinned_out() throws Exception {
        assertThat(uploads.read(Samples.claiming(8000, 5000)))
                .isEqualTo(new Uploaded.TooLarge(Limit.PIXELS, 40_000_000));
        assertThat(uploads.read(Samples.png(new BufferedImage(8000, 5000, BufferedImage.TYPE_BYTE_BINARY))))
                .isEqualTo(new Uploaded.TooLarge(Limit.PIXELS, 40_000_000));
        assertThat(uploads.read(Samples.jpeg(new BufferedImage(8000, 5000, BufferedImage.TYPE_BYTE_GRAY), 0.5f, false)))
                .isEqualTo(new Uploaded.TooLarge(Limit.PIXELS, 40_000_000));
        assertThat(uploads.read(Samples.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isInstanceOf(Uploaded.TooLarge.class);
        var large = Samples.placed(Samples.code(LINK, 500), 6000, 5900, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(paper(Samples.jpeg(large, 0.5f, true)).codes()).containsExactly(LINK);
    }

    @Test
    void a_file_that_breaks_off_is_damaged_wherever_it_does() throws Exception {
        for (var length : List.of(5, 200, genuine.length / 3, genuine.length / 2, genuine.length - 700)) {
            switch (uploads.read(Arrays.copyOf(genuine, length))) {
                case Uploaded.Damaged damaged -> assertThat(damaged.kind()).isEqualTo(Uploaded.Kind.PDF);
                case Uploaded.Paper paper ->
                    assertThat(paper.signatures()).noneMatch(it -> it instanceof PdfSignature.Valid);
                case Uploaded other -> throw new AssertionError(length + " " + other);
            }
        }
        var png = Samples.png(Samples.code(LINK, 400));
        assertThat(uploads.read(Arrays.copyOf(png, 30))).isEqualTo(new Uploaded.Damaged(Uploaded.Kind.PNG));
        assertThat(uploads.read(Arrays.copyOf(png, 60))).isEqualTo(new Uploaded.Damaged(Uploaded.Kind.PNG));
        var jpeg = Samples.jpeg(Samples.code(LINK, 400), 0.8f, false);
        assertThat(uploads.read(Arrays.copyOf(jpeg, 10))).isEqualTo(new Uploaded.Damaged(Uploaded.Kind.JPEG));
    }

    @Test
    void content_decides_and_not_a_second_file_in_the_same() throws Exception {
        assertThat(uploads.read(new byte[0])).isEqualTo(new Uploaded.Unknown(null));
        assertThat(uploads.read("xin chào".getBytes(ISO_8859_1))).isEqualTo(new Uploaded.Unknown(null));
        assertThat(uploads.read("  <!DOCTYPE html><html>%PDF-1.7".getBytes(ISO_8859_1)))
                .isEqualTo(new Uploaded.Unknown("HTML"));
        assertThat(uploads.read("\0\0\0\u0018ftypheic\0\0".getBytes(ISO_8859_1)))
                .isEqualTo(new Uploaded.Unknown("HEIC"));
        assertThat(uploads.read("PK\u0003\u0004 .docx".getBytes(ISO_8859_1)))
                .isEqualTo(new Uploaded.Unknown("ZIP, Word, Excel"));
        assertThat(uploads.read(new byte[10_000_001])).isEqualTo(new Uploaded.TooLarge(Limit.BYTES, 10_000_001));

        var zipped = concat(genuine, "PK\u0003\u0004 and a whole archive".getBytes(ISO_8859_1));
        assertThat(paper(zipped).signatures()).noneMatch(it -> it instanceof PdfSignature.Valid);
        var pictureFirst = concat(Samples.png(Samples.code(LINK, 300)), genuine);
        assertThat(paper(pictureFirst).kind()).isEqualTo(Uploaded.Kind.PNG);
        assertThat(paper(pictureFirst).signatures()).isEmpty();
    }

    @Test
    void a_book_is_too_long() throws Exception {
        var book = Samples.rewritten(unsigned, it -> {
            for (var i = 0; i < 50; i++) {
                it.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            }
        });
        assertThat(uploads.read(book)).isEqualTo(new Uploaded.TooLarge(Limit.PAGES, 51));
    }

    private Uploaded.Paper paper(byte[] bytes) {
        var outcome = uploads.read(bytes);
        assertThat(outcome).isInstanceOf(Uploaded.Paper.class);
        return (Uploaded.Paper) outcome;
    }

    private List<PdfSignature> signatures(String pdf) {
        return uploads.read(pdf.getBytes(ISO_8859_1)) instanceof Uploaded.Paper paper ? paper.signatures() : List.of();
    }

    private java.util.Set<Danger> dangers(Samples.Change change) throws Exception {
        var outcome = uploads.read(Samples.rewritten(unsigned, change));
        assertThat(outcome).isInstanceOf(Uploaded.Dangerous.class);
        return ((Uploaded.Dangerous) outcome).dangers();
    }

    private static void embed(PDDocument document) throws java.io.IOException {
        var file = new PDComplexFileSpecification();
        file.setFile("a.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("a.exe", file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
