package vn.lanhnghe.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the credentials of one issuer under one public address look: VC Data Model 2.0, Open Badges 3.0, every node with an id.
 * All diplomas share this shape, so that what is signed is written down instead of being found by a JSON-LD processor.
 */
final class Shape {

    static final String SUITE = "eddsa-rdfc-2022";

    /** Where institutions have their page, their DID and the ids of what they award. */
    static final String INSTITUTIONS = "/co-so/";

    private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final String address;
    private final String page;
    private final String did;
    private final Term.Ours ours;

    Shape(String address, String slug) {
        this.address = address;
        this.page = address + INSTITUTIONS + slug;
        this.did = did(address, slug);
        this.ours = Term.Ours.at(address);
    }

    /** {@code did:web} of the issuer: it resolves to {@code did.json} below its page. */
    static String did(String address, String slug) {
        return "did:web:" + address.replaceFirst("https?://", "").replace(":", "%3A") + ":co-so:" + slug;
    }

    String did() {
        return did;
    }

    /** The verification method of that key. */
    String method(String keyId) {
        return did + "#" + keyId;
    }

    String listAddress(long institutionId, int number, StatusPurpose purpose) {
        return address + "/trang-thai/" + institutionId + "/" + number + "/" + purpose.word();
    }

    List<String> awardContexts() {
        return List.of(Contexts.CREDENTIALS, Contexts.OPEN_BADGES, ours.context());
    }

    void write(Award it, Sink out) {
        var id = address + "/v/" + it.code();
        out.begin(id, List.of(Term.CREDENTIAL, Term.ACHIEVEMENT_CREDENTIAL));
        out.text(Term.NAME, it.title() + " – " + it.occupation());
        out.node(Term.ISSUER, did, List.of(Term.PROFILE));
        out.text(Term.NAME, it.issuer().name());
        out.text(Term.URL, page);
        out.text(ours.institutionId(), Long.toString(it.issuer().id()));
        out.end();
        out.text(Term.VALID_FROM, time(it.issuedAt()));
        subject(it, id, out);
        out.many(Term.CREDENTIAL_STATUS);
        for (var purpose : StatusPurpose.values()) {
            var position = Position.of(it.status());
            var list = listAddress(it.issuer().id(), position.list(), purpose);
            out.node(Term.CREDENTIAL_STATUS, list + "#" + position.index(), Term.LIST_ENTRY);
            out.text(Term.STATUS_PURPOSE, purpose.word());
            out.text(Term.STATUS_INDEX, Integer.toString(position.index()));
            out.link(Term.STATUS_LIST, list);
            out.end();
        }
        out.endMany();
    }

    private void subject(Award it, String id, Sink out) {
        var kind = page + "#van-bang-" + it.occupationCode() + "-" + it.level();
        out.node(Term.SUBJECT, id + "#nguoi-hoc", List.of(Term.ACHIEVEMENT_SUBJECT));
        out.text(Term.NAME, it.fullName());
        out.text(ours.birthDate(), it.birthDate().toString());
        if (it.birthPlace() != null) {
            out.text(ours.birthPlace(), it.birthPlace());
        }
        out.text(ours.verificationCode(), it.code());
        out.text(ours.serialNumber(), it.serial());
        out.text(ours.registerNumber(), it.registerNumber());
        out.text(ours.decisionNumber(), it.decisionNumber());
        out.text(ours.decisionDate(), it.decidedOn().toString());
        achievement(it, id, kind, out);
        out.many(Term.RESULT);
        out.node(Term.RESULT, id + "#diem", List.of(Term.RESULT_CLASS));
        out.text(Term.RESULT_DESCRIPTION, kind + "-diem");
        out.text(Term.VALUE, it.average());
        out.end();
        out.node(Term.RESULT, id + "#xep-loai", List.of(Term.RESULT_CLASS));
        out.text(Term.RESULT_DESCRIPTION, kind + "-xep-loai");
        out.text(Term.VALUE, it.rank());
        out.text(ours.valueEn(), it.rankEn());
        out.end();
        out.endMany();
        out.end();
    }

