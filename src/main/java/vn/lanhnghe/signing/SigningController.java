package vn.lanhnghe.signing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** A college looks after its own keys. */
@Controller
@PreAuthorize("hasAuthority('KEY_MANAGE')")
class SigningController {

    public record ListPage(List<SigningKey> keys, List<Act> history) {

        public @Nullable SigningKey current(KeyUse use) {
            return keys.stream()
                    .filter(it -> it.use() == use && it.validTo() == null)
                    .findFirst()
                    .orElse(null);
        }
    }

    public record KeyPage(SigningKey key, LocalDate today) {}

    private final Signers signers;
    private final Acts acts;
    private final Clock clock;

    SigningController(Signers signers, Acts acts, Clock clock) {
        this.signers = signers;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/signing")
    View list() {
        var owner = owner();
        return new Page("signing/list", new ListPage(signers.list(owner), acts.list(Signers.SUBJECT, owner)));
    }

    @PostMapping("/signing")
    View rotate(@RequestParam KeyUse use, @RequestParam String reason, RedirectAttributes flash) {
        var name = signers.list(owner()).stream()
                .filter(it -> it.use() == use && it.validTo() == null)
                .map(SigningKey::ownerName)
                .findFirst()
                .orElseThrow(() -> new NotFound("Trường bạn chưa có khoá loại này; khoá tự có khi ký lần đầu."));
        var key = signers.rotate(new KeyOwner(owner(), name), use, reason);
        return Go.to("/signing", flash, "Đã đổi khoá. Khoá mới là " + key.id() + ".");
    }

    @GetMapping("/signing/{id}")
    View key(@PathVariable String id) {
        return new Page("signing/key", new KeyPage(own(id), LocalDate.now(clock)));
    }

    @PostMapping("/signing/{id}/compromise")
    View compromise(
            @PathVariable String id,
            @RequestParam LocalDate day,
            @RequestParam String reason,
            RedirectAttributes flash) {
        var from = day.atStartOfDay(clock.getZone()).toOffsetDateTime();
        signers.compromise(own(id).id(), from, reason);
        return Go.to("/signing/" + id, flash, "Đã báo khoá bị lộ. Lần ký sau dùng khoá mới.");
    }

    private SigningKey own(String id) {
        return signers.find(id)
                .filter(it -> it.ownerId() == owner())
                .orElseThrow(() -> new NotFound("Trường bạn không có khoá này."));
    }

    private static long owner() {
        return Objects.requireNonNullElse(Scope.current().institutionId(), KeyOwner.PLATFORM.id());
    }
}
