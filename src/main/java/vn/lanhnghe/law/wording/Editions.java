package vn.lanhnghe.law.wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** The wordings of legal texts: added whole, taken back whole, searched by clause, compared. */
@Service
public class Editions {

    private final EditionRepository editions;
    private final Acts acts;
    private final TransactionTemplate transaction;

    Editions(EditionRepository editions, Acts acts, TransactionTemplate transaction) {
        this.editions = editions;
        this.acts = acts;
        this.transaction = transaction;
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public List<Edition> list(String textCode) {
        return editions.list(textCode);
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public List<Edition> list() {
        return editions.list();
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Edition get(long id) {
        return editions.find(id).orElseThrow(() -> new NotFound("Không có bản toàn văn này."));
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public List<Passage> listPassages(long id) {
        return editions.listPassages(id);
    }

    /** Adds the wording of a text as it stands from a day on. */
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public long add(long textId, String textCode, @Nullable LocalDate validFrom, String note, String text) {
        if (validFrom == null) {
            throw new Refusal("Chọn ngày mà câu chữ này bắt đầu có hiệu lực.");
        }
        var source = Vietnamese.tidy(note);
        if (source.length() < 3 || source.length() > 300) {
            throw new Refusal("Ghi câu chữ lấy từ đâu, từ 3 đến 300 ký tự, ví dụ Công báo số 12 ngày 5/6/2026.");
        }
        var passages = Wording.read(text);
        if (passages.stream().noneMatch(it -> it.anchor().matches("(d|pl).*"))) {
            throw new Refusal(
                    "Chưa đọc ra điều nào. Mỗi điều bắt đầu bằng một dòng “Điều 1. …”, mỗi khoản bằng “1. …”, mỗi điểm bằng “a) …”.");
        }
        return Scope.current()
                .raised()
                .get(() -> Objects.requireNonNull(transaction.execute(status -> {
                    var id = editions.insert(
                            textCode, validFrom, source, Scope.current().actor(), passages);
                    acts.record(
                            ActKind.LAW_WORDED,
                            new Subject("law", textId, null),
                            "Ghi toàn văn %s, %s điều khoản, áp dụng từ %s"
                                    .formatted(textCode, Vi.count(passages.size()), Vi.day(validFrom)),
                            source);
                    return id;
                })));
    }

    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public void undo(long id, String reason) {
        var edition = get(id);
        if (reason.strip().length() < 3) {
            throw new Refusal("Ghi lý do bỏ bản toàn văn này.");
        }
        Scope.current()
                .raised()
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (!editions.undo(id, Scope.current().actor())) {
                        throw new Refusal("Bản này đã được bỏ.");
                    }
                    acts.record(
                            ActKind.LAW_WORDED,
                            new Subject("law", edition.textId(), null),
                            "Bỏ bản toàn văn %s áp dụng từ %s"
                                    .formatted(edition.textCode(), Vi.day(edition.validFrom())),
                            reason.strip());
                }));
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Comparison compare(long before, long after) {
        get(before);
        get(after);
        return Comparison.of(editions.listPassages(before), editions.listPassages(after));
    }

    /** A clause that was found, with the words around. */
    public record Hit(
            long textId,
            String textCode,
            String title,
            @Nullable Long editionId,
            @Nullable String anchor,
            String label,
            List<Marked> snippet) {}

    /** What was found; {@code folded} says that marks were looked past, because nothing had them as typed or none were typed. */
    public record Search(Paging<Hit> hits, boolean folded) {}

    /** Clauses that hold the words, in the wordings that stand on the day and among those referred to. */
    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Search search(String query, String kind, String force, LocalDate day, int page) {
        var tidy = Vietnamese.tidy(query);
        var bare = Vietnamese.fold(tidy);
        var plain = bare.equals(tidy.toLowerCase(Vi.LOCALE));
        var asked =
                Map.<String, Object>of("query", tidy.toLowerCase(Vi.LOCALE), "kind", kind, "force", force, "day", day);
        var total = plain ? 0 : editions.count(asked, false);
        var folded = total == 0;
        if (folded) {
            asked = Map.of("query", bare, "kind", kind, "force", force, "day", day);
            total = editions.count(asked, true);
        }
        var shown = (int) Math.clamp(page, 1L, Math.max(1, (total + Paging.SIZE - 1) / Paging.SIZE));
        return new Search(
                new Paging<>(
                        editions.search(asked, folded, Paging.SIZE, Paging.offset(shown)).stream()
                                .map(it -> new Hit(
                                        it.textId(),
                                        it.textCode(),
                                        it.title(),
                                        it.editionId(),
                                        it.anchor(),
                                        it.label(),
                                        Marked.snippet(it.words(), tidy)))
                                .toList(),
                        shown,
                        total,
                        Paging.SIZE),
                folded && !plain);
    }
}
