package vn.lanhnghe.credential.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** The register books of a college: lines are written and never changed; the database refuses a gap as it refuses an eraser. */
@Service
@Transactional
public class Books {

    private final BookRepository books;
    private final Acts acts;

    Books(BookRepository books, Acts acts) {
        this.books = books;
        this.acts = acts;
    }

    /** The book of a year and level in scope, opened when there is none; held until the transaction ends. */
    public Book open(Book.Kind kind, int year, String level, Book.NumberedBy numberedBy) {
        var institution = Objects.requireNonNull(Scope.current().institutionId());
        return books.lock(institution, kind, year, level).orElseGet(() -> {
            books.insert(
                    institution, kind, year, level, numberedBy, Scope.current().actor());
            return books.lock(institution, kind, year, level).orElseThrow();
        });
    }

    /** The book as it would be found or opened, without opening it. */
    @Transactional(readOnly = true)
    public Book look(Book.Kind kind, int year, String level, Book.NumberedBy numberedBy) {
        var institution = Objects.requireNonNull(Scope.current().institutionId());
        return books.find(institution, kind, year, level)
                .orElseGet(() -> new Book(0, institution, kind, year, level, numberedBy, books.pattern(level), 0, 0));
    }

    /** Writes one line a diploma, in the order given, with the facts that its page shows. */
    public void write(
            Book book, Entry.Kind kind, List<Line> lines, @Nullable String decision, @Nullable String reason) {
        books.write(book.id(), kind, lines, decision, reason);
    }

    /** Writes one line about a diploma into the book it stands in. */
    public void write(
            Diploma diploma,
            Entry.Kind kind,
            Map<String, String> content,
            @Nullable String decision,
            @Nullable String reason) {
        write(List.of(diploma), kind, content, decision, reason);
    }

    /** Writes one line a diploma into the books they stand in. */
    public void write(
            Collection<Diploma> diplomas,
            Entry.Kind kind,
            Map<String, String> content,
            @Nullable String decision,
            @Nullable String reason) {
        books.annotate(
                diplomas.stream()
                        .filter(it -> it.bookId() != null)
                        .map(Diploma::id)
                        .toList(),
                kind,
                content,
                decision,
                reason);
    }

    /** A line to be written: the diploma, its number where the line gives one, and the number as printed. */
    public record Line(long diplomaId, @Nullable Integer number, String registerNumber, Map<String, String> extra) {}

    @Transactional(readOnly = true)
    public List<Entry> listOf(long diplomaId) {
        return books.listOf(diplomaId);
    }

    /** From now on the system gives the numbers of a book that the college has numbered; the next one follows {@code last}. */
    @PreAuthorize("hasAuthority('CREDENTIAL_CHECK')")
    public void takeOver(long bookId, int last) {
        var book = books.find(bookId).orElseThrow(() -> new NotFound("Không có sổ này."));
        if (book.numberedBy() == Book.NumberedBy.SYSTEM) {
            throw new Refusal("Sổ này đã do hệ thống cấp số.");
        }
        var highest = books.highestGiven(bookId);
        if (last < highest) {
            throw new Refusal(
                    "Sổ đã có số %d. Số cuối cùng của trường phải từ %d trở lên, để số do hệ thống cấp không trùng."
                            .formatted(highest, highest));
        }
        books.takeOver(bookId, last);
        acts.record(
                ActKind.BOOK_TAKEN_OVER,
                new Subject("book", bookId, book.institutionId()),
                "%s: hệ thống cấp số tiếp theo số %d".formatted(book.title(), last),
                null);
    }
}
