package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** What the department says of a target: that a document changed it, why it is off track, that a milestone is reached and by what evidence. */
@Service
public class Upkeep {

    /** The department's own shelf. */
    private static final long SHELF = 0;

    private final TargetRepository repository;
    private final Targets targets;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Upkeep(
            TargetRepository repository,
            Targets targets,
            Files files,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.targets = targets;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    public Map<String, String> texts() {
        return repository.texts();
    }

    /** Changes a milestone from a day on, by a document of the register; the old one stays. */
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    public void revise(String code, int year, Change change) {
        var today = LocalDate.now(clock);
        var milestone = targets.get(code, today).milestone(year);
        if (milestone.threshold() == null) {
            throw new Refusal(
                    "Mốc %d của %s là “%s”, không có con số để sửa.".formatted(year, code, milestone.wording()));
        }
        if (!repository.texts().containsKey(change.textCode())) {
            throw new Refusal(
                    "Chỉ tiêu chỉ đổi theo văn bản. Chọn văn bản trong sổ; văn bản mới thì ghi vào sổ văn bản trước.");
        }
        var threshold = change.threshold();
        if (threshold == null || threshold.signum() <= 0 || threshold.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refusal("Mức mới là số trên 0 và không quá 100 (%), ví dụ 80 hoặc 82,5.");
        }
        var since = change.since();
        if (since == null || since.isAfter(milestone.end())) {
            throw new Refusal("Ngày áp dụng là một ngày đến hết %s.".formatted(Vi.day(milestone.end())));
        }
        var comparison = Objects.requireNonNullElse(milestone.comparison(), ">=");
        var wording = (">".equals(comparison) ? "> " : "≥ ")
                + threshold.stripTrailingZeros().toPlainString().replace('.', ',') + " %";
        write(() -> {
            repository.insertRevision(
                    code,
                    year,
                    comparison,
                    threshold,
                    wording,
                    change.textCode(),
                    since,
                    words(change.reason(), 500, "Ghi văn bản đổi gì, vì sao"),
                    Scope.current().actor());
            act(
                    ActKind.TARGET_REVISED,
                    code,
                    year,
                    "%s, mốc %d: %s thành %s theo %s, từ %s"
                            .formatted(code, year, milestone.wording(), wording, change.textCode(), Vi.day(since)),
                    change.reason().strip());
        });
    }

    /** Changes from which share of the way a value is at risk rather than late, by a document, from a day on; it binds all targets. */
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    public void changeRule(Change change) {
        var faults = new ArrayList<String>();
        var share = change.threshold();
        if (share == null || share.signum() <= 0 || share.compareTo(BigDecimal.valueOf(100)) > 0) {
            faults.add("Mức là số trên 0 và không quá 100 (%), ví dụ 70.");
        }
        if (!repository.texts().containsKey(change.textCode())) {
            faults.add("Mức chỉ đổi theo văn bản. Chọn văn bản trong sổ; văn bản mới thì ghi vào sổ văn bản trước.");
        }
        var last = repository.listRules().getFirst().validFrom();
        var since = change.since();
        if (since == null || since.isBefore(LocalDate.now(clock)) || !since.isAfter(last)) {
            faults.add("Ngày áp dụng từ hôm nay trở đi và sau %s, ngày mức gần nhất bắt đầu.".formatted(Vi.day(last)));
        }
        if (change.reason().strip().length() < 10 || change.reason().strip().length() > 500) {
            faults.add("Ghi vì sao đổi mức, từ 10 đến 500 ký tự.");
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join("\n", faults));
        }
        write(() -> {
            if (!repository.insertRule(
                    Objects.requireNonNull(share),
                    change.textCode(),
                    Objects.requireNonNull(since),
                    change.reason().strip(),
                    Scope.current().actor())) {
                throw new Refusal("Mức từ %s vừa được người khác đặt. Hãy mở lại trang.".formatted(Vi.day(since)));
            }
            acts.record(
                    ActKind.TARGET_REVISED,
                    new Subject("status-rule", 0, null),
                    "Cách xếp tình trạng: có nguy cơ từ %s %% của tiến độ, theo %s, từ %s"
                            .formatted(
                                    share.stripTrailingZeros().toPlainString().replace('.', ','),
                                    change.textCode(),
                                    Vi.day(since)),
                    change.reason().strip());
        });
    }

    /** A new threshold in percent, the document that sets it, and from when. */
    public record Change(
            @Nullable BigDecimal threshold,
            String textCode,
            @Nullable LocalDate since,
            String reason) {}

