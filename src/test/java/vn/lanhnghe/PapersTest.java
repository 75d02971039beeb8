package vn.lanhnghe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.credential.copying.Copies;
import vn.lanhnghe.credential.copying.Copy;
import vn.lanhnghe.credential.copying.CopyRequest;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.credential.printing.Printing;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.VeraPdf;
import vn.lanhnghe.person.competence.Assessed;
import vn.lanhnghe.person.training.OwnTrainings;
import vn.lanhnghe.person.training.TrainingCertificates;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.person.training.TrainingResults;
import vn.lanhnghe.person.training.TrainingTown;

/** Every paper the product gives out is archival and accessible; a new one that this test does not know fails it. */
@RehearsalTest
class PapersTest {

    private static final String OURS = "(select id from institution.directory where code = 'CKC')";

    /** Where the one to be judged comes from. */
    /** What is printed on forms, for the clerk alone. */
    private static final Pattern PRINTED = Pattern.compile("^/(decisions|layouts)/");

    private static final String WAITING =
            "select max(decision_id)::text from credential.diploma where state = 'CHECKED' and printed_at is null and serial like 'Q%'";

    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry(
                    "/books/{id}/paper.pdf",
                    "select min(id)::text from credential.book where institution_id = " + OURS),
            Map.entry(
                    "/classes/{id}/book.pdf",
                    "select min(id)::text from learning.class where institution_id = " + OURS),
            Map.entry(
                    "/copies/{id}/paper.pdf",
                    "select min(id)::text from credential.copy where institution_id = " + OURS),
            Map.entry("/decisions/{id}/drafts.pdf", WAITING),
            Map.entry("/decisions/{id}/forms.pdf", WAITING),
            Map.entry("/layouts/{level}/test.pdf", "select 'CAO_DANG'"),
            Map.entry(
                    "/courses/{id}/book.pdf",
                    "select min(id)::text from learning.course where institution_id = " + OURS),
            Map.entry(
                    "/credentials/{id}/paper.pdf",
                    "select min(id)::text from credential.diploma where institution_id = " + OURS),
            Map.entry(
                    "/targets/scorecard/{id}/paper.pdf",
                    "select id::text from institution.directory where code = 'CKC'"),
            Map.entry(
                    "/standards/{id}/paper.pdf",
                    "select min(id)::text from indicator.assessment where institution_id = " + OURS),
            Map.entry(
                    "/programmes/versions/{id}/matrix.pdf",
                    "select min(id)::text from programme.version where institution_id = " + OURS),
            Map.entry(
                    "/programmes/versions/{id}/paper.pdf",
                    "select min(id)::text from programme.version where institution_id = " + OURS),
            Map.entry("/targets/scorecard.pdf", "select ''"),
            Map.entry(
                    "/me/competence/reports/{id}/paper.pdf",
                    "select max(a.id)::text from person.competence_attempt a join person.login l on l.person_id = a.person_id join access.account c on c.id = l.account_id"
                            + " where a.submitted_on is not null and c.username = 'hieutruong.caothang'"),
            Map.entry("/trainings/passport.pdf", "select ''"),
            Map.entry(
                    "/trainings/certificates/{id}/paper.pdf",
                    "select max(id)::text from person.training_certificate where institution_id = " + OURS),
            Map.entry("/giay-phep/{token}/phieu.pdf", "select min(token) from institution.licence"),
            Map.entry(
                    "/v/{code}/phieu.pdf",
                    "select min(code) from credential.diploma where released_at is not null and institution_id = "
                            + OURS),
            Map.entry(
                    "/learners/{id}/transcript.pdf",
                    "select min(enrolment_id)::text from learning.result where institution_id = " + OURS));

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Copies copies;

    @Autowired
    Personas personas;

    @Autowired
    Printing printing;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void oneCopy() {
        Scope.system()
                .run(() -> personas.act(
                        "vanthu.caothang",
                        () -> copies.issue(
                                Long.parseLong(sample(
                                        "select min(id)::text from credential.diploma where state = 'VALID' and institution_id = "
                                                + OURS)),
                                new CopyRequest(
                                        Copy.Relation.HOLDER, "Người thử", "", "CCCD 079204001234", "Xin việc", 1))));
    }

    /** The head, who downloads, has a record of their own; somebody of the college has a certificate. */
    @BeforeEach
    void oneCertificate() {
        var town = new TrainingTown(context);
        town.linked("hieutruong.caothang");
        var people = town.staff("CKC", 1);
        var id = town.past("daotao.caothang", town.course("daotao.caothang", "OTHER"), 10);
        var enrolments = context.getBean(TrainingEnrolments.class);
        var results = context.getBean(TrainingResults.class);
        town.act("daotao.caothang", () -> enrolments.enrol(id, people));
        town.finish("daotao.caothang", id, Set.of());
        town.act("daotao.caothang", () -> {
            results.close(id);
            results.confirmFor(id);
        });
        town.act(
                "hieutruong.caothang",
                () -> context.getBean(TrainingCertificates.class).issue(id));
        town.act(
                "hieutruong.caothang", () -> context.getBean(OwnTrainings.class).turn(true));
    }

    @BeforeEach
    void oneAssessment() {
        new Assessed(context).submit("hieutruong.caothang", place -> 1 + place % 6);
    }

    @BeforeEach
    void oneReport() {
        var ours = Long.parseLong(sample(OURS));
        new Scope(Scope.Reach.COLLEGE, ours, null, null, null, "Người thử")
                .run(() -> jdbc.sql("""
                        insert into indicator.assessment (institution_id, year, as_at, due_on)
                        values (:id, 2026, date '2026-12-31', date '2027-03-31') on conflict do nothing
                        """).param("id", ours).update());
    }

    @BeforeEach
    void oneFormToPrint() {
        var press = new Press(context);
        press.receive(2);
        var decision = press.prepare(1, LocalDate.of(2026, 6, 1));
        press.check(decision);
        press.run(Press.CLERK, () -> printing.confirm(decision, press.ids(decision)));
    }

    @Test
    void every_paper_passes_verapdf() throws Exception {
        var papers = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(it -> it.getPatternValues().stream())
                .filter(it -> it.endsWith(".pdf"))
                .collect(Collectors.toSet());
        assertThat(papers).isEqualTo(SAMPLES.keySet());
        try (var head = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build();
                var clerk = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build()) {
            signIn(head, "hieutruong.caothang");
            signIn(clerk, Press.CLERK);
            for (var paper : papers) {
                var address = paper.replaceAll("\\{\\w+}", sample(Objects.requireNonNull(SAMPLES.get(paper))));
                var client = PRINTED.matcher(paper).find() ? clerk : head;
                var answer = client.send(
                        HttpRequest.newBuilder(uri(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
                assertThat(answer.headers().firstValue("Content-Type"))
                        .as(address)
                        .hasValue("application/pdf");
                VeraPdf.passes(answer.body());
            }
        }
    }

    private String sample(String sql) {
        return Scope.system()
                .get(() -> jdbc.sql("select coalesce((%s), '0')".formatted(sql))
                        .query(String.class)
                        .single());
    }

    private void signIn(HttpClient client, String persona) throws Exception {
        var page = client.send(HttpRequest.newBuilder(uri("/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        client.send(
                HttpRequest.newBuilder(uri("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=%s&password=dien-tap-2026&_csrf=%s"
                                .formatted(persona, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }
}
