package vn.lanhnghe.learning;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.law.Laws;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;
import vn.lanhnghe.ui.Vi;

/**
 * Bảng điểm on paper: what the register says now. Each time that differs from the last paper it is a new edition with a code of
 * its own, and the earlier one says, when it is looked up, that it is no longer the latest.
 */
@Component
class Transcripts {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Documents documents;
    private final Enrolments enrolments;
    private final TranscriptRepository transcripts;
    private final List<ConductNote> conduct;
    private final Awards awards;
    private final Laws laws;
    private final Rehearsal rehearsal;
    private final Acts acts;
    private final Clock clock;

    Transcripts(
            Documents documents,
            Enrolments enrolments,
            TranscriptRepository transcripts,
            List<ConductNote> conduct,
            Awards awards,
            Laws laws,
            Rehearsal rehearsal,
            Acts acts,
            Clock clock) {
        this.documents = documents;
        this.enrolments = enrolments;
        this.transcripts = transcripts;
        this.conduct = conduct;
        this.awards = awards;
        this.laws = laws;
        this.rehearsal = rehearsal;
        this.acts = acts;
        this.clock = clock;
    }

    /** The edition that says what the register says now, made if there is none. */
    @Transactional
    public Transcript issue(Standing standing) {
        var enrolment = standing.enrolment();
        var facts = facts(standing);
        return transcripts.findSame(enrolment.id(), facts).orElseGet(() -> {
            var made = transcripts.insert(enrolment, code(), facts);
            acts.record(
                    ActKind.TRANSCRIPT_ISSUED,
                    new Subject("enrolment", enrolment.id(), enrolment.institutionId()),
                    "Bảng điểm bản %d, mã %s".formatted(made.edition(), made.printedCode()),
                    null);
            return made;
        });
    }

    /** The PDF; {@code base} is the address under which codes are looked up. */
    byte[] print(Transcript transcript, String base) {
        var link = base + "/bang-diem/" + transcript.printedCode();
        return documents.pdf(Page.text(
                "learning/transcript-paper",
                new TranscriptPaper(transcript, link, Qr.dataUri(link), LocalDate.now(clock), rehearsal.rehearsal())));
    }

    private Transcript.Facts facts(Standing standing) {
        var enrolment = standing.enrolment();
        var overall = conduct.stream()
                .flatMap(it -> it.overall(enrolment.id()).stream())
                .findFirst();
        var clause = laws.get(enrolments.grading().clauseCode());
        var rank = standing.unmet().isEmpty() ? standing.rank() : null;
        return new Transcript.Facts(
                enrolment.institution(),
                enrolment.fullName(),
                enrolment.studentCode(),
                Vi.day(enrolment.birthDate()),
                Objects.toString(enrolment.birthPlace(), ""),
                enrolment.occupation(),
                enrolment.occupationCode(),
                enrolment.level().label(),
                enrolment.level().english(),
                Vi.day(enrolment.admittedOn()),
                standing.results().stream().map(it -> line(standing, it)).toList(),
                plain(standing.results().stream().map(ModuleResult::credits).reduce(BigDecimal.ZERO, BigDecimal::add)),
                Vi.mark(standing.average()),
                standing.points() == null ? null : Vi.mark2(standing.points()),
                rank == null ? null : rank.label(),
                rank == null ? null : rank.english(),
                overall.map(it -> it.total() + " – " + it.label()).orElse(null),
                overall.map(it -> it.total() + " – " + it.english()).orElse(null),
                standing.unmet(),
                awards.listOf(enrolment.id()).stream()
                        .map(Awards.Award::serial)
                        .findFirst()
                        .orElse(null),
                clause.label() + (clause.verified() ? "" : " (chưa xác minh)"));
    }

    private static Transcript.Line line(Standing standing, ModuleResult result) {
        var remark = result.exempt()
                ? "miễn, bảo lưu"
                : result.condition() ? "môn điều kiện" : result.sittings() > 1 ? "thi lần " + result.sittings() : "";
        var english = result.exempt()
                ? "exempted or carried over"
                : result.condition() ? "prerequisite" : result.sittings() > 1 ? "sitting " + result.sittings() : "";
        return new Transcript.Line(
                result.code(),
                result.name(),
                plain(result.credits()),
                result.absent() ? "vắng" : Vi.mark(result.mark()),
                standing.letter(result),
                remark,
                english);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String code() {
        var code = new StringBuilder("BD");
        while (code.length() < LENGTH) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
