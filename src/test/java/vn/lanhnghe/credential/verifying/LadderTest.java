package vn.lanhnghe.credential.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.Chosen;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Credentials;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.copying.Copies;
import vn.lanhnghe.credential.copying.Copy;
import vn.lanhnghe.credential.copying.CopyRequest;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.credential.life.Correctable;
import vn.lanhnghe.credential.life.Lives;
import vn.lanhnghe.credential.life.Terms;
import vn.lanhnghe.credential.life.Turn;
import vn.lanhnghe.credential.verifying.Rung.State;
import vn.lanhnghe.credential.verifying.Rung.Step;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.proof.StatusPurpose;
import vn.lanhnghe.proof.Statuses;
import vn.lanhnghe.proof.Verdict;
import vn.lanhnghe.proof.Verifier;

/** Diplomas prepared in every way a check can meet them, each with the ladder it must show. */
@RehearsalTest
class LadderTest {

    private static final byte[] PDF = "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8);
    private static final String HOST = "gdnn.example";

    @Autowired
    ApplicationContext context;

    @Autowired
    Verifications verifications;

    @Autowired
    Credentials credentials;

    @Autowired
    Verifier verifier;

    @Autowired
    Statuses statuses;

    @Autowired
    Lives lives;

    @Autowired
    Copies copies;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FlywayConnectionDetails owner;

    Press press;

    @BeforeEach
    void begin() throws Exception {
        press = new Press(context);
        asOwner("""
                insert into institution.licence_line (licence_id, institution_id, site_id, occupation_code, occupation_name, level, quota, valid_from)
                select l.licence_id, l.institution_id, l.site_id, '5480202', 'CNTT (ứng dụng phần mềm)', 'TRUNG_CAP', 5000, l.valid_from
                  from institution.licence_line l
                 where l.institution_id = %1$d and not exists (
                   select from institution.licence_line k where k.institution_id = %1$d and k.occupation_code = '5480202')
                 limit 1
                """.formatted(press.institution));
    }

    @Test
    void one_in_order_climbs_every_rung() {
        var diploma = diploma(press.release(1).getFirst());
        var check = byCode(diploma);
        assertThat(check.outcome()).isEqualTo(Outcome.VALID);
        assertThat(ladder(check))
                .isEqualTo(Map.of(
                        Step.EXISTS, State.OK,
                        Step.FIELDS, State.OPEN,
                        Step.IN_FORCE, State.OK,
                        Step.SIGNATURE, State.OK,
                        Step.REGISTER, State.OK,
                        Step.LICENCE, State.OK,
                        Step.QUOTA, State.OK));
        assertThat(Objects.requireNonNull(check.issuer()).name())
                .as("from our register, not from the paper")
                .isNotEqualTo(diploma.institutionName());
    }

    @Test
    void what_a_decision_did_to_it_is_said_and_told_in_its_status_list() {
        var ids = press.release(5);
        expect(ids.get(0), Turn.SUSPEND, "SUSPEND_VERIFYING", Outcome.SUSPENDED, State.WARN);
        expect(ids.get(1), Turn.REVOKE, "REVOKE_FRAUD", Outcome.REVOKED, State.BAD);
        expect(ids.get(2), Turn.ANNUL, "ANNUL_DECISION", Outcome.ANNULLED, State.BAD);

        decide(Press.HEAD, ids.get(3), Turn.CORRECT, "CORRECT_ISSUER", Map.of(Correctable.BIRTH_PLACE, "Tây Ninh"));
        var corrected = byCode(diploma(ids.get(3)));
        assertThat(corrected.outcome()).isEqualTo(Outcome.CORRECTED);
        assertThat(corrected.annotations().getFirst().corrections().getFirst().told())
                .contains("Long An", "Tây Ninh");

        decide(Press.REGISTRAR, ids.get(4), Turn.REPLACE, "REPLACE_LOST", Map.of());
        var anew = press.one("select id from credential.diploma where replaces = " + ids.get(4));
        assertThat(byCode(diploma(ids.get(4))).outcome())
                .as("until the new one is released")
                .isEqualTo(Outcome.VALID);
        press.take(press.one("select decision_id from credential.diploma where id = " + anew));
        var replaced = byCode(diploma(ids.get(4)));
        assertThat(replaced.outcome()).isEqualTo(Outcome.REPLACED);
        assertThat(ladder(replaced)).containsEntry(Step.IN_FORCE, State.WARN);
        assertThat(byCode(diploma(anew)).outcome()).isEqualTo(Outcome.VALID);

        assertThat(told(ids.get(0))).containsExactly(StatusPurpose.SUSPENSION);
        assertThat(told(ids.get(1))).containsExactly(StatusPurpose.REVOCATION);
        assertThat(told(ids.get(2))).containsExactly(StatusPurpose.REVOCATION);
        assertThat(told(ids.get(3))).isEmpty();
        assertThat(told(ids.get(4))).containsExactly(StatusPurpose.REVOCATION);
        assertThat(verifier.verify(credential(ids.get(1))).verdict()).isEqualTo(Verdict.REVOKED);
        assertThat(verifier.verify(credential(ids.get(3))).verdict()).isEqualTo(Verdict.FINE);
        decide(Press.HEAD, ids.get(0), Turn.RESTORE, "RESTORE_CLEARED", Map.of());
        assertThat(told(ids.get(0))).isEmpty();
    }