    /** Says why a milestone has been off track for two months, and what is done about it. */
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    public void explain(String code, int year, String cause, String action, @Nullable LocalDate doneBy) {
        var today = LocalDate.now(clock);
        var asked = targets.listUnexplained(today).stream()
                .filter(it -> it.target().code().equals(code) && it.milestone().year() == year)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "%s, mốc %d không chậm hai tháng liền, hoặc đã được giải trình.".formatted(code, year)));
        if (doneBy == null || doneBy.isBefore(today)) {
            throw new Refusal("Ghi việc sẽ làm xong ngày nào, từ hôm nay trở đi.");
        }
        var why = words(cause, 1000, "Ghi nguyên nhân");
        var what = words(action, 1000, "Ghi việc sẽ làm");
        write(() -> {
            if (!repository.explain(
                    code,
                    year,
                    asked.month(),
                    why,
                    what,
                    doneBy,
                    Scope.current().actor())) {
                throw new Refusal("Tháng này vừa được người khác giải trình.");
            }
            act(
                    ActKind.TARGET_EXPLAINED,
                    code,
                    year,
                    "Giải trình %s, mốc %d, hai tháng đến %s".formatted(code, year, Vi.day(asked.month())),
                    why);
        });
    }

    /** Brings the evidence that a milestone is reached. */
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    public void prove(String code, int year, String words, @Nullable MultipartFile evidence) {
        if (!targets.get(code, LocalDate.now(clock)).byEvidence()) {
            throw new Refusal("%s được đếm từ hồ sơ, không xác nhận bằng minh chứng.".formatted(code));
        }
        if (repository.listProofs(code, year).stream().anyMatch(it -> it.accepted() == null)) {
            throw new Refusal("Mốc này đang có một minh chứng chờ lãnh đạo thành phố xem.");
        }
        var said = words(words, 1000, "Ghi mốc đạt được thế nào");
        var scan = Scan.read(evidence)
                .orElseThrow(() -> new Refusal("Kèm minh chứng: một tệp PDF, PNG hoặc JPEG, tối đa 10 MB."));
        var account = Objects.requireNonNull(Scope.current().accountId());
        write(() -> {
            repository.insertProof(
                    code,
                    year,
                    said,
                    files.put(SHELF, scan.bytes()),
                    scan.name(),
                    account,
                    Scope.current().actor());
            act(ActKind.TARGET_PROVEN, code, year, "Gửi minh chứng %s, mốc %d".formatted(code, year), said);
        });
    }

    /** A second person accepts the evidence or sends it back with the reason. */
    @PreAuthorize("hasAuthority('TARGET_CONFIRM')")
    public void judge(String code, long id, boolean accepted, String reason) {
        var proof = proof(code, id);
        var account = Objects.requireNonNull(Scope.current().accountId());
        if (proof.broughtBy() == account) {
            throw new Refusal("Người gửi minh chứng không tự xác nhận; cần một người khác.");
        }
        var why = accepted ? reason.strip() : words(reason, 500, "Ghi lý do trả lại");
        write(() -> {
            if (!repository.judge(id, accepted, why, account, Scope.current().actor())) {
                throw new Refusal("Minh chứng này đã được xem rồi.");
            }
            act(
                    ActKind.TARGET_PROVEN,
                    code,
                    proof.year(),
                    (accepted ? "Xác nhận %s, mốc %d đã đạt" : "Trả lại minh chứng %s, mốc %d")
                            .formatted(code, proof.year()),
                    why.isEmpty() ? null : why);
        });
    }

    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public byte[] evidence(String code, long id) {
        var proof = proof(code, id);
        return Scope.current().raised().get(() -> files.get(SHELF, proof.evidence()));
    }

    Proof proof(String code, long id) {
        return repository.listProofs(code, null).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có minh chứng này."));
    }

    private static String words(String text, int most, String ask) {
        var tidy = text.strip();
        if (tidy.length() < 10 || tidy.length() > most) {
            throw new Refusal("%s, từ 10 đến %s ký tự.".formatted(ask, Vi.count(most)));
        }
        return tidy;
    }

    private void act(ActKind kind, String code, int year, String summary, @Nullable String reason) {
        acts.record(
                kind, new Subject("target", Long.parseLong(code.substring(2)) * 10_000 + year, null), summary, reason);
    }

    private void write(Runnable work) {
        Scope.current().raised().run(() -> transaction.executeWithoutResult(status -> work.run()));
    }
}
