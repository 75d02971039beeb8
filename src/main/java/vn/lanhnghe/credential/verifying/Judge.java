package vn.lanhnghe.credential.verifying;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Credentials;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.copying.Copy;
import vn.lanhnghe.credential.life.Annotation;
import vn.lanhnghe.credential.life.Lives;
import vn.lanhnghe.credential.verifying.Rung.State;
import vn.lanhnghe.credential.verifying.Rung.Step;
import vn.lanhnghe.proof.Verdict;
import vn.lanhnghe.ui.Vi;

/** Climbs the chain of authority behind a diploma, rung by rung, and says what it comes to. */
@Component
class Judge {

    /** What is known of a file beside the diploma it is about: what it says, and whether its own signature speaks against it. */
    record Shown(
            List<Compared> compared,
            @Nullable Outcome against,
            @Nullable String told) {
        static final Shown NOTHING = new Shown(List.of(), null, null);
    }

    private final Allowances allowances;
    private final Credentials credentials;
    private final Lives lives;

    Judge(Allowances allowances, Credentials credentials, Lives lives) {
        this.allowances = allowances;
        this.credentials = credentials;
        this.lives = lives;
    }

    Check judge(Found found, Shown shown, Copy.@Nullable Found copy) {
        var diploma = found.diploma();
        var allowed = allowances.of(diploma, found.entered());
        var verdict = credentials.verify(diploma);
        var annotations = found.entered().ruled() ? lives.annotations(diploma.code()) : List.<Annotation>of();
        var entered = entered(diploma, found.entered());
        var licensed = licensed(diploma, allowed);
        var quota = quota(found.entered(), allowed);
        var ladder = List.of(
                new Rung(Step.EXISTS, State.OK, "mã " + diploma.printedCode(), "code " + diploma.printedCode()),
                fields(shown.compared()),
                inForce(diploma),
                signature(diploma, verdict, shown),
                entered,
                licensed,
                quota);
        return new Check(
                outcome(diploma, verdict, annotations, ladder, shown, copy),
                diploma,
                found.issuer(),
                ladder,
                shown.compared(),
                annotations,
                copy,
                shown.told(),
                null);
    }

    /** The gravest first: what cannot be trusted, what is out of force, what differs, what is to be asked about. */
    private static Outcome outcome(
            Diploma diploma,
            Verdict verdict,
            List<Annotation> annotations,
            List<Rung> ladder,
            Shown shown,
            Copy.@Nullable Found copy) {
        if (verdict == Verdict.KEY_NOT_VALID_THEN) {
            return Outcome.KEY_NOT_TRUSTED;
        }
        if (verdict != Verdict.FINE || state(ladder, Step.REGISTER) == State.BAD) {
            return Outcome.ALTERED;
        }
        if (shown.against() != null) {
            return shown.against();
        }
        if (shown.compared().stream().anyMatch(it -> !it.same())) {
            return Outcome.PAPER_DIFFERS;
        }
        return switch (diploma.state()) {
            case SUSPENDED -> Outcome.SUSPENDED;
            case REVOKED -> Outcome.REVOKED;
            case ANNULLED -> Outcome.ANNULLED;
            case REPLACED -> Outcome.REPLACED;
            default -> {
                if (state(ladder, Step.LICENCE) == State.WARN) {
                    yield Outcome.NOT_LICENSED;
                }
                if (state(ladder, Step.QUOTA) == State.WARN) {
                    yield Outcome.OVER_QUOTA;
                }
                if (annotations.stream().anyMatch(it -> !it.corrections().isEmpty())) {
                    yield Outcome.CORRECTED;
                }
                yield copy == null ? Outcome.VALID : Outcome.COPY;
            }
        };
    }

    private static State state(List<Rung> ladder, Step step) {
        return ladder.stream()
                .filter(it -> it.step() == step)
                .map(Rung::state)
                .findFirst()
                .orElse(State.OPEN);
    }

    private static Rung fields(List<Compared> compared) {
        if (compared.isEmpty()) {
            return new Rung(
                    Step.FIELDS,
                    State.OPEN,
                    "bạn so từng dòng trên giấy với các dòng ở đây",
                    "compare the paper with the lines shown here");
        }
        var different = compared.stream().filter(it -> !it.same()).toList();
        return different.isEmpty()
                ? new Rung(
                        Step.FIELDS,
                        State.OK,
                        "%s nội dung đã so, khớp tất cả".formatted(Vi.count(compared.size())),
                        "%d facts compared, all the same".formatted(compared.size()))
                : new Rung(
                        Step.FIELDS,
                        State.BAD,
                        "khác ở: "
                                + joined(different.stream().map(Compared::label).toList()),
                        "different: "
                                + joined(different.stream()
                                        .map(Compared::english)
                                        .toList()));
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }

