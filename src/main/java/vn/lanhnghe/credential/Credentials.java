package vn.lanhnghe.credential;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.proof.Award;
import vn.lanhnghe.proof.Issuer;
import vn.lanhnghe.proof.Proof;
import vn.lanhnghe.proof.Proofs;
import vn.lanhnghe.proof.StatusPurpose;
import vn.lanhnghe.proof.Statuses;
import vn.lanhnghe.proof.Verdict;
import vn.lanhnghe.ui.Vi;

/** Chứng chỉ số: the diploma as a credential, signed by its college's key, marked in its status lists, written out and checked. */
@Service
public class Credentials {

    private static final int TOLD_EACH = 500;

    private final Proofs proofs;
    private final Statuses statuses;
    private final Enrolments enrolments;
    private final EarlierKeys earlier;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<LocalDate, Map<String, Grading.Band>> bands = new ConcurrentHashMap<>();

    Credentials(
            Proofs proofs,
            Statuses statuses,
            Enrolments enrolments,
            EarlierKeys earlier,
            JdbcClient jdbc,
            Clock clock) {
        this.proofs = proofs;
        this.statuses = statuses;
        this.enrolments = enrolments;
        this.earlier = earlier;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One diploma's signature, its place in the status lists and its wording. */
    public record Signed(long diplomaId, byte[] signature, long status, String wording) {}

    /** Diplomas signed at one time with one key. */
    public record SignedBatch(String keyId, OffsetDateTime at, List<Signed> diplomas) {}

    /** Signs diplomas of one college that have their numbers; {@code telling} hears now and then how many are done. */
    @Transactional
    public SignedBatch sign(List<Diploma> diplomas, IntConsumer telling) {
        var first = diplomas.getFirst();
        var issuer = new Issuer(first.institutionId(), slug(first.institutionId()), first.institutionName());
        var signing = proofs.open(issuer);
        var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        var status = statuses.allot(issuer.id(), diplomas.size());
        var bands = bands(at);
        var signed = new ArrayList<Signed>(diplomas.size());
        for (var it : diplomas) {
            var wording = Wording.of(it.level(), Objects.requireNonNull(bands.get(it.rank()), it.rank()));
            var award = award(it, issuer.slug(), wording, at, status);
            signed.add(new Signed(it.id(), signing.sign(award, at).value(), status++, wording.kept()));
            if (signed.size() % TOLD_EACH == 0) {
                telling.accept(signed.size());
            }
        }
        return new SignedBatch(signing.key().id(), at, signed);
    }

    /** Whether the signature of a diploma stands over exactly what the register says, and whether the key's word counted then. */
    public Verdict verify(Diploma diploma) {
        var keyId = diploma.keyId();
        var signature = diploma.signature();
        if (keyId == null || signature == null) {
            return Verdict.WRONG_SIGNATURE;
        }
        if (diploma.status() == null) {
            return earlier.verify(keyId, diploma.facts(), signature) ? Verdict.FINE : Verdict.ALTERED;
        }
        if (!worded(diploma)) {
            return Verdict.ALTERED;
        }
        return award(diploma)
                .map(it -> proofs.verify(it, proof(diploma, keyId, signature)))
                .orElse(Verdict.UNKNOWN_ISSUER);
    }

    /** Whether the signed words are those of the register's codes, by the rule of the day on which it was signed. */
    private boolean worded(Diploma diploma) {
        var band = bands(Objects.requireNonNull(diploma.signedAt())).get(diploma.rank());
        return band != null
                && band.label()
                        .equals(Wording.read(Objects.requireNonNull(diploma.wording()))
                                .rank());
    }

    /** The ranks of that day's rule; rules change by migration only. */
    private Map<String, Grading.Band> bands(OffsetDateTime at) {
        return bands.computeIfAbsent(
                at.atZoneSameInstant(Vi.ZONE).toLocalDate(),
                day -> enrolments.grading(day).bands().stream()
                        .collect(Collectors.toMap(Grading.Band::code, it -> it)));
    }

    /** What a signed diploma says, to be compared with what somebody shows; empty when it was signed before there were credentials. */
    public Optional<Award> award(Diploma diploma) {
        var status = diploma.status();
        var at = diploma.signedAt();
        return status == null || at == null
                ? Optional.empty()
                : proofs.issuer(diploma.institutionId())
                        .map(it -> award(
                                diploma,
                                it.slug(),
                                Wording.read(Objects.requireNonNull(diploma.wording())),
                                at,
                                status));
    }

    /** The credential of a signed diploma, {@code application/vc}. */
    public Optional<String> json(Diploma diploma) {
        var keyId = diploma.keyId();
        var signature = diploma.signature();
        return keyId == null || signature == null
                ? Optional.empty()
                : award(diploma).map(it -> proofs.json(it, proof(diploma, keyId, signature)));
    }

    /** Tells of diplomas of one college in its status lists that they are taken back or set aside, or that they are so no more. */
    @Transactional
    public void tell(Collection<Diploma> diplomas, StatusPurpose purpose, boolean on) {
        diplomas.stream()
                .filter(it -> it.status() != null)
                .collect(Collectors.groupingBy(
                        Diploma::institutionId,
                        Collectors.mapping(it -> Objects.requireNonNull(it.status()), Collectors.toList())))
                .forEach((institution, places) -> statuses.set(institution, purpose, places, on));
    }

    private static Proof proof(Diploma diploma, String keyId, byte[] signature) {
        return new Proof(signature, Objects.requireNonNull(diploma.signedAt()), keyId);
    }

    private static Award award(Diploma it, String slug, Wording wording, OffsetDateTime at, long status) {
        return new Award(
                new Issuer(it.institutionId(), slug, it.institutionName()),
                it.code(),
                Objects.requireNonNull(it.serial()),
                Objects.requireNonNull(it.registerNumber()),
                wording.title(),
                wording.titleEn(),
                it.fullName(),
                it.birthDate(),
                it.birthPlace(),
                it.occupationCode(),
                it.occupation(),
                it.level().name(),
                wording.level(),
                wording.levelEn(),
                it.average().setScale(1).toPlainString(),
                wording.rank(),
                wording.rankEn(),
                it.decisionNumber(),
                it.decidedOn(),
                at,
                status);
    }

    private String slug(long institutionId) {
        return jdbc.sql("select slug from institution.plate where id = :id")
                .param("id", institutionId)
                .query(String.class)
                .single();
    }
}
