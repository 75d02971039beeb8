package vn.lanhnghe.person.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import vn.lanhnghe.person.Facts;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.paper.KeptFile;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Vi;

/** A person's facts corrected: what is typed, then the answers looked over, then written. */
@Controller
@PreAuthorize("hasAuthority('PERSON_EDIT')")
class CorrectionController {

    public record EditPage(PersonFile file, BindingResult form) {}

    /** One fact that will be written; {@code stood} is what it said when the form was opened, where it was changed since. */
    public record Row(People.Change change, @Nullable String stood) {}

    /** What will be written, beside what stands there now; {@code since}: what was changed after this was looked over before. */
    public record CheckPage(
            PersonFile file, List<Row> rows, List<People.Change> since, UUID draft, String reason, KeptFile evidence) {}

    private final People people;
    private final Corrections corrections;
    private final StaffPapers papers;
    private final Files files;
    private final Clock clock;

    CorrectionController(People people, Corrections corrections, StaffPapers papers, Files files, Clock clock) {
        this.people = people;
        this.corrections = corrections;
        this.papers = papers;
        this.files = files;
        this.clock = clock;
    }

    /** The form, as the register stands, or as it was typed and is looked over. */
    @GetMapping("/staff/{id:\\d+}/correction")
    View form(@PathVariable long id, @RequestParam(defaultValue = "") String draft) {
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
        Facts.stand(values);
        if (!draft.isEmpty()) {
            var typed = corrections.get(id, draft);
            if (typed.writtenAt() == null) {
                values.putAll(typed.typed());
                values.put("reason", typed.reason());
                StaffPapers.show(papers.kept(typed.fileId().toString()), values);
            }
        }
        return new Page("person/record/correction", new EditPage(file, new MapBindingResult(values, "person")));
    }

    /** The answers to look over. Nothing is written to the record yet. */
    @PostMapping("/staff/{id:\\d+}/correction")
    View check(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile evidence) {
        people.editableOrRefuse(id);
        var file = people.file(id);
        var result = new MapBindingResult(form, "person");
        var today = LocalDate.now(clock);
        var values = Facts.changed(values(form, result), form, today);
        var changes = people.compare(file, values);
        people.faults(id, values).forEach((field, fault) -> result.rejectValue(field, "taken", fault));
        var reason = form.getOrDefault("reason", "").strip();
        if (reason.length() < 3 || reason.length() > 500) {
            result.rejectValue(
                    "reason", "reason", "Hãy ghi lý do sửa trong 3–500 ký tự, ví dụ “Theo thẻ căn cước mới”.");
        }
        if (!result.hasErrors() && changes.isEmpty()) {
            result.reject("same", "Chưa có gì khác với hồ sơ. Sửa ô cần sửa rồi bấm Xem lại.");
        }
        var kept = papers.take(evidence, form, result, "evidence");
        if (kept == null || result.hasErrors()) {
            return new Page("person/record/correction", new EditPage(file, result), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var draft = corrections.begin(file, changes, typed(form), reason, kept);
        var rows = changes.stream()
                .map(it -> {
                    var stood = Facts.stood(it.fact(), form, today);
                    return new Row(it, stood == null || stood.equals(it.before()) ? null : stood);
                })
                .toList();
        return new Page("person/record/check", new CheckPage(file, rows, List.of(), draft.id(), draft.reason(), kept));
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
    View confirm(@PathVariable long id, @RequestParam(defaultValue = "") String draft, RedirectAttributes flash) {
        people.editableOrRefuse(id);
        var it = corrections.get(id, draft);
        if (it.writtenAt() != null) {
            return Go.to(
                    "/staff/" + id,
                    flash,
                    "Những thay đổi này đã được ghi lúc %s; không ghi lại lần nữa.".formatted(Vi.time(it.writtenAt())));
        }
        var kept = papers.kept(it.fileId().toString());
        if (kept == null) {
            throw new Refusal("Minh chứng đã gửi không còn. Hãy mở lại trang Sửa thông tin và gửi minh chứng lần nữa.");
        }
        var file = people.file(id);
        var since = People.since(file, it.before());
        if (!since.isEmpty()) {
            corrections.renew(it, file);
            var rows = it.changes().entrySet().stream()
                    .filter(one -> !file.value(one.getKey()).equals(one.getValue()))
                    .map(one ->
                            new Row(new People.Change(one.getKey(), file.value(one.getKey()), one.getValue()), null))
                    .toList();
            return new Page(
                    "person/record/check",
                    new CheckPage(file, rows, since, it.id(), it.reason(), kept),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var count = corrections.write(it, kept);
        return Go.to(
                "/staff/" + id,
                flash,
                count == 0
                        ? "Hồ sơ đã ghi đúng như vậy từ trước; không có gì phải ghi thêm."
                        : "Đã sửa %d thông tin, minh chứng lưu cùng hồ sơ.".formatted(count));
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
