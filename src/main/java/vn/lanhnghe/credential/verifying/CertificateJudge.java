package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.certifying.Certifying;
import vn.lanhnghe.credential.verifying.Rung.State;
import vn.lanhnghe.credential.verifying.Rung.Step;
import vn.lanhnghe.document.reading.Uploaded;
import vn.lanhnghe.person.training.TrainingCertificate;
import vn.lanhnghe.person.training.TrainingCertificates;
import vn.lanhnghe.proof.Fact;
import vn.lanhnghe.proof.Verdict;
import vn.lanhnghe.proof.Verified;
import vn.lanhnghe.ui.Vi;

/** Climbs the shorter ladder of a certificate of training: in the register, as shown, in force, signed. */
@Component
class CertificateJudge {

    /** How a certificate names what a credential of it tells; what is not here no certificate prints. */
    private record Named(Fact fact, String label, String english) {}

    private static final List<Named> PRINTED = List.of(
            new Named(Fact.FULL_NAME, "Họ và tên", "Full name"),
            new Named(Fact.BIRTH_DATE, "Ngày sinh", "Date of birth"),
            new Named(Fact.OCCUPATION, "Khoá bồi dưỡng", "Course"),
            new Named(Fact.OCCUPATION_CODE, "Mã khoá", "Course code"),
            new Named(Fact.LEVEL, "Thời lượng", "Hours"),
            new Named(Fact.AVERAGE, "Kết quả", "Result"),
            new Named(Fact.SERIAL, "Số chứng nhận", "Number"),
            new Named(Fact.DECIDED_ON, "Ngày cấp", "Issued on"),
            new Named(Fact.INSTITUTION, "Đơn vị cấp", "Issued by"));

    private final TrainingCertificates certificates;
    private final Certifying certifying;
    private final OnPaper onPaper;

    CertificateJudge(TrainingCertificates certificates, Certifying certifying, OnPaper onPaper) {
        this.certificates = certificates;
        this.certifying = certifying;
        this.onPaper = onPaper;
    }

    Optional<Check> byCode(String code) {
        return certificates.lookUp(code).map(it -> judge(it, Judge.Shown.NOTHING));
    }

    /** The certificate on which these three stand. */
    Optional<Check> byWords(String printed, String foldedName, LocalDate birthDate) {
        return certificates
                .lookUp(printed.toUpperCase(Locale.ROOT), foldedName, birthDate)
                .map(it -> {
                    var award = certifying.award(it);
                    return judge(
                            it,
                            new Judge.Shown(
                                    Stream.of(Fact.SERIAL, Fact.FULL_NAME, Fact.BIRTH_DATE)
                                            .map(fact -> new Compared(
                                                    label(fact, Named::label, fact.label()),
                                                    label(fact, Named::english, fact.english()),
                                                    OnPaper.shown(fact, fact.of(award)),
                                                    OnPaper.shown(fact, fact.of(award)),
                                                    true))
                                            .toList(),
                                    null,
                                    null));
                });
    }

    /** The certificate of this code, held against the paper that shows the code. */
    Optional<Check> byCode(String code, Uploaded.Paper paper) {
        return certificates.lookUp(code).map(it -> judge(it, onPaper.add(paper, expected(it), Judge.Shown.NOTHING)));
    }

    /** The certificate that a credential says it is, its words and those of the paper around it held against the register's. */
    Optional<Check> byCredential(
            String code, Verified verified, @Nullable Outcome against, Uploaded.@Nullable Paper paper) {
        return certificates.lookUp(code).map(it -> {
            var award = certifying.award(it);
            var compared = Stream.of(Fact.values())
                    .filter(fact -> fact.of(award) != null || verified.facts().containsKey(fact))
                    .map(fact -> new Compared(
                            label(fact, Named::label, fact.label()),
                            label(fact, Named::english, fact.english()),
                            OnPaper.shown(fact, verified.facts().get(fact)),
                            OnPaper.shown(fact, fact.of(award)),
                            fact.agrees(award, verified.facts())))
                    .toList();
            var shown = new Judge.Shown(compared, against, against == null ? null : verified.reason());
            return judge(it, paper == null ? shown : onPaper.add(paper, expected(it), shown));
        });
    }