    private static Rung inForce(Diploma diploma) {
        var since = "%s từ %s".formatted(lower(diploma.state()), Vi.time(diploma.stateAt()))
                + (diploma.stateDecision() == null ? "" : ", quyết định " + diploma.stateDecision());
        var sinceEnglish = "since %s"
                .formatted(Vi.day(diploma.stateAt().atZoneSameInstant(Vi.ZONE).toLocalDate()));
        return switch (diploma.state()) {
            case VALID ->
                new Rung(
                        Step.IN_FORCE,
                        State.OK,
                        "không có quyết định thu hồi, huỷ bỏ hay tạm dừng",
                        "no decision revokes, annuls or suspends it");
            case SUSPENDED -> new Rung(Step.IN_FORCE, State.WARN, since, "suspended " + sinceEnglish);
            case REPLACED -> new Rung(Step.IN_FORCE, State.WARN, since, "replaced " + sinceEnglish);
            default -> new Rung(Step.IN_FORCE, State.BAD, since, "out of force " + sinceEnglish);
        };
    }

    private static String lower(DiplomaState state) {
        return state.label().toLowerCase(java.util.Locale.ROOT);
    }

    private static Rung signature(Diploma diploma, Verdict verdict, Shown shown) {
        if (shown.against() == Outcome.FILE_ALTERED || shown.against() == Outcome.UNKNOWN_ISSUER) {
            return new Rung(
                    Step.SIGNATURE,
                    State.BAD,
                    Objects.requireNonNullElse(shown.told(), "chữ ký trong tệp không đúng"),
                    "the signature in the file is not right");
        }
        return switch (verdict) {
            case FINE ->
                new Rung(
                        Step.SIGNATURE,
                        State.OK,
                        "%s ký lúc %s; chữ ký Ed25519 khớp từng chữ"
                                .formatted(diploma.signedByName(), Vi.time(diploma.signedAt())),
                        "signed by the college's own key; it matches every word");
            case KEY_NOT_VALID_THEN ->
                new Rung(
                        Step.SIGNATURE,
                        State.BAD,
                        "khoá ký không có giá trị vào lúc ký hoặc đã báo lộ",
                        "the key was not valid at that time or was reported stolen");
            default ->
                new Rung(
                        Step.SIGNATURE,
                        State.BAD,
                        "chữ ký không khớp với nội dung trong sổ",
                        "the signature does not match the record");
        };
    }

    private static Rung entered(Diploma diploma, Entered entered) {
        var number = entered.number();
        if (number == null) {
            return new Rung(
                    Step.REGISTER,
                    State.OPEN,
                    "cấp trước khi trường có sổ gốc điện tử",
                    "issued before the college kept its book here");
        }
        return number.equals(diploma.registerNumber())
                ? new Rung(
                        Step.REGISTER,
                        State.OK,
                        "số %s, ghi ngày %s".formatted(number, Vi.time(Objects.requireNonNull(entered.at()))),
                        "number " + number)
                : new Rung(
                        Step.REGISTER,
                        State.BAD,
                        "sổ gốc ghi số khác: " + number,
                        "the book says another number: " + number);
    }

    private static Rung licensed(Diploma diploma, Allowed allowed) {
        if (allowed.licence() != null) {
            return new Rung(
                    Step.LICENCE,
                    State.OK,
                    "giấy chứng nhận số %s, từ %s"
                            .formatted(allowed.licence(), Vi.day(Objects.requireNonNull(allowed.licensedFrom()))),
                    "licence " + allowed.licence());
        }
        return allowed.licencesKnown()
                ? new Rung(
                        Step.LICENCE,
                        State.WARN,
                        "ngày %s, sổ giấy phép không ghi ngành, nghề này ở trình độ này"
                                .formatted(Vi.day(diploma.decidedOn())),
                        "not in the register of licences on that day")
                : new Rung(
                        Step.LICENCE,
                        State.OPEN,
                        "sổ giấy phép chưa có giấy nào của trường cho ngày %s".formatted(Vi.day(diploma.decidedOn())),
                        "no licence of that time has been recorded yet");
    }

    private static Rung quota(Entered entered, Allowed allowed) {
        var quota = allowed.quota();
        if (quota == null || entered.cohort() == 0) {
            return new Rung(
                    Step.QUOTA,
                    State.OPEN,
                    "chưa có quy mô hoặc năm tuyển của khoá học",
                    "quota or year of admission not recorded");
        }
        var told = "khoá %d tuyển %s người, quy mô %s người một năm"
                .formatted(entered.cohort(), Vi.count(allowed.taken()), Vi.count(quota));
        var english = "%d admitted in %d, quota %d a year".formatted(allowed.taken(), entered.cohort(), quota);
        return new Rung(Step.QUOTA, allowed.taken() <= quota ? State.OK : State.WARN, told, english);
    }
}
