package vn.lanhnghe.credential.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Enclosure;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.document.Seals;
import vn.lanhnghe.document.reading.Uploaded;
import vn.lanhnghe.document.reading.Uploads;
import vn.lanhnghe.person.training.Certifier;
import vn.lanhnghe.person.training.TrainingCertificate;
import vn.lanhnghe.person.training.TrainingCertificates;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.person.training.TrainingResults;
import vn.lanhnghe.person.training.TrainingTown;
import vn.lanhnghe.ui.Vi;

/** Certificates of training as files: the genuine one, and each way to make it say something else. */
@RehearsalTest
class TrainingPaperTest {

    private static final String OFFICER = "chuyenvien";
    private static final String HOST = "gdnn.example";

    @Autowired
    ApplicationContext context;

    @Autowired
    Verifications verifications;

    @Autowired
    TrainingCertificates certificates;

    @Autowired
    TrainingEnrolments enrolments;

    @Autowired
    TrainingResults results;

    @Autowired
    Certifier certifier;

    @Autowired
    Documents documents;

    @Autowired
    Uploads uploads;

    TrainingTown town;
    TrainingCertificate it;
    byte[] genuine = {};

    @BeforeEach
    void issue() {
        town = new TrainingTown(context);
        var id = town.past(OFFICER, town.course(OFFICER, "DIGITAL"), 5);
        var people = town.staff("CKC", 1);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        town.finish(OFFICER, id, Set.of());
        town.act(OFFICER, () -> {
            results.close(id);
            results.confirmFor(id);
            assertThat(certificates.issue(id)).isEqualTo(1);
        });
        it = certificates
                .lookUp(town.text("select code from person.training_certificate where class_id = " + id))
                .orElseThrow();
        town.act(OFFICER, () -> genuine = certifier.paper(page(it.fullName()), it));
    }

    /** The words of a certificate, for whoever it names. */
    private String page(String name) {
        var link = "https://" + HOST + "/v/" + Code.printed(it.code());
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="vi" xml:lang="vi"><head><title>Chứng nhận</title>
                <meta name="description" content="Chứng nhận"/><style>@page { size: A4 } body { font-family: Tinos }</style></head><body>
                <p>%s</p><p>Số %s</p><h1>%s</h1><p>sinh ngày %s</p><p>%s</p><p>%d tiết · %s · %s</p><p>Cấp ngày %s</p>
                <p><img src="%s" alt="Mã QR" style="width: 30mm"/></p></body></html>
                """.formatted(
                        it.issuerName().toUpperCase(Vi.LOCALE),
                        it.printed(),
                        name,
                        Vi.day(it.birthDate()),
                        it.courseTitle(),
                        it.hours(),
                        it.result(),
                        it.courseCode(),
                        Vi.day(it.issuedOn()),
                        Qr.dataUri(link));
    }

    private Check check(byte[] file) {
        return verifications.byFile(file, HOST);
    }

    private static Rung signature(Check check) {
        return check.ladder().stream()
                .filter(one -> one.step() == Rung.Step.SIGNATURE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_file_as_it_was_issued_is_valid_word_by_word() {
        var check = check(genuine);
        assertThat(check.outcome()).isEqualTo(Outcome.TRAINING);
        assertThat(check.differing()).isEmpty();
        assertThat(check.compared())
                .extracting(Compared::label)
                .contains("Khoá bồi dưỡng", "Kết quả")
                .doesNotContain("Ngành, nghề", "Điểm trung bình");
    }

    @Test
    void one_byte_turned_outside_the_credential_is_a_file_that_was_changed() {
        var flipped = genuine.clone();
        flipped[new String(genuine, StandardCharsets.ISO_8859_1).indexOf("<xmp:CreatorTool>") + 17] ^= 1;
        var check = check(flipped);
        assertThat(check.outcome()).isEqualTo(Outcome.FILE_ALTERED);
        assertThat(check.told()).contains("đã đổi sau khi ký");
        assertThat(signature(check).state()).isEqualTo(Rung.State.BAD);
    }

    @Test
    void another_name_around_the_genuine_credential_differs_from_the_register_sealed_or_not() {
        var paper = (Uploaded.Paper) uploads.read(genuine);
        var credential = new Enclosure(
                "credential", "x", Objects.requireNonNull(paper.enclosures().get("credential")));
        var forged = check(documents.pdf(page("Kẻ Gian Lận"), List.of(credential)));
        assertThat(forged.outcome()).isEqualTo(Outcome.PAPER_DIFFERS);
        assertThat(forged.differing()).singleElement().satisfies(one -> {
            assertThat(one.label()).startsWith("Họ và tên");
            assertThat(one.register()).isEqualTo(it.fullName());
        });
        var sealed = check(documents.signed(page(it.fullName()), List.of(credential), Seals.ecdsa("Sở giả")));
        assertThat(sealed.outcome()).isEqualTo(Outcome.FILE_ALTERED);
        assertThat(sealed.told()).contains("không phải của " + it.issuerName());
    }

    @Test
    void a_print_with_its_code_alone_is_held_against_the_register_too() {
        assertThat(check(documents.pdf(page(it.fullName()))).outcome()).isEqualTo(Outcome.TRAINING);
        var forged = check(documents.pdf(page("Kẻ Gian Lận")));
        assertThat(forged.outcome()).isEqualTo(Outcome.PAPER_DIFFERS);
        assertThat(forged.differing()).hasSize(1);
    }
}
