package vn.lanhnghe.programme.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
class InquiryController {

    /** {@code link} is there once, right after it was made. */
    public record AskingPage(
            Version it,
            List<Inquiry> inquiries,
            List<Answer> answers,
            @Nullable String link,
            LocalDate today,
            @Nullable String trouble,
            String organisation,
            LocalDate until) {

        /** The last day that a link may be open to. */
        public LocalDate latest() {
            return today.plusDays(Inquiries.LONGEST_DAYS);
        }

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
    private final Inquiries inquiries;
    private final Clock clock;

    InquiryController(Programmes programmes, Inquiries inquiries, Clock clock) {
        this.programmes = programmes;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    @GetMapping("/programmes/versions/{id}/employers")
    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    View employers(@PathVariable long id, Model model) {
        var month = LocalDate.now(clock).plusDays(30);
        return employers(id, (String) model.getAttribute("link"), null, "", month, HttpStatus.OK);
    }

    private View employers(
            long id,
            @Nullable String link,
            @Nullable String trouble,
            String organisation,
            LocalDate until,
            HttpStatus status) {
        var it = programmes.get(id);
        return new Page(
                "programme/asking/employers",
                new AskingPage(
                        it,
                        inquiries.list(it),
                        inquiries.listAnswers(it),
                        link,
                        LocalDate.now(clock),
                        trouble,
                        organisation,
                        until),
                status);
    }

    @PostMapping("/programmes/versions/{id}/employers")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(required = false) @Nullable LocalDate until,
            RedirectAttributes flash) {
        String token;
        try {
            token = inquiries.ask(id, organisation, until);
        } catch (Refusal refused) {
            return employers(
                    id,
                    null,
                    refused.getMessage(),
                    organisation,
                    Objects.requireNonNullElse(until, LocalDate.now(clock).plusDays(30)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/y-kien/" + token);
        return Go.to("/programmes/versions/" + id + "/employers", flash, "Đã tạo đường dẫn; sao chép và gửi ngay.");
    }

    @PostMapping("/programmes/versions/{id}/employers/{inquiry}/withdrawal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View withdraw(@PathVariable long id, @PathVariable long inquiry, RedirectAttributes flash) {
        try {
            inquiries.withdraw(id, inquiry);
        } catch (Refusal refused) {
            return employers(
                    id,
                    null,
                    refused.getMessage(),
                    "",
                    LocalDate.now(clock).plusDays(30),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
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
        var faults = inquiries.answer(door, token, reply);
        return faults.isEmpty()
                ? new Page("programme/asking/thanks", door)
                : answering(token, door, reply, faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
