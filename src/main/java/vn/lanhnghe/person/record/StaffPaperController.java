package vn.lanhnghe.person.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.paper.NewPaper;
import vn.lanhnghe.person.paper.NewRecognition;
import vn.lanhnghe.person.paper.PaperState;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** A person's papers and recognitions, written by the school. */
@Controller
@PreAuthorize("hasAuthority('PERSON_EDIT')")
class StaffPaperController {

    public record PaperPage(PersonFile file, BindingResult form) {}

    public record RecognitionPage(PersonFile file, BindingResult form, Map<String, Integer> rules) {}

    private final People people;
    private final StaffPapers papers;
    private final Clock clock;

    StaffPaperController(People people, StaffPapers papers, Clock clock) {
        this.people = people;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/staff/{id:\\d+}/papers/new")
    View blank(@PathVariable long id) {
        people.editableOrRefuse(id);
        return paper(id, new MapBindingResult(Map.of(), "paper"), HttpStatus.OK);
    }

    private View paper(long id, BindingResult form, HttpStatus status) {
        return new Page("person/record/paper", new PaperPage(people.file(id), form), status);
    }

    @PostMapping("/staff/{id:\\d+}/papers")
    View add(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes flash) {
        people.editableOrRefuse(id);
        var result = new MapBindingResult(form, "paper");
        var read = NewPaper.read(form, LocalDate.now(clock));
        read.faults().forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        var sent = papers.take(scan, form, result, "scan");
        var paper = read.paper();
        if (sent == null || paper == null || result.hasErrors()) {
            return paper(id, result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            papers.add(id, paper, sent.evidence());
        } catch (Refusal refused) {
            result.reject("refused", String.valueOf(refused.getMessage()));
            return paper(id, result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to("/staff/" + id, flash, "Đã ghi và xác nhận văn bằng, chứng chỉ.");
    }

    @GetMapping("/staff/{id:\\d+}/papers/{paper}/file")
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long paper) {
        var sent = papers.file(id, paper);
        return Download.foreign(sent.bytes(), sent.name());
    }

    @PostMapping("/staff/{id:\\d+}/papers/{paper}/state")
    View turn(
            @PathVariable long id,
            @PathVariable long paper,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        var wanted = Arrays.stream(PaperState.values())
                .filter(it -> it.name().equals(state))
                .findFirst()
                .orElse(PaperState.DECLARED);
        papers.turn(id, paper, wanted, note);
        return Go.to(
                "/staff/" + id, flash, "Đã ghi: %s.".formatted(wanted.label().toLowerCase(vn.lanhnghe.ui.Vi.LOCALE)));
    }

    @GetMapping("/staff/{id:\\d+}/recognitions/new")
    View recognition(@PathVariable long id) {
        people.editableOrRefuse(id);
        return recognition(id, new MapBindingResult(Map.of(), "recognition"), HttpStatus.OK);
    }

    private View recognition(long id, BindingResult form, HttpStatus status) {
        return new Page(
                "person/record/recognition", new RecognitionPage(people.file(id), form, people.rules()), status);
    }

    @PostMapping("/staff/{id:\\d+}/recognitions")
    View recognise(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes flash) {
        people.editableOrRefuse(id);
        var result = new MapBindingResult(form, "recognition");
        var read = NewRecognition.read(form, LocalDate.now(clock), people.rules());
        read.faults().forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        var sent = papers.take(scan, form, result, "scan");
        var recognition = read.recognition();
        if (sent == null || recognition == null || result.hasErrors()) {
            return recognition(id, result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            papers.recognise(id, recognition, sent.evidence());
        } catch (Refusal refused) {
            result.reject("refused", String.valueOf(refused.getMessage()));
            return recognition(id, result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to("/staff/" + id, flash, "Đã ghi công nhận người dạy nghề.");
    }

    @PostMapping("/staff/{id:\\d+}/recognitions/{recognition}/teaching")
    View taught(
            @PathVariable long id,
            @PathVariable long recognition,
            @RequestParam(defaultValue = "") String taughtOn,
            RedirectAttributes flash) {
        papers.taught(id, recognition, PersonFact.day(taughtOn.strip()));
        return Go.to("/staff/" + id, flash, "Đã ghi ngày dạy gần nhất.");
    }

    @GetMapping("/staff/{id:\\d+}/recognitions/{recognition}/file")
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    ResponseEntity<byte[]> decision(@PathVariable long id, @PathVariable long recognition) {
        var sent = papers.decision(id, recognition);
        return Download.foreign(sent.bytes(), sent.name());
    }
}
