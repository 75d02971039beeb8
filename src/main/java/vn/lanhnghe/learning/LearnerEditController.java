package vn.lanhnghe.learning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Fault;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** A learner's record changed by hand: facts, guardians, steps of the course of study, two records made one. */
@Controller
class LearnerEditController {

    /** The fields of the form by purpose. */
    static final Map<String, List<String>> GROUPS = groups();

    public record EditPage(
            Enrolment enrolment,
            Map<String, Field> fields,
            Map<String, String> values,
            Map<String, Fault> faults,
            List<String> policyGroups,
            @Nullable String reason) {

        public Map<String, List<String>> groups() {
            return GROUPS;
        }

        public boolean sensitive(String field) {
            return Learners.SENSITIVE.contains(field);
        }

        /** The words of a choice, the present one included. */
        public List<String> words(String field) {
            return Objects.requireNonNull(fields.get(field)).type() instanceof Field.Choice choice
                    ? choice.words().values().stream()
                            .map(List::getFirst)
                            .sorted()
                            .toList()
                    : List.of();
        }
    }

    public record DuplicatesPage(List<LearnerRepository.Candidate> candidates, List<LearnerRepository.Merge> merges) {}

    /** Two records side by side, field by field. */
    public record PairPage(
            Enrolment first,
            Enrolment second,
            List<Row> rows,
            List<Enrolment> firstCourses,
            List<Enrolment> secondCourses) {}

    public record Row(String label, String first, String second) {
        public boolean same() {
            return first.equals(second);
        }
    }

    private final Learners learners;
    private final LearnerRepository repository;
    private final EnrolmentRepository enrolments;
    private final LearnerSheet sheet;
    private final Steps steps;