    private void expect(long id, Turn turn, String reason, Outcome outcome, State force) {
        decide(Press.HEAD, id, turn, reason, Map.of());
        var check = byCode(diploma(id));
        assertThat(check.outcome()).isEqualTo(outcome);
        assertThat(ladder(check)).containsEntry(Step.IN_FORCE, force).containsEntry(Step.SIGNATURE, State.OK);
    }

    @Test
    void a_certified_copy_is_checked_by_its_own_code() {
        var id = press.release(1).getFirst();
        var issued = press.act(
                Press.CLERK,
                () -> copies.issue(
                        id,
                        new CopyRequest(Copy.Relation.HOLDER, "Trần Văn A", "", "CCCD 079204001234", "Xin việc", 1)));
        assertThat(issued).isNotNull();
        var code = press.text("select code from credential.copy where diploma_id = " + id);
        var check = verifications.byCode(code, Verifications.Way.CODE);
        assertThat(check.outcome()).isEqualTo(Outcome.COPY);
        assertThat(Objects.requireNonNull(check.copy()).registerNumber()).contains("/BS-");
        var forged = verifications.byFile(documents.pdf("""
                <html xmlns="http://www.w3.org/1999/xhtml" lang="vi" xml:lang="vi"><head><title>Bản sao</title>
                <meta name="description" content="Bản sao"/><style>body { font-family: Tinos }</style></head>
                <body><p>Kẻ Gian</p><p>%s</p></body></html>
                """.formatted(Code.printed(code))), HOST);
        assertThat(forged.outcome()).isEqualTo(Outcome.PAPER_DIFFERS);
        assertThat(forged.differing()).extracting(Compared::label).contains("Họ và tên (chữ in)");
        decide(Press.HEAD, id, Turn.REVOKE, "REVOKE_FRAUD", Map.of());
        assertThat(verifications.byCode(code, Verifications.Way.CODE).outcome()).isEqualTo(Outcome.REVOKED);
    }

