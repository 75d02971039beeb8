package vn.lanhnghe.credential;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Standing;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** The register of diplomas: prepared by one person, signed by another, revoked with a reason. */
@Service
@Transactional
public class Diplomas {

    private final DiplomaRepository diplomas;
    private final DecisionRepository decisions;
    private final SigningKeys keys;
    private final Enrolments enrolments;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Diplomas(
            DiplomaRepository diplomas,
            DecisionRepository decisions,
            SigningKeys keys,
            Enrolments enrolments,
            Acts acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.diplomas = diplomas;
        this.decisions = decisions;
        this.keys = keys;
        this.enrolments = enrolments;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /** Prepares the diplomas of one decision from checked rows; the person in scope is the one who prepared them. */
    void prepare(long batchId, List<SheetRow> rows, Map<String, Standing> standings) {
        var scope = Scope.current();
        var first = rows.getFirst();
        var institution = Objects.requireNonNull(scope.institutionId());
        var preparer = Objects.requireNonNull(scope.accountId());
        var decision = decisions.prepare(
                institution,
                first.get("decisionNumber"),
                Objects.requireNonNull(first.date("decidedOn")),
                batchId,
                preparer,
                scope.actor());
        diplomas.insert(rows.stream()
                .map(row -> facts(row, Objects.requireNonNull(standings.get(row.get("studentCode"))))
                        .addValue("decisionId", decision)
                        .addValue("preparedBy", preparer)
                        .addValue("batchId", batchId))
                .toList());
        acts.record(
                ActKind.GRADUATION_PREPARED,
                new Subject("decision", decision, institution),
                "Lập %d văn bằng theo quyết định %s, tệp số %d"
                        .formatted(rows.size(), first.get("decisionNumber"), batchId),
                null);
    }

    private static MapSqlParameterSource facts(SheetRow row, Standing standing) {
        var enrolment = standing.enrolment();
        return new MapSqlParameterSource()
                .addValue("institutionId", enrolment.institutionId())
                .addValue("siteId", enrolment.siteId())
                .addValue("enrolmentId", enrolment.id())
                .addValue("learnerId", enrolment.learnerId())
                .addValue("code", Code.random())
                .addValue("serial", row.get("serial"))
                .addValue("registerNumber", row.get("registerNumber"))
                .addValue("institutionName", enrolment.institution())
                .addValue("fullName", enrolment.fullName())
                .addValue("folded", Vietnamese.fold(enrolment.fullName()))
                .addValue("sortKey", Vietnamese.sortKey(enrolment.fullName()))
                .addValue("birthDate", enrolment.birthDate())
                .addValue(
                        "birthPlace", row.text("birthPlace") == null ? enrolment.birthPlace() : row.text("birthPlace"))
                .addValue("occupationCode", enrolment.occupationCode())
                .addValue("occupation", enrolment.occupation())
                .addValue("level", enrolment.level().name())
                .addValue("average", standing.average())
                .addValue("rank", Objects.requireNonNull(standing.rank()).code())
                .addValue("decisionNumber", row.get("decisionNumber"))
                .addValue("decidedOn", row.date("decidedOn"));
    }

    /** The numbers of the decisions in scope that still wait for a signature. */
    @Transactional(readOnly = true)
    public List<Long> listOpenDecisions() {
        return decisions.list().stream()
                .filter(Decision::open)
                .map(Decision::id)
                .toList();
    }

    /** Signs every prepared diploma of the decision; refused to whoever prepared it. Answers with how many were signed. */
    @PreAuthorize("hasAuthority('CREDENTIAL_SIGN')")
    public int sign(long decisionId) {
        var decision = decisions.find(decisionId).orElseThrow(() -> new NotFound("Không có quyết định này."));
        var scope = Scope.current();
        var signer = Objects.requireNonNull(scope.accountId());
        var prepared = diplomas.listPrepared(decisionId);
        if (decision.preparedBy() == signer || prepared.stream().anyMatch(it -> it.preparedBy() == signer)) {
            throw new Refusal(
                    "Bạn đã lập danh sách này nên không thể tự ký. Hãy nhờ hiệu trưởng hoặc người được uỷ quyền ký.");
        }
        if (prepared.isEmpty()) {
            throw new Refusal("Quyết định này không còn văn bằng nào chờ ký.");
        }
        var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        diplomas.sign(
                prepared.stream().collect(Collectors.toMap(Diploma::id, it -> keys.sign(it.facts()))),
                keys.id(),
                signer,
                scope.actor(),
                at);
        decisions.sign(decisionId, signer, scope.actor(), at);
        enrolments.graduate(prepared.stream().map(Diploma::enrolmentId).toList());
        var summary = "Ký theo quyết định " + decision.number();
        acts.record(
                ActKind.DIPLOMA_SIGNED,
                "diploma",
                prepared.stream().map(Diploma::id).toList(),
                decision.institutionId(),
                summary,
                null);
        acts.record(
                ActKind.DIPLOMA_SIGNED,
                new Subject("decision", decisionId, decision.institutionId()),
                "Ký %d văn bằng".formatted(prepared.size()),
                null);
        events.publishEvent(new DiplomasSigned(decisionId, decision.institutionId(), prepared.size()));
        return prepared.size();
    }

    @PreAuthorize("hasAuthority('CREDENTIAL_REVOKE')")
    public void revoke(long id, Revocation revocation) {
        var diploma = diplomas.find(id).orElseThrow(() -> new NotFound("Không có văn bằng này."));
        if (!diplomas.revoke(id, revocation, Scope.current().actor())) {
            throw new Refusal(
                    diploma.state() == DiplomaState.REVOKED
                            ? "Văn bằng này đã bị thu hồi trước đó."
                            : "Văn bằng này chưa ký nên không có gì để thu hồi.");
        }
        enrolments.reopen(diploma.enrolmentId());
        acts.record(
                ActKind.DIPLOMA_REVOKED,
                new Subject("diploma", id, diploma.institutionId()),
                "Thu hồi văn bằng số hiệu %s theo quyết định %s".formatted(diploma.serial(), revocation.decision()),
                revocation.reason());
        events.publishEvent(new DiplomaRevoked(id, diploma.institutionId()));
    }
}
