package vn.lanhnghe.credential.life;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** One diploma's turns. */
@Controller
class LifeController {

    /** {@code turns} are those its state allows. */
    public record TurnPage(Diploma diploma, List<Turn> turns, BindingResult form) {}

    private final Lives face;
    private final LifeRepository lives;

    LifeController(Lives face, LifeRepository lives) {
        this.face = face;
        this.lives = lives;
    }

    @GetMapping("/credentials/{id}/turns")
    @PreAuthorize("hasAuthority('CREDENTIAL_REVOKE')")
    View ask(@PathVariable long id) {
        return page(id, new BeanPropertyBindingResult(new Ruling(null, "", ""), "ruling"));
    }

    @PostMapping("/credentials/{id}/turns")
    @PreAuthorize("hasAuthority('CREDENTIAL_REVOKE')")
    View turn(@PathVariable long id, @Valid Ruling ruling, BindingResult form, RedirectAttributes flash) {
        var turn = ruling.turn();
        if (form.hasErrors() || turn == null) {
            return page(id, form);
        }
        face.turn(List.of(id), ruling);
        return Go.to(
                "/credentials/" + id,
                flash,
                "Đã %s văn bằng. Trang tra cứu công khai trả lời “%s” từ bây giờ."
                        .formatted(
                                turn.label().toLowerCase(java.util.Locale.ROOT),
                                turn.to().label()));
    }

    private View page(long id, BindingResult form) {
        var diploma = lives.find(id).orElseThrow(() -> new NotFound("Không có văn bằng này trong phạm vi của bạn."));
        return new Page(
                "credential/life/turns",
                new TurnPage(
                        diploma,
                        List.of(Turn.values()).stream()
                                .filter(it -> it.possible(diploma.state()))
                                .toList(),
                        form));
    }
}