    @Test
    void a_college_without_a_licence_for_it_or_above_its_quota_is_named() throws Exception {
        var diploma = diploma(press.release(1).getFirst());
        var lines = "institution.licence_line where institution_id = %d and occupation_code = '%s' and level = '%s'"
                .formatted(diploma.institutionId(), diploma.occupationCode(), diploma.level());
        var quota = press.one("select min(quota) from " + lines);
        try {
            asOwner("update " + lines.replace(" where ", " set quota = 1 where "));
            Thread.sleep(2_100); // what a college was allowed is asked once in two seconds
            var check = byCode(diploma);
            assertThat(check.outcome()).isEqualTo(Outcome.OVER_QUOTA);
            assertThat(ladder(check)).containsEntry(Step.QUOTA, State.WARN);

            asOwner("update " + lines.replace(" where ", " set level = 'SO_CAP' where "));
            Thread.sleep(2_100);
            check = byCode(diploma);
            assertThat(check.outcome()).isEqualTo(Outcome.NOT_LICENSED);
            assertThat(ladder(check)).containsEntry(Step.LICENCE, State.WARN).containsEntry(Step.QUOTA, State.OPEN);
        } finally {
            asOwner(
                    "update institution.licence_line set level = '%s', quota = %d where institution_id = %d and occupation_code = '%s'"
                            .formatted(diploma.level(), quota, diploma.institutionId(), diploma.occupationCode()));
            Thread.sleep(2_100);
        }
        assertThat(byCode(diploma).outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void what_was_altered_behind_the_programs_back_is_found() throws Exception {
        var ids = press.release(3);
        asOwner("update credential.diploma set rank = 'EXCELLENT' where id = " + ids.get(0));
        assertThat(byCode(diploma(ids.get(0))).outcome())
                .as("the rank's code is not printed, its name is; they go together")
                .isEqualTo(Outcome.ALTERED);
        asOwner("update credential.diploma set wording = replace(wording, 'Khá', 'Giỏi') where id = " + ids.get(1));
        assertThat(byCode(diploma(ids.get(1))).outcome()).isEqualTo(Outcome.ALTERED);
        asOwner(
                "update signing.key set compromised_from = '2026-01-01' where id = (select key_id from credential.diploma where id = %d)"
                        .formatted(ids.get(2)));
        try {
            Thread.sleep(5_100); // what another node did to a key may go unnoticed for five seconds
            var check = byCode(diploma(ids.get(2)));
            assertThat(check.outcome()).isEqualTo(Outcome.KEY_NOT_TRUSTED);
            assertThat(ladder(check)).containsEntry(Step.SIGNATURE, State.BAD);
        } finally {
            asOwner("alter table signing.key disable trigger keep");
            asOwner("update signing.key set compromised_from = null where compromised_from = '2026-01-01'");
            asOwner("alter table signing.key enable trigger keep");
            Thread.sleep(5_100);
        }
    }

    @Test
    void what_is_not_there_and_what_is_no_code_say_only_that() {
        assertThat(verifications
                        .byCode("LN-00000-00000-00", Verifications.Way.CODE)
                        .outcome())
                .isEqualTo(Outcome.NOT_OUR_CODE);
        var diploma = diploma(press.release(1).getFirst());
        var serial = Objects.requireNonNull(diploma.serial());
        var right = verifications.bySerial(serial, diploma.fullName(), diploma.birthDate(), Verifications.Way.SERIAL);
        assertThat(ladder(right)).containsEntry(Step.FIELDS, State.OK);
        for (var check : List.of(
                verifications.bySerial(serial, "Trần Văn Khác", diploma.birthDate(), Verifications.Way.SERIAL),
                verifications.bySerial(serial, diploma.fullName(), LocalDate.of(2001, 1, 1), Verifications.Way.SERIAL),
                verifications.bySerial(
                        "X" + serial, diploma.fullName(), diploma.birthDate(), Verifications.Way.SERIAL))) {
            assertThat(check).isEqualTo(Check.without(Outcome.NOT_FOUND, null));
        }
    }

    @Test
    void a_credential_is_held_against_the_register_word_by_word() {
        var id = press.release(1).getFirst();
        var genuine = new String(credential(id), StandardCharsets.UTF_8);
        var check = verifications.byFile(genuine.getBytes(StandardCharsets.UTF_8), HOST);
        assertThat(check.outcome()).isEqualTo(Outcome.VALID);
        assertThat(check.compared()).hasSizeGreaterThan(15).allMatch(Compared::same);
        assertThat(ladder(check)).containsEntry(Step.FIELDS, State.OK);

        var diploma = diploma(id);
        var forged = genuine.replace(diploma.fullName(), "Kẻ Gian");
        assertThat(forged).isNotEqualTo(genuine);
        check = verifications.byFile(forged.getBytes(StandardCharsets.UTF_8), HOST);
        assertThat(check.outcome()).isEqualTo(Outcome.FILE_ALTERED);
        assertThat(check.differing()).extracting(Compared::label).containsExactly("Họ và tên");
        assertThat(check.differing().getFirst().paper()).isEqualTo("Kẻ Gian");
        assertThat(check.differing().getFirst().register()).isEqualTo(diploma.fullName());

        check = verifications.byFile(
                genuine.replace("\"@context\":[", "\"@context\":[\"https://evil.example/context.jsonld\",")
                        .getBytes(StandardCharsets.UTF_8),
                HOST);
        assertThat(check.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(check.told()).contains("từ vựng");
        assertThat(verifications
                        .byFile("{}".getBytes(StandardCharsets.UTF_8), HOST)
                        .outcome())
                .isEqualTo(Outcome.UNREADABLE);
        assertThat(verifications
                        .byFile("x".getBytes(StandardCharsets.UTF_8), HOST)
                        .outcome())
                .isEqualTo(Outcome.UNREADABLE);
    }

    private byte[] credential(long id) {
        return credentials.json(diploma(id)).orElseThrow().getBytes(StandardCharsets.UTF_8);
    }

    private java.util.Set<StatusPurpose> told(long id) {
        var diploma = diploma(id);
        return statuses.find(diploma.institutionId(), Objects.requireNonNull(diploma.status()))
                .orElseThrow();
    }

    private void decide(String persona, long id, Turn turn, String reason, Map<Correctable, String> changes) {
        press.run(persona, () -> {
            var ruling = lives.open(Chosen.of(List.of(id)));
            lives.word(
                    ruling,
                    new Terms(
                            turn,
                            "9/QĐ-" + press.prefix,
                            LocalDate.of(2026, 6, 20),
                            reason,
                            "Theo biên bản",
                            new MockMultipartFile("evidence", "bien-ban.pdf", "application/pdf", PDF)),
                    changes);
            assertThat(lives.carryOut(ruling, lives.preview(ruling).fingerprint()))
                    .isEqualTo(1);
        });
    }

    private Check byCode(Diploma diploma) {
        return verifications.byCode(diploma.code(), Verifications.Way.CODE);
    }

    private static Map<Step, State> ladder(Check check) {
        return check.ladder().stream().collect(Collectors.toMap(Rung::step, Rung::state));
    }

    private Diploma diploma(long id) {
        return Scope.system()
                .get(() -> jdbc.sql("select " + Diploma.COLUMNS + "from credential.diploma d where id = :id")
                        .param("id", id)
                        .query(Diploma.class)
                        .single());
    }

    private void asOwner(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        Objects.requireNonNull(owner.getJdbcUrl()), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