    private static String label(Fact fact, Function<Named, String> name, String otherwise) {
        return PRINTED.stream()
                .filter(it -> it.fact() == fact)
                .map(name)
                .findFirst()
                .orElse(otherwise);
    }

    private OnPaper.Expected expected(TrainingCertificate it) {
        var award = certifying.award(it);
        return new OnPaper.Expected(
                it.institutionId(),
                it.issuerName(),
                true,
                PRINTED.stream()
                        .flatMap(one -> OnPaper.Line.of(one.fact(), one.label(), one.english(), award))
                        .toList());
    }

    private Check judge(TrainingCertificate it, Judge.Shown shown) {
        var verdict = certifying.verify(it);
        var printed = Code.printed(it.code());
        var differing = shown.compared().stream().filter(one -> !one.same()).toList();
        var ladder = List.of(
                new Rung(Step.EXISTS, State.OK, "mã " + printed, "code " + printed),
                shown.compared().isEmpty()
                        ? new Rung(
                                Step.FIELDS,
                                State.OPEN,
                                "chỉ có mã; so giấy với các dòng bên trên",
                                "only the code was given; compare the paper with the lines above")
                        : new Rung(
                                Step.FIELDS,
                                differing.isEmpty() ? State.OK : State.BAD,
                                differing.isEmpty()
                                        ? "%s nội dung đã so, khớp tất cả"
                                                .formatted(Vi.count(
                                                        shown.compared().size()))
                                        : "khác ở %s nội dung".formatted(Vi.count(differing.size())),
                                differing.isEmpty()
                                        ? "all facts match"
                                        : "%d facts differ".formatted(differing.size())),
                it.state() == TrainingCertificate.State.VALID
                        ? new Rung(Step.IN_FORCE, State.OK, "không có quyết định thu hồi", "it was not revoked")
                        : new Rung(
                                Step.IN_FORCE,
                                State.BAD,
                                "thu hồi %s, vì: %s".formatted(Vi.time(it.revokedAt()), it.reason()),
                                "revoked on "
                                        + Vi.day(Objects.requireNonNull(it.revokedAt())
                                                .atZoneSameInstant(Vi.ZONE)
                                                .toLocalDate())),
                signature(it, verdict, shown));
        return new Check(
                outcome(it, verdict, shown, !differing.isEmpty()),
                null,
                null,
                ladder,
                shown.compared(),
                List.of(),
                null,
                shown.told(),
                it);
    }

    private static Rung signature(TrainingCertificate it, Verdict verdict, Judge.Shown shown) {
        if (shown.against() == Outcome.FILE_ALTERED || shown.against() == Outcome.UNKNOWN_ISSUER) {
            return new Rung(
                    Step.SIGNATURE,
                    State.BAD,
                    Objects.requireNonNullElse(shown.told(), "chữ ký trong tệp không đúng"),
                    "the signature in the file is not right");
        }
        return verdict == Verdict.FINE
                ? new Rung(
                        Step.SIGNATURE,
                        State.OK,
                        "%s ký lúc %s; chữ ký Ed25519 khớp từng chữ".formatted(it.issuerName(), Vi.time(it.signedAt())),
                        "signed by the issuer's own key; it matches every word")
                : new Rung(
                        Step.SIGNATURE,
                        State.BAD,
                        verdict == Verdict.KEY_NOT_VALID_THEN
                                ? "khoá ký không có giá trị vào lúc ký hoặc đã báo lộ"
                                : "chữ ký không khớp với nội dung trong sổ",
                        "the signature does not stand for this record");
    }

    /** The gravest first, as with diplomas. */
    private static Outcome outcome(TrainingCertificate it, Verdict verdict, Judge.Shown shown, boolean differs) {
        if (verdict == Verdict.KEY_NOT_VALID_THEN) {
            return Outcome.KEY_NOT_TRUSTED;
        }
        if (verdict != Verdict.FINE) {
            return Outcome.ALTERED;
        }
        if (shown.against() != null) {
            return shown.against();
        }
        return differs
                ? Outcome.PAPER_DIFFERS
                : it.state() == TrainingCertificate.State.REVOKED ? Outcome.TRAINING_REVOKED : Outcome.TRAINING;
    }
}
