package vn.lanhnghe.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Entered;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Hồ sơ người học: changed by hand with a reason, guardians for the young, two records of one person made one and taken apart. */
@Service
@Transactional
@PreAuthorize("hasAuthority('LEARNER_EDIT')")
public class Learners {

    /** Shown only to those who say why, and never written into the journal. */
    public static final Set<String> SENSITIVE = Set.of(
            "citizenId", "passport", "ethnicity", "religion", "policyGroup", "permanentAddress", "currentAddress");

    private final LearnerRepository learners;
    private final EnrolmentRepository enrolments;
    private final LearnerSheet sheet;
    private final HandEdits hands;
    private final Acts acts;

    Learners(
            LearnerRepository learners,
            EnrolmentRepository enrolments,
            LearnerSheet sheet,
            HandEdits hands,
            Acts acts) {
        this.learners = learners;
        this.enrolments = enrolments;
        this.sheet = sheet;
        this.hands = hands;
        this.acts = acts;
    }

    /** What is wrong with values typed for a record: the faults that the same row of a file would have. */
    @Transactional(readOnly = true)
    public SheetRow check(long enrolmentId, Map<String, String> values) {
        return Entered.check(sheet, whole(own(enrolmentId), values));
    }

    /** Writes the values over what the record holds; a file will leave them alone from now on. Answers with how many changed. */
    public int edit(long enrolmentId, Map<String, String> values, String reason) {
        var enrolment = own(enrolmentId);
        var row = Entered.check(sheet, whole(enrolment, values));
        if (!row.faults().isEmpty()) {
            throw new Refusal(row.faults().getFirst().column().header() + ": "
                    + row.faults().getFirst().message());
        }
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do sửa, ví dụ “Theo thẻ căn cước mới”.");
        }
        var changes = new LinkedHashMap<String, @Nullable String>();
        var told = new ArrayList<String>();
        for (var field : sheet.fields()) {
            var key = field.key();
            if (!values.containsKey(key) || !LearnerRepository.EDITABLE.contains(key)) {
                continue;
            }
            var before = Objects.toString(enrolment.value(key), "");
            var after = Objects.toString(row.text(key), "");
            if (!before.equals(after)) {
                changes.put(key, row.text(key));
                hands.mark(enrolment, key, before, after);
                told.add(
                        SENSITIVE.contains(key)
                                ? field.label() + " (nội dung nhạy cảm không ghi ở đây)"
                                : "%s: “%s” → “%s”".formatted(field.label(), field.shown(before), field.shown(after)));
            }
        }
        if (!changes.isEmpty()) {
            learners.update(enrolment, changes);
            record(ActKind.LEARNER_CHANGED, enrolment, String.join("; ", told), reason.strip());
        }
        return changes.size();
    }

    /** The whole record as the sheet would have it, with the typed values over it. */
    private Map<String, String> whole(Enrolment enrolment, Map<String, String> values) {
        var whole = new HashMap<String, String>();
        sheet.fields().forEach(it -> whole.put(it.key(), it.shown(enrolment.value(it.key()))));
        whole.putAll(values);
        whole.put("studentCode", enrolment.studentCode());
        return whole;
    }

    /** Shows what is covered otherwise; that somebody looked, and why, is written down. */
    @PreAuthorize("hasAuthority('LEARNER_REVEAL')")
    public void reveal(long enrolmentId, String reason) {
        var enrolment = enrolments
                .find(enrolmentId)
                .orElseThrow(() -> new NotFound("Không có hồ sơ này trong phạm vi của bạn."));
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do xem, ví dụ “Đối chiếu thẻ căn cước”.");
        }
        record(
                ActKind.LEARNER_REVEALED,
                enrolment,
                "Xem số định danh, dân tộc, tôn giáo, đối tượng chính sách, địa chỉ",
                reason.strip());
    }

    public void addGuardian(long enrolmentId, String fullName, String relation, String phone, String address) {
        var enrolment = own(enrolmentId);
        var name = Vietnamese.tidy(fullName);
        var number = phone.replaceAll("[ .()-]", "");
        if (name.isEmpty() || Vietnamese.tidy(relation).isEmpty()) {
            throw new Refusal("Hãy ghi họ tên người giám hộ và quan hệ với người học, ví dụ “Mẹ”.");
        }
        if (!number.matches("0\\d{9,10}")) {
            throw new Refusal("Số điện thoại người giám hộ gồm 10 chữ số, bắt đầu bằng 0, ví dụ 0901234567.");
        }
        learners.addGuardian(enrolment, name, Vietnamese.tidy(relation), number, Vietnamese.tidy(address));
        record(ActKind.GUARDIAN_RECORDED, enrolment, "Thêm người giám hộ (" + Vietnamese.tidy(relation) + ")", null);
    }

    public void endGuardian(long enrolmentId, long guardianId) {
        var enrolment = own(enrolmentId);
        learners.endGuardian(enrolment, guardianId);
        record(ActKind.GUARDIAN_RECORDED, enrolment, "Thôi ghi một người giám hộ", null);
    }

    /** Makes one record of two: the courses of study of {@code goneId} go to {@code keptId}, whose empty fields it fills. */
    public long merge(long keptId, long goneId, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do gộp, ví dụ “Đã đối chiếu thẻ căn cước”.");
        }
        if (keptId == goneId) {
            throw new Refusal("Hãy chọn hai hồ sơ khác nhau.");
        }
        var own = Objects.requireNonNullElse(Scope.current().institutionId(), 0L);
        var both = learners.lockPair(own, keptId, goneId);
        if (both.size() != 2) {
            throw new NotFound("Không có hai hồ sơ này trong phạm vi của bạn, hoặc một hồ sơ đã được gộp.");
        }
        var id = learners.merge(keptId, goneId, reason.strip());
        acts.record(
                ActKind.LEARNERS_MERGED,
                "enrolment",
                learners.listEnrolments(keptId),
                own,
                "Gộp hai hồ sơ của cùng một người",
                reason.strip());
        return id;
    }

    /** Takes two merged records apart again, exactly as they were. */
    public void unmerge(long mergeId, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do tách.");
        }
        var own = Objects.requireNonNullElse(Scope.current().institutionId(), 0L);
        var enrolmentIds = learners.unmerge(own, mergeId);
        acts.record(ActKind.MERGE_UNDONE, "enrolment", enrolmentIds, own, "Tách lại hai hồ sơ đã gộp", reason.strip());
    }

    /** Says that two who look alike are two people; they are not offered again. */
    public void tellApart(long firstId, long secondId) {
        var own = Objects.requireNonNullElse(Scope.current().institutionId(), 0L);
        if (learners.lockPair(own, firstId, secondId).size() != 2) {
            throw new NotFound("Không có hai hồ sơ này trong phạm vi của bạn.");
        }
        learners.tellApart(own, Math.min(firstId, secondId), Math.max(firstId, secondId));
    }

    private Enrolment own(long enrolmentId) {
        return enrolments
                .find(enrolmentId)
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có hồ sơ này trong phạm vi của bạn."));
    }

    private void record(ActKind kind, Enrolment enrolment, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("enrolment", enrolment.id(), enrolment.institutionId()), summary, reason);
    }
}