    LearnerEditController(
            Learners learners,
            LearnerRepository repository,
            EnrolmentRepository enrolments,
            LearnerSheet sheet,
            Steps steps) {
        this.learners = learners;
        this.repository = repository;
        this.enrolments = enrolments;
        this.sheet = sheet;
        this.steps = steps;
    }

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put(
                "Nhân thân",
                List.of(
                        "fullName",
                        "birthDate",
                        "sex",
                        "citizenId",
                        "citizenIssuedOn",
                        "citizenIssuedBy",
                        "passport",
                        "nationality",
                        "ethnicity",
                        "religion",
                        "birthPlace",
                        "homeTown"));
        groups.put("Liên hệ", List.of("phone", "email", "permanentAddress", "currentAddress", "contact"));
        groups.put("Đầu vào", List.of("entrySchooling", "entryYear", "admittedOn", "admissionDecision", "mode"));
        groups.put("Chính sách", List.of("policyGroup", "note"));
        return groups;
    }

    @GetMapping("/learners/{id}/edit")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View form(@PathVariable long id) {
        var enrolment = own(id);
        learners.reveal(id, "Mở hồ sơ để sửa");
        var values = fields().values().stream()
                .collect(Collectors.toMap(Field::key, it -> it.shown(enrolment.value(it.key()))));
        return new Page(
                "learning/edit",
                new EditPage(enrolment, fields(), values, Map.of(), repository.listPolicyGroups(), null));
    }

    @PostMapping("/learners/{id}/edit")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View edit(@PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var enrolment = own(id);
        var values = form.entrySet().stream()
                .filter(it -> LearnerRepository.EDITABLE.contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var faults = learners.check(id, values).faults().stream()
                .collect(Collectors.toMap(
                        it -> Objects.toString(it.column().field(), ""), it -> it, (a, b) -> a, LinkedHashMap::new));
        var reason = form.getOrDefault("reason", "");
        if (!faults.isEmpty() || reason.isBlank()) {
            var shown = fields().values().stream()
                    .collect(Collectors.toMap(Field::key, it -> it.shown(enrolment.value(it.key()))));
            shown.putAll(values);
            return new Page(
                    "learning/edit",
                    new EditPage(enrolment, fields(), shown, faults, repository.listPolicyGroups(), reason));
        }
        var changed = learners.edit(id, values, reason);
        return Go.to(
                "/learners/" + id,
                flash,
                changed == 0 ? "Không có gì thay đổi." : "Đã sửa %d trường thông tin.".formatted(changed));
    }

    @PostMapping("/learners/{id}/guardians")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View addGuardian(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes flash) {
        learners.addGuardian(id, fullName, relation, phone, address);
        return Go.to("/learners/" + id, flash, "Đã thêm người giám hộ.");
    }

    @PostMapping("/learners/{id}/guardians/{guardian}/removal")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View endGuardian(@PathVariable long id, @PathVariable long guardian, RedirectAttributes flash) {
        learners.endGuardian(id, guardian);
        return Go.to("/learners/" + id, flash, "Đã thôi ghi người giám hộ này.");
    }

    @PostMapping("/learners/{id}/steps")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View step(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable LocalDate effectiveOn,
            @RequestParam(required = false) @Nullable LocalDate untilOn,
            @RequestParam(required = false) @Nullable String decisionNumber,
            @RequestParam(required = false) @Nullable LocalDate decisionOn,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String elsewhere,
            RedirectAttributes flash) {
        var label =
                steps.take(id, new NewStep(kind, effectiveOn, untilOn, decisionNumber, decisionOn, reason, elsewhere));
        return Go.to("/learners/" + id, flash, "Đã ghi: %s. Nếu nhầm, hoàn tác ngay ở mục Quá trình.".formatted(label));
    }

    @PostMapping("/learners/{id}/steps/{step}/undoing")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View undoStep(
            @PathVariable long id,
            @PathVariable long step,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        steps.undo(id, step, reason);
        return Go.to("/learners/" + id, flash, "Đã hoàn tác bước này.");
    }

    @GetMapping("/learners/duplicates")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View duplicates() {
        return new Page(
                "learning/duplicates", new DuplicatesPage(repository.listCandidates(), repository.listMerges()));
    }

    @GetMapping("/learners/duplicates/pair")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View pair(@RequestParam long first, @RequestParam long second) {
        var firstCourses = enrolments.listOf(first);
        var secondCourses = enrolments.listOf(second);
        if (firstCourses.isEmpty() || secondCourses.isEmpty()) {
            throw new NotFound("Không có hai hồ sơ này trong phạm vi của bạn, hoặc đã được gộp.");
        }
        var one = firstCourses.getFirst();
        var other = secondCourses.getFirst();
        learners.reveal(one.id(), "So hai hồ sơ có thể trùng");
        learners.reveal(other.id(), "So hai hồ sơ có thể trùng");
        var rows = GROUPS.values().stream()
                .flatMap(List::stream)
                .filter(it -> !List.of("note", "entrySchooling", "entryYear", "admittedOn", "admissionDecision", "mode")
                        .contains(it))
                .map(it -> Objects.requireNonNull(fields().get(it)))
                .map(it -> new Row(it.label(), it.shown(one.value(it.key())), it.shown(other.value(it.key()))))
                .filter(it -> !it.first().isEmpty() || !it.second().isEmpty())
                .toList();
        return new Page("learning/pair", new PairPage(one, other, rows, firstCourses, secondCourses));
    }

    @PostMapping("/learners/duplicates/merging")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View merge(
            @RequestParam long kept,
            @RequestParam long gone,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        learners.merge(kept, gone, reason);
        return Go.to("/learners/duplicates", flash, "Đã gộp thành một hồ sơ. Nếu nhầm, tách lại ở danh sách bên dưới.");
    }

    @PostMapping("/learners/duplicates/telling-apart")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View tellApart(@RequestParam long first, @RequestParam long second, RedirectAttributes flash) {
        learners.tellApart(first, second);
        return Go.to("/learners/duplicates", flash, "Đã ghi là hai người khác nhau.");
    }

    @PostMapping("/learners/duplicates/undoing")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View unmerge(@RequestParam long merge, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        learners.unmerge(merge, reason);
        return Go.to("/learners/duplicates", flash, "Đã tách lại hai hồ sơ như trước khi gộp.");
    }

    private Map<String, Field> fields() {
        return sheet.fields().stream().collect(Collectors.toMap(Field::key, it -> it, (a, b) -> a, LinkedHashMap::new));
    }

    private Enrolment own(long id) {
        return enrolments
                .find(id)
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có hồ sơ này trong phạm vi của bạn."));
    }
}
