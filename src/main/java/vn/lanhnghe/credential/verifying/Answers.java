package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Wording;

/** A check as JSON: the same words as on the page. */
final class Answers {

    /** In two languages. */
    public record Words(String vi, String en) {}

    public record Step(String step, String state, Words asks, Words found) {}

    public record IssuedBy(String name, String page) {}

    public record Paper(
            String code,
            @Nullable String serial,
            @Nullable String registerNumber,
            String fullName,
            LocalDate birthDate,
            @Nullable String birthPlace,
            Words award,
            Words level,
            String occupationCode,
            String occupation,
            Words classification,
            String decisionNumber,
            LocalDate decidedOn,
            @Nullable OffsetDateTime signedAt,
            String state) {}

    /** {@code diploma}, {@code issuer} and {@code ladder} only when one was met. */
    public record Answer(
            OffsetDateTime checkedAt,
            String outcome,
            String kind,
            Words label,
            Words meaning,
            Words next,
            @Nullable Paper diploma,
            @Nullable IssuedBy issuer,
            List<Step> ladder,
            List<String> corrections,
            @Nullable Training training) {}

    /** A certificate of training, when one was met. */
    public record Training(
            String code,
            String number,
            String fullName,
            String course,
            int hours,
            String result,
            LocalDate issuedOn,
            String issuer,
            String state) {}

    private Answers() {}

    static Answer of(Check check, @Nullable Wording wording, OffsetDateTime at, String site) {
        var outcome = check.outcome();
        var issuer = check.issuer();
        return new Answer(
                at,
                outcome.name(),
                outcome.kind(),
                new Words(outcome.label(), outcome.english()),
                new Words(outcome.meaning(), outcome.meaningEnglish()),
                new Words(outcome.next(), outcome.nextEnglish()),
                paper(check, wording),
                issuer == null ? null : new IssuedBy(issuer.name(), site + "/co-so/" + issuer.slug()),
                check.ladder().stream()
                        .map(it -> new Step(
                                it.step().name(),
                                it.state().name(),
                                new Words(it.step().label(), it.step().english()),
                                new Words(it.told(), it.toldEnglish())))
                        .toList(),
                check.annotations().stream()
                        .flatMap(it -> it.corrections().stream())
                        .map(it -> it.told())
                        .toList(),
                training(check));
    }

    private static @Nullable Training training(Check check) {
        var it = check.training();
        return it == null
                ? null
                : new Training(
                        Code.printed(it.code()),
                        it.printed(),
                        it.fullName(),
                        it.courseTitle(),
                        it.hours(),
                        it.result(),
                        it.issuedOn(),
                        it.issuerName(),
                        it.state().name());
    }

    private static @Nullable Paper paper(Check check, @Nullable Wording wording) {
        var it = check.diploma();
        return it == null || wording == null
                ? null
                : new Paper(
                        it.printedCode(),
                        it.serial(),
                        it.registerNumber(),
                        it.fullName(),
                        it.birthDate(),
                        it.birthPlace(),
                        new Words(wording.title(), wording.titleEn()),
                        new Words(wording.level(), wording.levelEn()),
                        it.occupationCode(),
                        it.occupation(),
                        new Words(wording.rank(), wording.rankEn()),
                        it.decisionNumber(),
                        it.decidedOn(),
                        it.signedAt(),
                        it.state().name());
    }
}
