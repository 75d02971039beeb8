package vn.lanhnghe.programme.design;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** The modules of a version. */
@Service
@Transactional
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
public class Modules {

    private final Programmes programmes;
    private final ModuleRepository modules;
    private final Integrations integrations;
    private final Acts acts;

    Modules(Programmes programmes, ModuleRepository modules, Integrations integrations, Acts acts) {
        this.programmes = programmes;
        this.modules = modules;
        this.integrations = integrations;
        this.acts = acts;
    }

    @Transactional(readOnly = true)
    @PreAuthorize("permitAll") // whoever holds a version was let see it
    public List<Module> list(Version version) {
        return modules.list(version.id());
    }

    @Transactional(readOnly = true)
    public Module get(Version version, long module) {
        return find(version, module);
    }

    private Module find(Version version, long module) {
        return modules.list(version.id()).stream()
                .filter(it -> it.id() == module)
                .findFirst()
                .orElseThrow(() -> new NotFound("Bản %d không có môn học, mô-đun này.".formatted(version.number())));
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public long add(long versionId, ModuleForm form) {
        var version = programmes.openForChange(versionId);
        check(version, 0, form);
        var place =
                modules.list(versionId).stream().mapToInt(Module::place).max().orElse(0) + 1;
        var id = modules.insert(versionId, version.institutionId(), UUID.randomUUID(), form, place);
        act(version, "Thêm %s %s".formatted(form.code(), form.name()));
        return id;
    }

    /** {@code seen} tells what stood in the module when the form was opened. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void edit(long versionId, long module, ModuleForm form, String seen) {
        var version = programmes.openForChange(versionId);
        Seen.check(seen, ModuleForm.of(find(version, module)).fields(), form.fields());
        check(version, module, form);
        modules.update(versionId, module, form);
        act(version, "Sửa %s %s".formatted(form.code(), form.name()));
    }

    private void check(Version version, long module, ModuleForm form) {
        if (modules.list(version.id()).stream()
                .anyMatch(it -> it.id() != module && it.code().equalsIgnoreCase(form.code()))) {
            throw new Refusal("Chương trình đã có môn học, mô-đun mã %s; hãy dùng mã khác.".formatted(form.code()));
        }
        if (!form.faults().isEmpty()) {
            throw new Refusal("%s: %s".formatted(form.code(), String.join(" ", form.faults())));
        }
    }

    /** One place up or down in the list. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void move(long versionId, long module, boolean up) {
        var version = programmes.openForChange(versionId);
        find(version, module);
        var order = modules.list(versionId).stream().map(Module::id).collect(Collectors.toList());
        var at = order.indexOf(module);
        var to = up ? at - 1 : at + 1;
        if (to < 0 || to >= order.size()) {
            throw new Refusal(up ? "Môn học này đã đứng đầu." : "Môn học này đã đứng cuối.");
        }
        order.remove(at);
        order.add(to, module);
        modules.place(versionId, order);
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void remove(long versionId, long module) {
        var version = programmes.openForChange(versionId);
        var it = find(version, module);
        modules.remove(versionId, module);
        integrations.refresh(List.of(versionId));
        act(version, "Bỏ %s %s".formatted(it.code(), it.name()));
    }

    private void act(Version it, String summary) {
        acts.record(
                ActKind.PROGRAMME_CHANGED,
                new Subject("programme", it.programmeId(), it.institutionId()),
                "Bản %d. %s".formatted(it.number(), summary),
                null);
    }
}
