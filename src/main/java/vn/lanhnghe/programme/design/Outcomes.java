package vn.lanhnghe.programme.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.programme.design.Tree.Move;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** The outcome standard of a version: the tree of statements, their components, the modules that teach and assess them. */
@Service
@Transactional
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
public class Outcomes {

    private final Programmes programmes;
    private final OutcomeRepository outcomes;
    private final Integrations integrations;
    private final Acts acts;

    Outcomes(Programmes programmes, OutcomeRepository outcomes, Integrations integrations, Acts acts) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.integrations = integrations;
        this.acts = acts;
    }

    /** In the order of the tree. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll") // whoever holds a version was let see it
    public List<Outcome> list(Version version) {
        return outcomes.list(version.id());
    }

    @Transactional(readOnly = true)
    public Outcome get(Version version, long outcome) {
        return find(version, outcome);
    }

    private Outcome find(Version version, long outcome) {
        return outcomes.list(version.id()).stream()
                .filter(it -> it.id() == outcome)
                .findFirst()
                .orElseThrow(() -> new NotFound("Bản %d không có chuẩn đầu ra này.".formatted(version.number())));
    }

    @Transactional(readOnly = true)
    @PreAuthorize("permitAll") // whoever holds a version was let see it
    public List<Alignment> listAlignments(Version version) {
        return outcomes.listAlignments(version.id());
    }

    @Transactional(readOnly = true)
    @PreAuthorize("permitAll") // whoever holds a version was let see it
    public List<Teaching> listTeachings(Version version) {
        return outcomes.listTeachings(version.id());
    }

    /** What one may align with. */
    @Transactional(readOnly = true)
    public List<Component> listComponents() {
        return outcomes.listComponents();
    }

    @Transactional(readOnly = true)
    public List<Component.Step> listSteps() {
        return outcomes.listSteps();
    }

    @Transactional(readOnly = true)
    public Coverage coverage(Version version) {
        var steps = outcomes.listSteps();
        return Coverage.of(
                outcomes.list(version.id()),
                outcomes.listComponents(version.id()),
                outcomes.listAlignments(version.id()),
                outcomes.listCounted(version.id()),
                outcomes.listTeachings(version.id()),
                steps.stream().mapToInt(Component.Step::rank).max().orElse(1));
    }

    /** A statement at the end of what hangs under another, or of the top. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public long add(long versionId, @Nullable Long parent, OutcomeForm form) {
        form.check();
        var version = programmes.openForChange(versionId);
        var all = outcomes.list(versionId);
        if (parent != null) {
            find(version, parent);
        }
        var last = all.stream().mapToInt(Outcome::place).max().orElse(0) + 1;
        var tops = all.stream().filter(it -> it.parentId() == null).count();
        var id = outcomes.insert(
                versionId, version.institutionId(), UUID.randomUUID(), null, form, String.valueOf(tops + 1), last);
        var tree = new Tree(outcomes.list(versionId));
        if (parent != null) {
            tree.place(id, parent, null);
        }
        seat(version, tree);
        act(version, "Thêm chuẩn đầu ra: %s".formatted(form.statement()));
        return id;
    }

    /** The statement with the modules that teach and assess it, as they stand. */
    @Transactional(readOnly = true)
    public Wording wording(Version version, long outcome) {
        var teachings = outcomes.listTeachings(version.id()).stream()
                .filter(it -> it.outcomeId() == outcome)
                .toList();
        return Wording.of(find(version, outcome), teachings);
    }

    /** The statement and its modules in place of what was said before; {@code seen} tells what stood there when the form was opened. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void edit(long versionId, long outcome, Wording it, String seen) {
        it.form().check();
        var version = programmes.openForChange(versionId);
        var before = wording(version, outcome);
        Seen.check(seen, before.fields(), it.fields());
        var code = find(version, outcome).code();
        if (!before.form().equals(it.form())) {
            outcomes.update(versionId, outcome, it.form());
            act(version, "Sửa chuẩn %s: %s".formatted(code, it.form().statement()));
        }
        if (!before.taughtIn().equals(it.taughtIn()) || !before.assessedIn().equals(it.assessedIn())) {
            teach(version, outcome, it);
            act(version, "Chuẩn %s: môn học, mô-đun dạy và đánh giá".formatted(code));
        }
    }

    private void teach(Version version, long outcome, Wording it) {
        var modules = new TreeSet<>(it.taughtIn());
        modules.addAll(it.assessedIn());
        outcomes.teach(
                version.id(),
                version.institutionId(),
                outcome,
                modules.stream()
                        .map(one -> new Teaching(
                                outcome,
                                one,
                                "",
                                it.taughtIn().contains(one),
                                it.assessedIn().contains(one)))
                        .toList());
        integrations.refresh(List.of(version.id()));
    }

    /** One step up, down, in or out. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void move(long versionId, long outcome, String move) {
        var version = programmes.openForChange(versionId);
        find(version, outcome);
        if (!List.of("UP", "DOWN", "IN", "OUT").contains(move)) {
            throw new Refusal("Chọn lên, xuống, vào trong hoặc ra ngoài.");
        }
        var tree = new Tree(outcomes.list(versionId));
        tree.move(outcome, Move.valueOf(move.toUpperCase(Locale.ROOT)));
        seat(version, tree);
    }

    /** Under another statement, or at the top, before one of those there. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void place(long versionId, long outcome, @Nullable Long parent, @Nullable Long before) {
        var version = programmes.openForChange(versionId);
        find(version, outcome);
        if (parent != null) {
            find(version, parent);
        }
        var tree = new Tree(outcomes.list(versionId));
        tree.place(outcome, Objects.requireNonNullElse(parent, 0L), before);
        seat(version, tree);
    }

    /** With all that hangs under it. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void remove(long versionId, long outcome) {
        var version = programmes.openForChange(versionId);
        var it = find(version, outcome);
        outcomes.remove(versionId, outcome);
        seat(version, new Tree(outcomes.list(versionId)));
        integrations.refresh(List.of(versionId));
        act(version, "Bỏ chuẩn %s: %s".formatted(it.code(), it.statement()));
    }

    private void seat(Version version, Tree tree) {
        outcomes.seat(version.id(), tree.seats());
    }

    /** Says which component a statement belongs to, and the level to reach; said again, it is changed. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void align(long versionId, long outcome, @Nullable Long item, @Nullable Relation relation, String level) {
        var version = programmes.openForChange(versionId);
        var it = find(version, outcome);
        var component = component(item);
        var faults = new ArrayList<String>();
        if (relation == null) {
            faults.add("Chọn kiểu liên hệ: trùng khớp, là một phần hoặc có liên quan.");
        }
        if (outcomes.listSteps().stream()
                .noneMatch(one -> one.frameworkId() == component.frameworkId()
                        && one.code().equals(level))) {
            faults.add("Chọn bậc cần đạt của khung %s; bạn đã chọn “%s”.".formatted(component.frameworkCode(), level));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
        outcomes.align(versionId, version.institutionId(), outcome, component, Objects.requireNonNull(relation), level);
        integrations.refresh(List.of(versionId));
        act(version, "Gắn chuẩn %s với %s, bậc %s".formatted(it.code(), component.code(), level));
    }

    private Component component(@Nullable Long item) {
        if (item == null) {
            throw new Refusal("Chọn năng lực thành phần của khung đang dùng.");
        }
        return outcomes.listComponents().stream()
                .filter(it -> it.id() == item)
                .findFirst()
                .orElseThrow(() -> new Refusal(outcomes.findItem(item)
                        .map(Outcomes::whyNot)
                        .orElse("Khung năng lực không có mục này. Hãy chọn trong danh sách.")));
    }

    private static String whyNot(OutcomeRepository.Found it) {
        return switch (it.state()) {
            case "ENDED" ->
                "Năng lực %s %s thuộc bản %s của khung, bản đó đã hết dùng. Hãy chọn năng lực thay thế trong bản đang dùng."
                        .formatted(it.code(), it.name(), it.version());
            case "DRAFT" ->
                "Năng lực %s thuộc bản %s của khung, bản đó chưa được đưa vào dùng.".formatted(it.code(), it.version());
            default ->
                it.audience().equals("LEARNER")
                        ? "%s %s là %s; hãy chọn một năng lực thành phần."
                                .formatted(it.code(), it.name(), it.kind().equals("DOMAIN") ? "miền" : "chỉ báo")
                        : "%s %s thuộc khung của nhà giáo; chương trình gắn với khung của người học."
                                .formatted(it.code(), it.name());
        };
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void unalign(long versionId, long outcome, long alignment) {
        var version = programmes.openForChange(versionId);
        var it = find(version, outcome);
        if (outcomes.unalign(versionId, outcome, alignment) == 0) {
            throw new NotFound("Chuẩn %s không có liên kết này.".formatted(it.code()));
        }
        integrations.refresh(List.of(versionId));
        act(version, "Bỏ một liên kết năng lực của chuẩn %s".formatted(it.code()));
    }

    private void act(Version it, String summary) {
        acts.record(
                ActKind.PROGRAMME_CHANGED,
                new Subject("programme", it.programmeId(), it.institutionId()),
                "Bản %d. %s".formatted(it.number(), summary),
                null);
    }
}
