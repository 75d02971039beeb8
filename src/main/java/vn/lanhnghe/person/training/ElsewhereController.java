package vn.lanhnghe.person.training;

import java.util.List;
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
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;

/** Bồi dưỡng ở nơi khác: what schools confirm and the department reviews. */
@Controller
class ElsewhereController {

    public record ListPage(Paging<Elsewhere> items, String state, boolean reviews) {}

    /** {@code mine}: it waits for the school's word and is the reader's own, so somebody else gives it. */
    public record ItemPage(
            Elsewhere it,
            List<ElsewhereRepository.Load> loads,
            boolean confirms,
            boolean mine,
            boolean reviews,
            List<Elsewhere> earlier,
            List<Act> history) {}

    public record SamplesPage(List<Sample> samples, long pool) {}

    public record SamplePage(Sample it, Paging<Elsewhere> items, boolean again) {}

    private final ElsewhereTrainings elsewhere;
    private final Acts acts;

    ElsewhereController(ElsewhereTrainings elsewhere, Acts acts) {
        this.elsewhere = elsewhere;
        this.acts = acts;
    }

    @GetMapping("/trainings/elsewhere")
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW')")
    View list(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") String page) {
        return new Page(
                "person/training/elsewhere-list",
                new ListPage(elsewhere.list(state, Paging.number(page)), state, Reader.may("TRAINING_REVIEW")));
    }

    @GetMapping("/trainings/elsewhere/{id}")
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_SELF')")
    View item(@PathVariable long id) {
        var it = elsewhere.get(id);
        var own = Scope.current().institutionId();
        var waits = Reader.may("TRAINING_CONFIRM")
                && own != null
                && own == it.institutionId()
                && it.state() == Elsewhere.State.DECLARED;
        var mine = waits && elsewhere.mine(it);
        elsewhere.see(it);
        return new Page(
                "person/training/elsewhere",
                new ItemPage(
                        it,
                        elsewhere.listLoads(it),
                        waits && !mine,
                        mine,
                        Reader.may("TRAINING_REVIEW")
                                && it.sampleId() != null
                                && it.state() == Elsewhere.State.CONFIRMED,
                        elsewhere.listEarlier(it),
                        acts.list("training_elsewhere", id)));
    }

    /** Looking at somebody's paper leaves a trace. */
    @GetMapping("/trainings/elsewhere/{id}/file")
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_SELF')")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        var it = elsewhere.get(id);
        return Download.foreign(elsewhere.takeFile(it), it.fileName());
    }

    @PostMapping("/trainings/elsewhere/{id}/confirmation")
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    View confirm(@PathVariable long id, RedirectAttributes flash) {
        elsewhere.confirm(id);
        return Go.to("/trainings/elsewhere?state=DECLARED", flash, "Đã xác nhận; mục này được tính từ hôm nay.");
    }

    @PostMapping("/trainings/elsewhere/{id}/return")
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    View giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        elsewhere.giveBack(id, reason);
        return Go.to("/trainings/elsewhere?state=DECLARED", flash, "Đã trả lại cho nhà giáo.");
    }

    @GetMapping("/trainings/samples")
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    View samples() {
        return new Page("person/training/samples", new SamplesPage(elsewhere.listSamples(), elsewhere.countPool()));
    }

    @PostMapping("/trainings/samples")
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    View draw(
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "") String seed,
            RedirectAttributes flash) {
        if (!percent.strip().matches("[0-9]{1,3}")) {
            throw new Refusal("Tỷ lệ mẫu “%s”; ghi số từ 1 đến 100.".formatted(percent));
        }
        if (!seed.strip().matches("[0-9]{0,18}")) {
            throw new Refusal("Số gieo “%s”; ghi một số, hoặc để trống để hệ thống chọn.".formatted(seed));
        }
        @Nullable Long chosen = seed.isBlank() ? null : Long.valueOf(seed.strip());
        return Go.to(
                "/trainings/samples/" + elsewhere.draw(Integer.parseInt(percent.strip()), chosen),
                flash,
                "Đã rút mẫu. Xem từng giấy rồi chấp nhận hoặc không.");
    }

    @GetMapping("/trainings/samples/{id}")
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    View sample(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        var it = elsewhere.getSample(id);
        return new Page(
                "person/training/sample",
                new SamplePage(it, elsewhere.listOfSample(it, Paging.number(page)), elsewhere.drawsAgain(it)));
    }

    @PostMapping("/trainings/elsewhere/{id}/review")
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    View review(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        if (!verdict.equals("accept") && !verdict.equals("reject")) {
            throw new Refusal("Bấm “Chấp nhận” hoặc “Không chấp nhận mục này”.");
        }
        return Go.to(
                "/trainings/samples/" + elsewhere.review(id, verdict.equals("accept"), reason),
                flash,
                verdict.equals("accept")
                        ? "Đã chấp nhận."
                        : "Đã ghi không chấp nhận; mục này không được tính từ hôm nay.");
    }
}
