package vn.lanhnghe.person.asking;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
            @Nullable Long me) {

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
        return page(wanted, null);
    }

    private View page(Request.State state, @Nullable Long revealed) {
        return new Page(
                "person/asking/queue",
                new QueuePage(
                        requests.list(state),
                        state,
                        papers.listWaiting(),
                        revealed,
                        people.mine().map(Person::id).orElse(null)));
    }

    /** The same page once, with the citizen number of one request. */
    @PostMapping("/staff/requests/{id}/reveal")
    @PreAuthorize("hasAuthority('PERSON_EDIT') and hasAuthority('PERSON_REVEAL')")
    View reveal(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        var it = requests.reveal(id, reason);
        return page(it.state(), it.id());
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
            RedirectAttributes flash) {
        switch (verdict) {
            case "approve" -> requests.approve(id, reply);
            case "reject" -> requests.reject(id, reply);
            default -> throw new Refusal("Hãy bấm Sửa hồ sơ theo đề nghị hoặc Không sửa.");
        }
        return Go.to(
                "/staff/requests",
                flash,
                verdict.equals("approve")
                        ? "Đã sửa hồ sơ theo đề nghị."
                        : "Đã trả lời không sửa; người gửi đọc được lý do.");
    }
}
