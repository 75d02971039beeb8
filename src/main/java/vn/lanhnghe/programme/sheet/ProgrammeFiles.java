package vn.lanhnghe.programme.sheet;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.programme.design.Modules;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** A version's modules and outcomes out to a file and back: laid beside what is kept first, written when somebody says so. */
@Service
@Transactional
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
public class ProgrammeFiles {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_FAULTS = 200;

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Modules modules;
    private final Integrations integrations;
    private final ContentRepository contents;
    private final Files files;
    private final Acts acts;
    private final Validator validator;

    ProgrammeFiles(
            Programmes programmes,
            Outcomes outcomes,
            Modules modules,
            Integrations integrations,
            ContentRepository contents,
            Files files,
            Acts acts,
            Validator validator) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.modules = modules;
        this.integrations = integrations;
        this.contents = contents;
        this.files = files;
        this.acts = acts;
        this.validator = validator;
    }

    @Transactional(readOnly = true)
    Content content(Version it) {
        return Content.of(modules.list(it), outcomes.list(it), outcomes.listAlignments(it), outcomes.listTeachings(it));
    }

    /** As CASE 1.1 has it. What was published stays; only its links move on to a new version of the framework. */
    @Transactional(readOnly = true)
    Map<String, Object> casePackage(Version it, String site) {
        var published = it.publishedAt();
        var begun = published == null ? it.madeAt() : published;
        var changed = Scope.system().get(() -> acts.list("programme", it.programmeId())).stream()
                .filter(act -> published == null || act.kind() == ActKind.PROGRAMME_REHUNG)
                .map(Act::at)
                .filter(at -> at.isAfter(begun))
                .findFirst()
                .orElse(begun);
        return ProgrammeCase.write(it, content(it), changed, site);
    }

    /** A version that is or was in force, as anybody may read it: by its own identifier or by that of an outcome or module. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll")
    Optional<Map<String, Object>> findCase(UUID identifier, String site) {
        return programmes.findIssued(identifier).map(it -> casePackage(it, site));
    }

    @Transactional(readOnly = true)
    public byte[] sheet(Version it) {
        return ProgrammeSheet.write(content(it), it.title() + ", bản " + it.number());
    }

    /**
     * A file beside what is kept; {@code faults} are all there are, {@code modules} and {@code outcomes} how many it holds, {@code seen}
     * tells the content it was held against.
     */
    public record Reading(
            String sha256, String seen, int modules, int outcomes, List<Change> changes, List<String> faults) {

        public boolean usable() {
            return faults.isEmpty() && !changes.isEmpty();
        }
    }

    /** Reads a file and keeps it for the next step; writes nothing else. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public Reading read(long versionId, byte[] file) {
        var it = programmes.openForChange(versionId);
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw new Refusal("Chọn tệp XLSX hoặc CASE JSON, tối đa 5 MB.");
        }
        var reading = reading(it, "", file);
        var sha256 = files.put(it.institutionId(), file);
        return new Reading(
                sha256, reading.seen(), reading.modules(), reading.outcomes(), reading.changes(), reading.faults());
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public Reading reread(long versionId, String sha256) {
        var it = programmes.openForChange(versionId);
        return reading(it, sha256, file(it, sha256));
    }

    private byte[] file(Version it, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new NotFound("Không có tệp này. Hãy tải lên lại.");
        }
        return files.get(it.institutionId(), sha256);
    }

    private Reading reading(Version it, String sha256, byte[] file) {
        var faults = new ArrayList<String>();
        var known = new Known(content(it), contents.listItems(), contents.listLevels());
        var read = parse(it, file, known, faults);
        return new Reading(
                sha256,
                known.content().digest(),
                read.modules().size(),
                read.outcomes().size(),
                faults.isEmpty() ? Change.list(known.content(), read) : List.of(),
                faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    }

    private Content parse(Version it, byte[] file, Known known, List<String> faults) {
        var json = file[0] == '{' || file[0] == (byte) 0xEF;
        var read = json ? ProgrammeCase.read(it, file, known, faults) : ProgrammeSheet.read(file, known, faults);
        Checks.check(read, validator, faults);
        Checks.foreign(
                read,
                contents.listForeign(
                        it.programmeId(),
                        Stream.concat(
                                        read.modules().stream().map(Content.Unit::identifier),
                                        read.outcomes().stream().map(Content.Statement::identifier))
                                .toList()),
                faults);
        return read;
    }

    /** Writes what was read in the place of what there is, as long as that is what the changes were shown against. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void keep(long versionId, String sha256, String seen) {
        var it = programmes.openForChange(versionId);
        var faults = new ArrayList<String>();
        var known = new Known(content(it), contents.listItems(), contents.listLevels());
        var read = parse(it, file(it, sha256), known, faults);
        if (!known.content().digest().equals(seen)) {
            throw new Refusal("Bản %d đã đổi sau khi xem, chưa ghi gì; xem lại các thay đổi dưới đây rồi ghi."
                    .formatted(it.number()));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join("\n", faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
        }
        var changes = Change.list(known.content(), read);
        if (changes.isEmpty()) {
            throw new Refusal("0 thay đổi: tệp giống hệt bản đang có.");
        }
        contents.fill(versionId, it.institutionId(), read);
        integrations.refresh(List.of(versionId));
        acts.record(
                ActKind.PROGRAMME_CHANGED,
                new Subject("programme", it.programmeId(), it.institutionId()),
                "Bản %d. Đọc từ tệp, %s thay đổi".formatted(it.number(), Vi.count(changes.size())),
                null);
    }
}
