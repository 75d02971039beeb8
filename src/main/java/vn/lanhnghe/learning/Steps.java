package vn.lanhnghe.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** The life of a course of study, step by step, as the rules allow (learning.step_rule); the last step can be undone. */
@Service
@Transactional
@PreAuthorize("hasAuthority('LEARNER_EDIT')")
public class Steps {

    /** A step that can be taken from where somebody stands. */
    public record Rule(String kind, String label, String fromStatus, Status toStatus, boolean needsDecision) {}

    private final JdbcClient jdbc;
    private final EnrolmentRepository enrolments;
    private final Acts acts;
    private final Clock clock;

    Steps(JdbcClient jdbc, EnrolmentRepository enrolments, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
        this.acts = acts;
        this.clock = clock;
    }

    @PreAuthorize("hasAnyAuthority('LEARNER_VIEW', 'SELF_VIEW')")
    List<Rule> listOffered(Status from) {
        return jdbc.sql("""
                select kind, label, from_status, to_status, needs_decision from learning.step_rule where from_status = :from order by label
                """).param("from", from.name()).query(Rule.class).list();
    }

    @PreAuthorize("hasAnyAuthority('LEARNER_VIEW', 'SELF_VIEW')")
    public List<Step> list(long enrolmentId) {
        return jdbc.sql("""
                select s.id, s.enrolment_id, s.kind, r.label, s.from_status, s.to_status, s.effective_on, s.until_on, s.decision_number,
                       s.decision_on, s.reason, s.elsewhere, s.recorder, s.recorded_at, s.undone_at, s.undone_by, s.undone_reason
                  from learning.step s join learning.step_rule r on r.kind = s.kind and r.from_status = s.from_status
                 where s.enrolment_id = :id order by s.id desc
                """).param("id", enrolmentId).query(Step.class).list();
    }

    /** Takes a step; answers with what it is called. */
    public String take(long enrolmentId, NewStep step) {
        var enrolment = get(enrolmentId);
        var rule = listOffered(enrolment.status()).stream()
                .filter(it -> it.kind().equals(step.kind()))
                .findFirst()
                .orElseThrow(() -> new Refusal("Người đang “%s” không làm bước này được. Hãy mở lại hồ sơ."
                        .formatted(enrolment.status().label())));
        var effective = step.effectiveOn();
        var admitted = enrolment.admittedOn();
        if (effective == null) {
            throw new Refusal("Hãy ghi ngày có hiệu lực (dd/MM/yyyy).");
        }
        if (admitted != null && effective.isBefore(admitted)) {
            throw new Refusal("Ngày hiệu lực %s sớm hơn ngày nhập học %s. Kiểm tra lại ngày trên quyết định."
                    .formatted(Vi.day(effective), Vi.day(admitted)));
        }
        if (effective.isAfter(LocalDate.now(clock).plusMonths(6))) {
            throw new Refusal("Ngày hiệu lực %s xa quá sáu tháng. Kiểm tra lại năm.".formatted(Vi.day(effective)));
        }
        if (tidy(step.reason()) == null) {
            throw new Refusal("Hãy ghi lý do, ví dụ “Gia đình chuyển nơi ở”.");
        }
        if (rule.needsDecision() && (tidy(step.decisionNumber()) == null || step.decisionOn() == null)) {
            throw new Refusal("“%s” cần số và ngày quyết định.".formatted(rule.label()));
        }
        if (step.untilOn() != null && step.untilOn().isBefore(effective)) {
            throw new Refusal("Ngày hết hạn phải sau ngày hiệu lực.");
        }
        if (rule.toStatus() == Status.TRANSFERRED && tidy(step.elsewhere()) == null) {
            throw new Refusal("Hãy ghi trường chuyển đến.");
        }
        move(enrolment, rule.toStatus());
        jdbc.sql("""
                insert into learning.step (enrolment_id, institution_id, site_id, kind, from_status, to_status, effective_on, until_on,
                                           decision_number, decision_on, reason, elsewhere, recorder)
                values (:id, :institution, :site, :kind, :from, :to, :effective, :until, :number, :decided, :reason, :elsewhere, :actor)
                """)
                .param("id", enrolmentId)
                .param("institution", enrolment.institutionId())
                .param("site", enrolment.siteId())
                .param("kind", rule.kind())
                .param("from", enrolment.status().name())
                .param("to", rule.toStatus().name())
                .param("effective", effective)
                .param("until", step.untilOn())
                .param("number", tidy(step.decisionNumber()))
                .param("decided", step.decisionOn())
                .param("reason", tidy(step.reason()))
                .param("elsewhere", tidy(step.elsewhere()))
                .param("actor", Scope.current().actor())
                .update();
        record(
                ActKind.STATUS_CHANGED,
                enrolment,
                "%s → %s (%s) từ %s"
                        .formatted(
                                enrolment.status().label(), rule.toStatus().label(), rule.label(), Vi.day(effective)),
                tidy(step.reason()));
        return rule.label();
    }

    /** Undoes the last step that stands. */
    public void undo(long enrolmentId, long stepId, String reason) {
        var enrolment = get(enrolmentId);
        var last = list(enrolmentId).stream().filter(Step::stands).findFirst();
        if (last.isEmpty() || last.get().id() != stepId) {
            throw new Refusal("Chỉ hoàn tác được bước cuối cùng. Hãy mở lại hồ sơ.");
        }
        if (tidy(reason) == null) {
            throw new Refusal("Hãy ghi lý do hoàn tác.");
        }
        if (enrolment.status() != last.get().toStatus()) {
            throw new Refusal("Tình trạng đã đổi tiếp thành “%s” sau bước này nên không hoàn tác được."
                    .formatted(enrolment.status().label()));
        }
        move(enrolment, last.get().fromStatus());
        jdbc.sql(
                        "update learning.step set undone_at = now(), undone_by = :actor, undone_reason = :reason where id = :id")
                .param("actor", Scope.current().actor())
                .param("reason", tidy(reason))
                .param("id", stepId)
                .update();
        record(
                ActKind.STATUS_UNDONE,
                enrolment,
                "Hoàn tác “%s”: trở lại %s"
                        .formatted(last.get().label(), last.get().fromStatus().label()),
                tidy(reason));
    }

    private void move(Enrolment enrolment, Status to) {
        var moved = jdbc.sql("update learning.enrolment set status = :to where id = :id and status = :from")
                .param("to", to.name())
                .param("id", enrolment.id())
                .param("from", enrolment.status().name())
                .update();
        if (moved == 0) {
            throw new Refusal("Hồ sơ vừa được người khác đổi. Hãy mở lại rồi làm tiếp.");
        }
    }

    private Enrolment get(long id) {
        var enrolment = enrolments.find(id);
        return enrolment
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có hồ sơ này trong phạm vi của bạn."));
    }

    private static @Nullable String tidy(@Nullable String text) {
        var tidy = text == null ? "" : Vietnamese.tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }

    private void record(ActKind kind, Enrolment enrolment, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("enrolment", enrolment.id(), enrolment.institutionId()), summary, reason);
    }
}
