package vn.lanhnghe.programme.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.programme.design.Outcome;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
class InquiryController {

    /** {@code link} is there once, right after it was made. */
    public record AskingPage(
            Version it,
            List<Inquiry> inquiries,
            List<Answer> answers,
            List<Outcome> outcomes,
            @Nullable String link,
            LocalDate today) {

        public Map<String, List<Answer>> byStatement() {
            return answers.stream()
                    .collect(Collectors.groupingBy(
                            it -> it.code() + " " + it.statement(), java.util.LinkedHashMap::new, Collectors.toList()));
        }

        public String whose(Answer answer) {
            return inquiries.stream()
                    .filter(it -> it.id() == answer.inquiryId())
                    .map(it -> it.byOrganisation() == null ? it.organisation() : it.byOrganisation())
                    .findFirst()
                    .orElse("");
        }
    }

    /** {@code shut} says why no answer is taken; null when one is. */
    public record AnswerPage(
            String token,
            Door door,
            List<Door.Line> lines,
            @Nullable String shut,
            Reply reply,
            List<Reply.Fault> faults) {

        public String seen() {
            return Inquiries.seen(lines);
        }

        public boolean wrong(String field) {
            return faults.stream().anyMatch(it -> it.field().equals(field));
        }
    }

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Inquiries inquiries;
    private final Clock clock;

    InquiryController(Programmes programmes, Outcomes outcomes, Inquiries inquiries, Clock clock) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    @GetMapping("/programmes/versions/{id}/employers")
    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    View employers(@PathVariable long id, Model model) {
        var it = programmes.get(id);
        return new Page(
                "programme/asking/employers",
                new AskingPage(
                        it,
                        inquiries.list(it),
                        inquiries.listAnswers(it),
                        outcomes.list(it),
                        (String) model.getAttribute("link"),
                        LocalDate.now(clock)));
    }

    @PostMapping("/programmes/versions/{id}/employers")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(required = false) @Nullable LocalDate until,
            RedirectAttributes flash) {
        var token = inquiries.ask(id, organisation, until);
        flash.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/y-kien/" + token);
        return Go.to("/programmes/versions/" + id + "/employers", flash, "Đã tạo đường dẫn; sao chép và gửi ngay.");
    }

    @PostMapping("/programmes/versions/{id}/employers/{inquiry}/withdrawal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View withdraw(@PathVariable long id, @PathVariable long inquiry, RedirectAttributes flash) {
        inquiries.withdraw(id, inquiry);
        return Go.to("/programmes/versions/" + id + "/employers", flash, "Đã thu hồi đường dẫn.");
    }

    @GetMapping("/y-kien/{token}")
    View door(@PathVariable String token) {
        var door = inquiries.lookUp(token).orElse(null);
        return door == null ? unknown(token) : answering(token, door, Reply.blank(door), List.of(), HttpStatus.OK);
    }

    private static View unknown(String token) {
        return new Page("programme/asking/unknown", token, HttpStatus.NOT_FOUND);
    }

    private View answering(String token, Door door, Reply reply, List<Reply.Fault> faults, HttpStatus status) {
        var shut = door.shut(LocalDate.now(clock));
        return new Page(
                "programme/asking/answer",
                new AnswerPage(token, door, shut == null ? inquiries.listLines(door) : List.of(), shut, reply, faults),
                status);
    }

    @PostMapping("/y-kien/{token}")
    View answer(@PathVariable String token, @RequestParam Map<String, String> typed) {
        var door = inquiries.lookUp(token).orElse(null);
        if (door == null) {
            return unknown(token);
        }
        var reply = new Reply(typed);
        if (door.shut(LocalDate.now(clock)) != null) {
            return answering(token, door, reply, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var faults = inquiries.answer(token, reply);
        return faults.isEmpty()
                ? new Page("programme/asking/thanks", door)
                : answering(token, door, reply, faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
