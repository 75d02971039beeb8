package vn.lanhnghe.programme.design;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.institution.Training;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Programmes by version: begun, changed while they are drafts, copied to the next. */
@Service
@Transactional
public class Programmes {

    private final ProgrammeRepository programmes;
    private final Occupations occupations;
    private final Integrations integrations;
    private final Acts acts;
    private final Clock clock;

    Programmes(
            ProgrammeRepository programmes,
            Occupations occupations,
            Integrations integrations,
            Acts acts,
            Clock clock) {
        this.programmes = programmes;
        this.occupations = occupations;
        this.integrations = integrations;
        this.acts = acts;
        this.clock = clock;
    }

    private static @Nullable Long own() {
        var scope = Scope.current();
        return scope.reach() == Scope.Reach.COLLEGE ? scope.institutionId() : null;
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    public Paging<Version> list(ProgrammeFilter filter, int page) {
        return Paging.of(
                programmes.count(filter, own()),
                page,
                shown -> programmes.list(filter, own(), Paging.SIZE, Paging.offset(shown)));
    }

    /** A version of the reader's own college; the city reads all. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    public Version get(long version) {
        return programmes
                .find(version)
                .filter(it -> own() == null || Objects.equals(own(), it.institutionId()))
                .orElseThrow(() -> new NotFound("Không có chương trình này trong phạm vi bạn được xem."));
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    public List<Version> listVersions(long programme) {
        var all = programmes.listVersions(programme).stream()
                .filter(it -> own() == null || Objects.equals(own(), it.institutionId()))
                .toList();
        if (all.isEmpty()) {
            throw new NotFound("Không có chương trình này trong phạm vi bạn được xem.");
        }
        return all;
    }

    /** A version that is or was in force, for anybody: by its own identifier in CASE, or by that of an outcome or a module of it. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll")
    public Optional<Version> findIssued(UUID identifier) {
        return programmes.findIssued(identifier);
    }

    @Transactional(readOnly = true)
    public Total total(long version) {
        return programmes.total(version);
    }

    /** A version as it is now, kept from others until the transaction ends. */
    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    public Version hold(long version) {
        if (!programmes.lock(version)) {
            throw new NotFound("Không có chương trình này trong phạm vi bạn được sửa.");
        }
        return get(version);
    }

    /** A version that may be changed, kept from others for the time of the change. */
    @PreAuthorize("hasAnyAuthority('PROGRAMME_EDIT', 'PROGRAMME_APPRAISE')")
    public Version openForChange(long version) {
        var it = hold(version);
        var stage = it.state();
        if (!stage.open()) {
            throw new Refusal(
                    stage.frozen()
                            ? "Bản %d đã ban hành nên không sửa được nữa. Hãy lập bản mới từ bản này rồi sửa."
                                    .formatted(it.number())
                            : "Bản %d %s nên chưa sửa được. Chờ hội đồng, hiệu trưởng trả lại rồi sửa."
                                    .formatted(it.number(), stage.label()));
        }
        return it;
    }

    @Transactional(readOnly = true)
    public List<Licensed> listLicensed(long institution) {
        return programmes.listLicensed(institution, LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public List<Occupation> listOccupations() {
        return occupations.list();
    }

    /** A programme of the college's own, as a first draft. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public long begin(ProgrammeForm form) {
        var institution = Scope.current().institutionId();
        if (institution == null) {
            throw new Refusal("Chương trình do trường xây dựng; tài khoản của Sở chỉ xem.");
        }
        check(form, institution, form.level());
        var programme = programmes.open(institution, form.level());
        var version =
                programmes.insert(programme, institution, form, Scope.current().actor());
        integrations.refresh(List.of(version));
        act(ActKind.PROGRAMME_OPENED, programme, institution, "Mở chương trình %s".formatted(form.name()));
        return version;
    }

    /** {@code seen} tells what stood in the record when the form was opened. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void edit(long version, ProgrammeForm form, String seen) {
        var it = openForChange(version);
        Seen.check(seen, ProgrammeForm.of(it).fields(), form.fields());
        check(form, it.institutionId(), it.level());
        programmes.update(version, form);
        act(it, ActKind.PROGRAMME_CHANGED, "Sửa thông tin chung bản %d".formatted(it.number()));
    }

    /** Why an occupation's code cannot stand at a level. */
    public static String misfit(String code, String level) {
        return "Mã %s không thuộc trình độ %s: mã cao đẳng bắt đầu bằng 6, mã trung cấp bắt đầu bằng 5."
                .formatted(code, Training.label(level).toLowerCase(Vi.LOCALE));
    }

    /** All that is wrong with the parts of a record together, of a version or of a new programme of the college's own. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public List<String> faults(ProgrammeForm form, @Nullable Version it) {
        var institution = it == null ? Scope.current().institutionId() : Long.valueOf(it.institutionId());
        return institution == null ? List.of() : faults(form, institution, it == null ? form.level() : it.level());
    }

    private void check(ProgrammeForm form, long institution, String level) {
        var faults = faults(form, institution, level);
        if (!faults.isEmpty()) {
            throw new Refusal(String.join("\n", faults));
        }
    }

    private List<String> faults(ProgrammeForm form, long institution, String level) {
        var faults = new ArrayList<String>();
        var code = form.occupationCode();
        if (!code.isEmpty() && occupations.find(List.of(code)).isEmpty()) {
            faults.add("Mã ngành, nghề %s không có trong danh mục đang dùng.".formatted(code));
        } else if (!code.isEmpty() && !Training.fits(level, code)) {
            faults.add(misfit(code, level));
        }
        if (form.licenceLineId() != null) {
            var line = listLicensed(institution).stream()
                    .filter(it -> it.id() == form.licenceLineId())
                    .findFirst();
            if (line.isEmpty()) {
                faults.add("Giấy chứng nhận đã chọn không còn hiệu lực hoặc không phải của trường.");
            } else if (!line.get().level().equals(level)) {
                faults.add("Giấy chứng nhận cho %s ở trình độ %s, còn chương trình là %s."
                        .formatted(
                                line.get().occupationName(),
                                Training.label(line.get().level()),
                                Training.label(level)));
            } else if (!code.isEmpty()
                    && line.get().occupationCode() != null
                    && !code.equals(line.get().occupationCode())) {
                faults.add("Giấy chứng nhận cho ngành %s, còn chương trình ghi ngành %s."
                        .formatted(line.get().occupationCode(), code));
            }
        }
        return faults;
    }

    /** The next version, a draft that begins as a copy of one that was published. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public long copy(long version) {
        var it = get(version);
        if (!it.state().frozen()) {
            throw new Refusal("Chỉ lập bản mới từ một bản đã ban hành; bản %d còn đang soạn.".formatted(it.number()));
        }
        programmes.lockAll(it.programmeId());
        listVersions(it.programmeId()).stream()
                .filter(one -> !one.state().frozen())
                .findFirst()
                .ifPresent(one -> {
                    throw new Refusal("Chương trình đã có bản %d %s; sửa tiếp bản đó."
                            .formatted(one.number(), one.state().label()));
                });
        var draft = programmes.copy(version, Scope.current().actor());
        integrations.refresh(List.of(draft));
        act(it, ActKind.PROGRAMME_OPENED, "Lập bản mới từ bản %d".formatted(it.number()));
        return draft;
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void remove(long version) {
        var it = openForChange(version);
        if (programmes.hasAnswers(version)) {
            throw new Refusal("Doanh nghiệp đã trả lời về bản %d; sửa tiếp bản này, không bỏ.".formatted(it.number()));
        }
        if (programmes.hasMinutes(version)) {
            throw new Refusal("Hội đồng đã họp về bản %d; sửa tiếp bản này, không bỏ.".formatted(it.number()));
        }
        programmes.remove(version, it.programmeId());
        act(it, ActKind.PROGRAMME_REMOVED, "Bỏ bản nháp %d của %s".formatted(it.number(), it.name()));
    }

    /** The last day on which the programme takes learners. */
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    public void end(long programme, @Nullable LocalDate day) {
        var it = listVersions(programme).getFirst();
        if (it.endedOn() != null) {
            throw new Refusal("Chương trình đã ngừng tuyển từ %s.".formatted(Vi.day(it.endedOn())));
        }
        if (day == null || day.isBefore(LocalDate.now(clock))) {
            throw new Refusal("Chọn ngày ngừng tuyển, từ hôm nay trở đi.");
        }
        programmes.end(programme, day);
        act(it, ActKind.PROGRAMME_ENDED, "Ngừng tuyển sinh từ %s".formatted(Vi.day(day)));
    }

    private void act(Version it, ActKind kind, String summary) {
        act(kind, it.programmeId(), it.institutionId(), summary);
    }

    private void act(ActKind kind, long programme, long institution, String summary) {
        acts.record(kind, new Subject("programme", programme, institution), summary, null);
    }
}
