package vn.lanhnghe.person.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.person.Facts;
import vn.lanhnghe.person.Leave;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.Spell;
import vn.lanhnghe.person.paper.NewPaper;
import vn.lanhnghe.person.paper.Paper;
import vn.lanhnghe.person.paper.Recognition;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** Hồ sơ nhà giáo của tôi: a staff member's own record, and what they ask to be changed of it. */
@Controller
@PreAuthorize("hasAuthority('PERSON_SELF')")
class OwnStaffController {

    /** {@code own} is null while nobody has said whose the account is. */
    public record OwnPage(
            People.@Nullable Own own,
            Map<Long, String> institutions,
            List<Paper> papers,
            List<Recognition> recognitions,
            List<Request> requests,
            LocalDate today) {

        public String institution(Spell spell) {
            return institutions.getOrDefault(spell.institutionId(), "");
        }

        public List<Leave> of(Spell spell) {
            return own == null
                    ? List.of()
                    : own.leaves().stream()
                            .filter(it -> it.spellId() == spell.id())
                            .toList();
        }
    }

    public record AskPage(People.Own own, BindingResult form) {}

    public record DeclarePage(BindingResult form) {}

    private final People people;
    private final StaffPapers papers;
    private final Requests requests;
    private final Clock clock;

    OwnStaffController(People people, StaffPapers papers, Requests requests, Clock clock) {
        this.people = people;
        this.papers = papers;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/me/staff")
    View own() {
        var today = LocalDate.now(clock);
        var own = people.own().orElse(null);
        if (own == null) {
            return new Page("person/asking/own", new OwnPage(null, Map.of(), List.of(), List.of(), List.of(), today));
        }
        // what is opened here is no news any more
        requests.see();
        papers.see();
        return new Page(
                "person/asking/own",
                new OwnPage(
                        own,
                        people.institutionNames(own.spells()),
                        papers.listOwn(),
                        papers.listOwnRecognitions(),
                        requests.listOwn(),
                        today));
    }

    @GetMapping("/me/staff/requests/new")
    View blank() {
        var own = mine();
        var values = new HashMap<String, String>();
        for (var fact : PersonFact.values()) {
            var value = own.file().value(fact);
            values.put(fact.field(), fact.covered() ? "" : fact.options().isEmpty() ? fact.shown(value) : value);
        }
        Facts.stand(values);
        return new Page("person/asking/ask", new AskPage(own, new MapBindingResult(values, "request")));
    }

    @PostMapping("/me/staff/requests")
    View ask(
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes flash) {
        var own = mine();
        var result = new MapBindingResult(form, "request");
        var given = new HashMap<>(form);
        if (form.getOrDefault(PersonFact.CITIZEN_ID.field(), "").isBlank()) {
            given.remove(PersonFact.CITIZEN_ID.field());
        }
        var today = LocalDate.now(clock);
        var values = Facts.changed(Facts.read(given, today, result), form, today);
        var note = form.getOrDefault("note", "").strip();
        if (note.length() < 3 || note.length() > 500) {
            result.rejectValue("note", "note", "Hãy ghi lý do trong 3–500 ký tự, ví dụ “Đổi số điện thoại”.");
        }
        if (!result.hasErrors() && people.compare(own.file(), values).isEmpty()) {
            result.reject("same", "Bạn chưa đổi thông tin nào. Sửa ô cần sửa rồi gửi.");
        }
        var sent = papers.take(scan, form, result, "scan");
        if (sent != null && !result.hasErrors()) {
            try {
                requests.ask(values, note, sent.evidence());
                return Go.to("/me/staff", flash, "Đã gửi đề nghị. Câu trả lời của trường hiện ở trang này.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return new Page("person/asking/ask", new AskPage(own, result), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/me/staff/requests/{id}/withdrawal")
    View withdraw(@PathVariable long id, RedirectAttributes flash) {
        requests.withdraw(id);
        return Go.to("/me/staff", flash, "Đã rút đề nghị.");
    }

    @GetMapping("/me/staff/papers/new")
    View paper() {
        mine();
        return new Page("person/asking/declare", new DeclarePage(new MapBindingResult(Map.of(), "paper")));
    }

    @PostMapping("/me/staff/papers")
    View declare(
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes flash) {
        mine();
        var result = new MapBindingResult(form, "paper");
        var read = NewPaper.read(form, LocalDate.now(clock));
        read.faults().forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        var sent = papers.take(scan, form, result, "scan");
        var paper = read.paper();
        if (sent == null || paper == null || result.hasErrors()) {
            return new Page("person/asking/declare", new DeclarePage(result), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            papers.declare(paper, sent.evidence());
        } catch (Refusal refused) {
            result.reject("refused", String.valueOf(refused.getMessage()));
            return new Page("person/asking/declare", new DeclarePage(result), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to("/me/staff", flash, "Đã ghi là tự khai; trường sẽ đối chiếu bản gốc rồi xác nhận.");
    }

    /** The scan of one of one's own papers. */
    @GetMapping("/me/staff/papers/{paper}/file")
    ResponseEntity<byte[]> file(@PathVariable long paper) {
        var sent = papers.ownFile(paper);
        return Download.foreign(sent.bytes(), sent.name());
    }

    private People.Own mine() {
        return people.own()
                .orElseThrow(() ->
                        new NotFound("Tài khoản này chưa gắn với hồ sơ nhà giáo nào. Hãy nhờ phòng đào tạo gắn."));
    }
}
