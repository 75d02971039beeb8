package vn.lanhnghe.person.asking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.Person;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** What teachers ask, for the college that decides; and their papers that wait for its word. */
@Controller
@PreAuthorize("hasAuthority('PERSON_EDIT')")
class PersonRequestController {

    /** {@code revealed} is the request whose citizen number is shown, this once. */
    public record QueuePage(
            List<Request> requests,
            Request.State state,
            List<StaffPapers.Waiting> papers,
            @Nullable Long revealed,
            @Nullable Long me,
            @Nullable Trouble trouble) {

        public @Nullable Trouble troubleOf(Request it) {
            return trouble != null && trouble.id() == it.id() ? trouble : null;
        }

        /** Does the reader ask this of their own record? Then somebody else decides. */
        public boolean mine(long personId) {
            return Objects.equals(me, personId);
        }

        public boolean covers(Request it, PersonFact fact) {
            return fact.covered() && !Objects.equals(revealed, it.id());
        }

        /** What a fact is asked to be, the citizen number with all but its last three digits covered. */
        public String shown(Request it, PersonFact fact) {
            var value = it.facts().getOrDefault(fact, "");
            return value.isEmpty() ? "(bỏ trống)" : covers(it, fact) ? PersonFile.masked(value) : fact.shown(value);
        }
    }

    /** Why a request could not be decided, and what had been written as the answer. */
    public record Trouble(long id, String told, String reply) {}

    private final Requests requests;
    private final StaffPapers papers;
    private final People people;

    PersonRequestController(Requests requests, StaffPapers papers, People people) {
        this.requests = requests;
        this.papers = papers;
        this.people = people;
    }

    @GetMapping("/staff/requests")
    View list(@RequestParam(defaultValue = "PENDING") String state) {
        var wanted = List.of(Request.State.values()).stream()
                .filter(it -> it.name().equals(state))
                .findFirst()
                .orElse(Request.State.PENDING);
        return page(wanted, null, null);
    }

    private View page(Request.State state, @Nullable Long revealed, @Nullable Trouble trouble) {
        return new Page(
                "person/asking/queue",
                new QueuePage(
                        requests.list(state),
                        state,
                        papers.listWaiting(),
                        revealed,
                        people.mine().map(Person::id).orElse(null),
                        trouble),
                trouble == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The same page once, with the citizen number of one request. */
    @PostMapping("/staff/requests/{id}/reveal")
    @PreAuthorize("hasAuthority('PERSON_EDIT') and hasAuthority('PERSON_REVEAL')")
    View reveal(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        var it = requests.reveal(id, reason);
        return page(it.state(), it.id(), null);
    }

    @GetMapping("/staff/requests/{id}/file")
    ResponseEntity<byte[]> evidence(@PathVariable long id) {
        var it = requests.get(id);
        return Download.foreign(requests.evidence(it), it.fileName());
    }

    @PostMapping("/staff/requests/{id}/decision")
    View decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        var seen = new EnumMap<PersonFact, String>(PersonFact.class);
        for (var fact : PersonFact.values()) {
            var shown = form.get("seen-" + fact.field());
            if (shown != null) {
                seen.put(fact, shown);
            }
        }
        try {
            switch (verdict) {
                case "approve" -> requests.approve(id, reply, seen, form.containsKey("known"));
                case "reject" -> requests.reject(id, reply);
                default -> throw new Refusal("Hãy bấm Sửa hồ sơ theo đề nghị hoặc Không sửa.");
            }
        } catch (Refusal refused) {
            return page(requests.get(id).state(), null, new Trouble(id, String.valueOf(refused.getMessage()), reply));
        }
        return Go.to(
                "/staff/requests",
                flash,
                verdict.equals("approve")
                        ? "Đã sửa hồ sơ theo đề nghị."
                        : "Đã trả lời không sửa; người gửi đọc được lý do.");
    }
}
