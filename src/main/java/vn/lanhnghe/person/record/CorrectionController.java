package vn.lanhnghe.person.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.person.Evidence;
import vn.lanhnghe.person.Facts;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** A person's facts corrected: what is typed, then the answers looked over, then written. */
@Controller
@PreAuthorize("hasAuthority('PERSON_EDIT')")
class CorrectionController {

    public record EditPage(PersonFile file, BindingResult form) {}

    /** What will be written, beside what stands there now. */
    public record CheckPage(
            PersonFile file,
            List<People.Change> changes,
            Map<String, String> values,
            String reason,
            Evidence evidence) {}

    private final People people;
    private final StaffPapers papers;
    private final Files files;
    private final Clock clock;

    CorrectionController(People people, StaffPapers papers, Files files, Clock clock) {
        this.people = people;
        this.papers = papers;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/staff/{id:\\d+}/correction")
    View form(@PathVariable long id) {
        people.editableOrRefuse(id);
        var file = people.file(id);
        people.read(id);
        var values = new HashMap<String, String>();
        for (var fact : PersonFact.values()) {
            // what is covered is typed anew, or left as it is
            values.put(
                    fact.field(),
                    fact.covered() ? "" : fact.options().isEmpty() ? fact.shown(file.value(fact)) : file.value(fact));
        }
        return new Page("person/record/correction", new EditPage(file, new MapBindingResult(values, "person")));
    }

    /** The answers to look over. Nothing is written yet but the paper, which lies on the college's shelf. */
    @PostMapping("/staff/{id:\\d+}/correction")
    View check(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile evidence) {
        people.editableOrRefuse(id);
        var file = people.file(id);
        var result = new MapBindingResult(form, "person");
        var values = values(form, result);
        var changes = people.compare(file, values);
        var reason = form.getOrDefault("reason", "").strip();
        if (reason.length() < 3 || reason.length() > 500) {
            result.rejectValue(
                    "reason", "reason", "Hãy ghi lý do sửa trong 3–500 ký tự, ví dụ “Theo thẻ căn cước mới”.");
        }
        if (!result.hasErrors() && changes.isEmpty()) {
            result.reject("same", "Chưa có gì khác với hồ sơ. Sửa ô cần sửa rồi bấm Xem lại.");
        }
        Evidence kept = null;
        try {
            var scan = Scan.read(evidence);
            if (scan.isEmpty()) {
                result.rejectValue(
                        "evidence",
                        "missing",
                        "Hãy gửi kèm minh chứng: bản quét hoặc ảnh chụp giấy tờ, PDF, PNG hoặc JPEG.");
            } else if (!result.hasErrors()) {
                kept = papers.keep(scan.get());
            }
        } catch (Refusal refused) {
            result.rejectValue("evidence", "scan", String.valueOf(refused.getMessage()));
        }
        if (kept == null) {
            return new Page("person/record/correction", new EditPage(file, result), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new Page("person/record/check", new CheckPage(file, changes, typed(form), reason, kept));
    }

    private static Map<String, String> typed(Map<String, String> form) {
        var typed = new HashMap<String, String>();
        for (var fact : PersonFact.values()) {
            if (form.containsKey(fact.field())) {
                typed.put(fact.field(), form.get(fact.field()));
            }
        }
        return typed;
    }

    private Map<PersonFact, @Nullable String> values(Map<String, String> form, BindingResult result) {
        var given = new HashMap<>(form);
        if (form.getOrDefault(PersonFact.CITIZEN_ID.field(), "").isBlank()) {
            given.remove(PersonFact.CITIZEN_ID.field());
        }
        return Facts.read(given, LocalDate.now(clock), result);
    }

    @PostMapping("/staff/{id:\\d+}/correction/confirmation")
    View confirm(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String fileName,
            RedirectAttributes flash) {
        people.editableOrRefuse(id);
        var result = new MapBindingResult(form, "person");
        var values = values(form, result);
        if (result.hasErrors()) {
            throw new Refusal(
                    "Trang xem lại không còn đủ thông tin. Hãy mở lại trang sửa và gửi minh chứng một lần nữa.");
        }
        var count = people.correct(id, values, reason, papers.kept(sha256, fileName));
        return Go.to("/staff/" + id, flash, "Đã sửa %d thông tin, minh chứng lưu cùng hồ sơ.".formatted(count));
    }

    /** The paper that a correction was read from. */
    @GetMapping("/staff/{id:\\d+}/corrections/{correction}/file")
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    ResponseEntity<byte[]> evidence(@PathVariable long id, @PathVariable long correction) {
        people.file(id);
        var it = people.listCorrections(id).stream()
                .filter(one -> one.id() == correction && one.institutionId() != null)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có minh chứng này trong phạm vi của bạn."));
        var shelf = Objects.requireNonNull(it.institutionId());
        people.read(id, "Xem minh chứng sửa " + it.label());
        return Download.foreign(Scope.current().raised().get(() -> files.get(shelf, it.sha256())), it.fileName());
    }
}
