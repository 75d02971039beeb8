package vn.lanhnghe.credential.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Rehearsal;

/** Sổ gốc: the books of the college, their lines as they were written, and the printout. */
@Controller
class BookController {

    public record BooksPage(List<Book> books) {}

    /** {@code missing} are numbers that the college's own lists have skipped. */
    public record BookPage(Book book, Paging<Entry> lines, List<Integer> missing) {}

    /** What the official printout of a book shows: every number once, with what became of it in the last column. */
    public record BookPaper(
            Book book,
            String institution,
            List<Printed> rows,
            Map<String, String> ranks,
            LocalDate printedOn,
            boolean rehearsal) {}

    /** A number of the book as the printout has it. */
    public record Printed(
            int line,
            String registerNumber,
            String fullName,
            String birthDate,
            String birthPlace,
            String occupation,
            String rank,
            String decision,
            String serial,
            String issuedOn,
            String notes) {}

    private final Books face;
    private final BookRepository books;
    private final Institutions institutions;
    private final Enrolments enrolments;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Clock clock;

    BookController(
            Books face,
            BookRepository books,
            Institutions institutions,
            Enrolments enrolments,
            Documents documents,
            Rehearsal rehearsal,
            Clock clock) {
        this.face = face;
        this.books = books;
        this.institutions = institutions;
        this.enrolments = enrolments;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @GetMapping("/books")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View list() {
        return new Page("credential/issuing/books", new BooksPage(books.list()));
    }

    @GetMapping("/books/{id}")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View one(@PathVariable long id, @RequestParam(defaultValue = "1") int page) {
        var book = get(id);
        return new Page(
                "credential/issuing/book",
                new BookPage(
                        book,
                        books.lines(book, page),
                        book.numberedBy() == Book.NumberedBy.COLLEGE ? books.listMissing(id) : List.of()));
    }

    /** The printout, so many numbers at a time that a binder holds them. */
    @GetMapping(value = "/books/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    ResponseEntity<byte[]> paper(@PathVariable long id, @RequestParam(defaultValue = "1") int part) {
        var book = get(id);
        return ResponseEntity.ok()
                .header("Content-Disposition", "inline; filename=\"so-goc-%d-%d.pdf\"".formatted(book.year(), part))
                .body(documents.pdf(Page.text(
                        "credential/issuing/book-paper",
                        new BookPaper(
                                book,
                                institutions.get(book.institutionId()).name(),
                                books.listPrinted(book.id(), part),
                                enrolments.grading().bands().stream()
                                        .collect(Collectors.toMap(Grading.Band::code, Grading.Band::label)),
                                LocalDate.now(clock),
                                rehearsal.rehearsal()))));
    }

    @PostMapping("/books/{id}/numbering")
    @PreAuthorize("hasAuthority('CREDENTIAL_CHECK')")
    View takeOver(@PathVariable long id, @RequestParam int last, RedirectAttributes flash) {
        face.takeOver(id, last);
        return Go.to("/books/" + id, flash, "Từ nay hệ thống cấp số vào sổ này, tiếp theo số %d.".formatted(last));
    }

    private Book get(long id) {
        return books.find(id).orElseThrow(() -> new NotFound("Không có sổ này trong phạm vi của bạn."));
    }
}
