package vn.lanhnghe.law;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import vn.lanhnghe.shared.Vietnamese;

/** The register of legal texts: what is in force on a day, what came after what, and what hangs on it. */
@Service
public class Laws {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** The department's own shelf. */
    private static final long SHELF = 0;

    private final JdbcClient jdbc;
    private final LawRepository laws;
    private final List<Reliant> reliants;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Laws(
            JdbcClient jdbc,
            LawRepository laws,
            List<Reliant> reliants,
            Files files,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.laws = laws;
        this.reliants = reliants;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Clause get(String clauseCode) {
        return jdbc.sql("""
                select clause_code, text_code, label, summary, verified, effective_from, effective_to
                  from law.reference where clause_code = :code
                """).param("code", clauseCode).query(Clause.class).single();
    }

    public LawText text(long id) {
        return laws.find(id).orElseThrow(() -> new NotFound("Không có văn bản này trong sổ. Hãy tìm ở trang Văn bản."));
    }

    /** Everything in the product that rests on the clauses, by kind and name. */
    List<Reliant.Reliance> listReliances(Collection<String> clauseCodes) {
        return reliants.stream()
                .flatMap(it -> it.listReliances(clauseCodes).stream())
                .sorted(Comparator.comparing(Reliant.Reliance::kind).thenComparing(Reliant.Reliance::label))
                .toList();
    }

    /** Enters a document in the register, with its file and its relation to another; answers with its id. */
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public long enter(NewText text, @Nullable MultipartFile file) {
        if (laws.find(text.code()).isPresent()) {
            throw new Refusal("%s đã có trong sổ.".formatted(text.code()));
        }
        var issued = Objects.requireNonNull(text.issuedOn());
        if (text.effectiveFrom() != null && text.effectiveFrom().isBefore(issued)) {
            throw new Refusal("Ngày có hiệu lực %s trước ngày ban hành %s."
                    .formatted(DAY.format(text.effectiveFrom()), DAY.format(issued)));
        }
        var related = text.related().isEmpty()
                ? null
                : laws.find(text.related())
                        .orElseThrow(
                                () -> new Refusal("%s chưa có trong sổ; ghi văn bản đó trước, hoặc để trống quan hệ."
                                        .formatted(text.related())));
        if ((related == null) != text.relation().isEmpty()) {
            throw new Refusal("Quan hệ cần cả hai: loại quan hệ và số hiệu văn bản kia.");
        }
        var scan = Scan.read(file).orElse(null);
        return Scope.current()
                .raised()
                .get(() -> Objects.requireNonNull(transaction.execute(status -> {
                    laws.insert(
                            text,
                            scan == null ? null : files.put(SHELF, scan.bytes()),
                            scan == null ? null : scan.name());
                    if (related != null) {
                        var kind = Relation.Kind.valueOf(text.relation());
                        var since = text.effectiveFrom() == null ? issued : text.effectiveFrom();
                        laws.insertRelation(text.code(), related.code(), kind, since, "ghi khi vào sổ");
                        if (related.effectiveTo() == null
                                && (kind == Relation.Kind.REPLACES || kind == Relation.Kind.REPEALS)) {
                            laws.end(related.code(), since.minusDays(1));
                        }
                    }
                    var id = laws.find(text.code()).orElseThrow().id();
                    acts.record(
                            ActKind.LAW_ENTERED,
                            new Subject("law", id, null),
                            "Ghi %s vào sổ văn bản".formatted(text.code()),
                            null);
                    return id;
                })));
    }

    /** The file of a document, as it was scanned. */
    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public byte[] file(LawText text) {
        var sha256 = text.fileSha256();
        if (sha256 == null) {
            throw new NotFound("Văn bản này chưa có tệp kèm theo.");
        }
        return Scope.current().raised().get(() -> files.get(SHELF, sha256));
    }

    /** Records that a text is replaced or repealed by another from a day on; the other is added to the register when it is new. */
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public void supersede(long id, String byCode, String title, boolean repealed, LocalDate since, String reason) {
        var text = text(id);
        var code = Vietnamese.tidy(byCode);
        if (code.length() < 3 || code.length() > 60) {
            throw new Refusal("Hãy ghi số hiệu của văn bản thay thế, ví dụ NĐ 95/2026/NĐ-CP.");
        }
        if (code.equalsIgnoreCase(text.code())) {
            throw new Refusal(
                    "%s không thể thay thế chính nó. Hãy ghi số hiệu của văn bản mới.".formatted(text.code()));
        }
        var first = text.issuedOn() == null ? text.effectiveFrom() : text.issuedOn();
        if (first != null && !since.isAfter(first)) {
            throw new Refusal("Ngày hết hiệu lực phải sau %s, ngày %s của văn bản."
                    .formatted(DAY.format(first), text.issuedOn() == null ? "có hiệu lực" : "ban hành"));
        }
        if (text.effectiveTo() != null) {
            throw new Refusal("%s đã hết hiệu lực từ %s. Nếu ghi nhầm, hãy hoàn tác trước."
                    .formatted(text.code(), DAY.format(text.effectiveTo().plusDays(1))));
        }
        if (laws.replaces(text.code(), code)) {
            throw new Refusal("%s lại do chính %s thay thế; hai văn bản không thể thay thế lẫn nhau."
                    .formatted(code, text.code()));
        }
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi căn cứ, ví dụ điều khoản thi hành của văn bản mới.");
        }
        var known = laws.find(code);
        var name = Vietnamese.tidy(title);
        if (known.isEmpty() && name.length() < 5) {
            throw new Refusal("%s chưa có trong sổ. Hãy ghi cả tên văn bản để thêm vào sổ.".formatted(code));
        }
        raised(() -> {
            if (known.isEmpty()) {
                laws.insert(code, name, text.kind(), since);
            }
            laws.insertRelation(
                    known.map(LawText::code).orElse(code),
                    text.code(),
                    repealed ? Relation.Kind.REPEALS : Relation.Kind.REPLACES,
                    since,
                    reason);
            laws.end(text.code(), since.minusDays(1));
            acts.record(
                    ActKind.LAW_SUPERSEDED,
                    new Subject("law", id, null),
                    "%s bị %s %s từ %s"
                            .formatted(text.code(), repealed ? "bãi bỏ bởi" : "thay thế bởi", code, DAY.format(since)),
                    reason);
        });
    }

    /** Puts a text back in force; that it was thought superseded stays in the history. */
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public void reinstate(long id, String reason) {
        var text = text(id);
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do hoàn tác.");
        }
        raised(() -> {
            if (laws.reinstate(text.code()) == 0) {
                throw new Refusal("%s chưa bị văn bản nào thay thế.".formatted(text.code()));
            }
            acts.record(
                    ActKind.LAW_REINSTATED,
                    new Subject("law", id, null),
                    text.code() + " trở lại như trước khi bị thay thế",
                    reason);
        });
    }

    /** Clauses that are no longer, or within ninety days no more, in force, and that something still rests on. */
    List<Reliant.Reliance> listLeftBehind() {
        var ending = laws.listEnding(LocalDate.now(clock).plusDays(90)).stream()
                .map(Clause::clauseCode)
                .toList();
        return ending.isEmpty() ? List.of() : listReliances(ending);
    }

    private void raised(Runnable deed) {
        Scope.current().raised().run(() -> transaction.executeWithoutResult(status -> deed.run()));
    }
}
