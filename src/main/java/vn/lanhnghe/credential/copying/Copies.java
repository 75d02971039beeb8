package vn.lanhnghe.credential.copying;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.issuing.Book;
import vn.lanhnghe.credential.issuing.Books;
import vn.lanhnghe.credential.issuing.Entry;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Certified copies, made from the entry of the register book, numbered without a gap in the book of copies, free of charge. */
@Service
@Transactional
public class Copies {

    private static final String LEVEL = "COPY";
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{0,3}\\d{5,}");

    private final CopyRepository copies;
    private final Books books;
    private final Acts acts;
    private final Clock clock;

    Copies(CopyRepository copies, Books books, Acts acts, Clock clock) {
        this.copies = copies;
        this.books = books;
        this.acts = acts;
        this.clock = clock;
    }

    /** Issues as many copies as were asked for; answers with the number of the first and the last, as printed. */
    @PreAuthorize("hasAuthority('CREDENTIAL_COPY')")
    public Issued issue(long diplomaId, CopyRequest request) {
        var diploma =
                copies.lock(diplomaId).orElseThrow(() -> new NotFound("Không có văn bằng này trong phạm vi của bạn."));
        if (diploma.state() != DiplomaState.VALID) {
            throw new Refusal("Văn bằng %s nên không cấp bản sao được."
                    .formatted(
                            diploma.state().released()
                                    ? diploma.state().label()
                                    : "chưa phát hành (%s)"
                                            .formatted(diploma.state().label())));
        }
        var relation = Objects.requireNonNull(request.relation());
        if (relation != Copy.Relation.HOLDER
                && Vietnamese.tidy(request.authorisation()).isEmpty()) {
            throw new Refusal(
                    relation == Copy.Relation.SENT
                            ? "Ghi căn cứ uỷ quyền, ví dụ “Giấy uỷ quyền ngày 12/06/2026”."
                            : "Ghi công văn yêu cầu của cơ quan, ví dụ “Công văn 15/CV-CA ngày 12/06/2026”.");
        }
        var year = LocalDate.now(clock).getYear();
        var book = books.open(Book.Kind.COPY, year, LEVEL, Book.NumberedBy.SYSTEM);
        var paper = covered(Vietnamese.tidy(request.paper()));
        var count = Objects.requireNonNull(request.count());
        var lines = new ArrayList<Books.Line>();
        for (var i = 1; i <= count; i++) {
            var number = book.lastNumber() + i;
            copies.insert(diploma, book, number, Code.random(), request, paper);
            var extra = new LinkedHashMap<String, String>();
            extra.put("Số vào sổ gốc", Objects.requireNonNull(diploma.registerNumber()));
            extra.put("Người yêu cầu", request.requester());
            lines.add(new Books.Line(diplomaId, number, book.printed(number), extra));
        }
        books.write(book, Entry.Kind.COPIED, lines, null, request.purpose());
        acts.record(
                ActKind.COPY_ISSUED,
                new Subject("diploma", diplomaId, diploma.institutionId()),
                "Cấp %s bản sao từ sổ gốc, số %s đến %s"
                        .formatted(
                                Vi.count(count),
                                lines.getFirst().registerNumber(),
                                lines.getLast().registerNumber()),
                request.purpose());
        return new Issued(lines.getFirst().registerNumber(), lines.getLast().registerNumber(), count);
    }

    /** The numbers of the copies just issued, as printed. */
    public record Issued(String first, String last, int count) {}

    /** The words as they were typed, with the middle of every long number covered. */
    static String covered(String paper) {
        return NUMBER.matcher(paper)
                .replaceAll(it -> it.group().substring(0, 3)
                        + "•".repeat(it.group().length() - 5 + (it.group().length() < 6 ? 1 : 0))
                        + it.group().substring(it.group().length() - (it.group().length() < 6 ? 1 : 2)));
    }

    /** The copy of this code, typed in any way; open to everybody who holds it. */
    @Transactional(readOnly = true)
    public Optional<Copy.Found> lookUp(String typed) {
        return Code.read(typed).flatMap(copies::lookUp);
    }
}