    private void achievement(Award it, String id, String kind, Sink out) {
        out.node(Term.ACHIEVEMENT, kind, List.of(Term.ACHIEVEMENT_CLASS));
        out.text(Term.ACHIEVEMENT_TYPE, "Diploma");
        out.text(Term.NAME, it.occupation() + " – " + it.levelName());
        out.text(Term.DESCRIPTION, it.title() + " / " + it.titleEn());
        out.text(Term.HUMAN_CODE, it.occupationCode());
        out.text(Term.FIELD_OF_STUDY, it.occupation());
        out.text(ours.title(), it.title());
        out.text(ours.titleEn(), it.titleEn());
        out.text(ours.occupationCode(), it.occupationCode());
        out.text(ours.occupation(), it.occupation());
        out.text(ours.educationLevel(), it.level());
        out.text(ours.educationLevelName(), it.levelName());
        out.text(ours.educationLevelNameEn(), it.levelNameEn());
        out.node(Term.CRITERIA, id + "#dieu-kien", List.of());
        out.text(
                Term.NARRATIVE,
                "Công nhận tốt nghiệp theo quyết định số " + it.decisionNumber() + " ngày "
                        + it.decidedOn().format(VIETNAMESE_DAY) + ". / Graduation recognised by decision no. "
                        + it.decisionNumber() + " of " + it.decidedOn() + ".");
        out.end();
        out.many(Term.RESULT_DESCRIPTIONS);
        out.node(Term.RESULT_DESCRIPTIONS, kind + "-diem", List.of(Term.RESULT_DESCRIPTION_CLASS));
        out.text(Term.NAME, "Điểm trung bình toàn khoá / Average mark of the course");
        out.text(Term.RESULT_TYPE, "GradePointAverage");
        out.end();
        out.node(Term.RESULT_DESCRIPTIONS, kind + "-xep-loai", List.of(Term.RESULT_DESCRIPTION_CLASS));
        out.text(Term.NAME, "Xếp loại tốt nghiệp / Classification");
        out.text(Term.RESULT_TYPE, "PerformanceLevel");
        out.end();
        out.endMany();
        out.end();
    }

    /** A status list as a credential; {@code encoded} is the multibase text of its bits. */
    void write(long institutionId, int number, StatusPurpose purpose, OffsetDateTime from, String encoded, Sink out) {
        var id = listAddress(institutionId, number, purpose);
        out.begin(id, List.of(Term.CREDENTIAL, Term.LIST_CREDENTIAL));
        out.link(Term.ISSUER, did);
        out.text(Term.VALID_FROM, time(from));
        out.node(Term.SUBJECT, id + "#list", Term.LIST);
        out.text(Term.STATUS_PURPOSE, purpose.word());
        out.text(Term.ENCODED_LIST, encoded);
        out.end();
    }

    /** What is signed: the hash of the proof's options and the hash of the document, 64 bytes. */
    byte[] toBeSigned(Consumer<Sink> document, OffsetDateTime created, String keyId) {
        var quads = new Quads();
        document.accept(quads);
        return hashes(options(created, keyId), quads.canonical());
    }

    static byte[] hashes(byte[] options, byte[] document) {
        try {
            var hashes = new byte[64];
            var digest = MessageDigest.getInstance("SHA-256");
            System.arraycopy(digest.digest(options), 0, hashes, 0, 32);
            System.arraycopy(digest.digest(document), 0, hashes, 32, 32);
            return hashes;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The proof without its value, canonical: its one node has no id, so that it is the first of the blank ones. */
    byte[] options(OffsetDateTime created, String keyId) {
        return """
                _:c14n0 <http://purl.org/dc/terms/created> "%s"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
                _:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof> .
                _:c14n0 <https://w3id.org/security#cryptosuite> "%s"^^<https://w3id.org/security#cryptosuiteString> .
                _:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .
                _:c14n0 <https://w3id.org/security#verificationMethod> <%s> .
                """.formatted(time(created), SUITE, method(keyId)).getBytes(StandardCharsets.UTF_8);
    }

    /** The document as JSON, without a proof where there is none. */
    String json(List<String> contexts, Consumer<Sink> document, @Nullable Proof proof) {
        var json = new Json(contexts);
        document.accept(json);
        if (proof != null) {
            json.proof(this, proof);
        }
        json.end();
        return json.written();
    }

    /** In UTC and whole seconds. */
    static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }
}
