package vn.lanhnghe.credential.sharing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.Wording;
import vn.lanhnghe.credential.life.Annotation;
import vn.lanhnghe.credential.life.Lives;
import vn.lanhnghe.credential.verifying.Outcome;
import vn.lanhnghe.credential.verifying.Verifications;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Vi;

/** The learner's own page about a diploma, and the page that a shared link opens to anybody. */
@Controller
class ShareController {

    /** {@code link} is there once, right after it was made. */
    public record SharingPage(
            Diploma diploma,
            long checks,
            List<Share.CheckSeen> lastChecks,
            List<Share> shares,
            OffsetDateTime now,
            @Nullable String link,
            @Nullable String qr,
            @Nullable String trouble,
            Set<Shown> chosen,
            String label,
            int days) {}

    /** What a link shows: always the kind of paper, its issuer and its state; of the rest what its owner chose. */
    public record SharedPage(
            Diploma diploma,
            Outcome outcome,
            Map<Shown, String> facts,
            List<Annotation.Correction> corrections,
            OffsetDateTime expiresAt,
            OffsetDateTime now) {}

    /** Why a link shows nothing any more. */
    public record ClosedPage(boolean cancelled, OffsetDateTime at) {}

    private static final Set<Shown> USUAL =
            EnumSet.of(Shown.FULL_NAME, Shown.OCCUPATION, Shown.RANK, Shown.ISSUED_ON, Shown.SERIAL);

    private final Shares face;
    private final ShareRepository shares;
    private final Verifications verifications;
    private final Lives lives;
    private final Enrolments enrolments;
    private final Clock clock;

    ShareController(
            Shares face,
            ShareRepository shares,
            Verifications verifications,
            Lives lives,
            Enrolments enrolments,
            Clock clock) {
        this.face = face;
        this.shares = shares;
        this.verifications = verifications;
        this.lives = lives;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    @GetMapping("/credentials/{id}/sharing")
    @PreAuthorize("hasAuthority('SELF_VIEW')")
    View sharing(@PathVariable long id) {
        return page(id, null, null, USUAL, "", 30, HttpStatus.OK);
    }

    @PostMapping("/credentials/{id}/sharing")
    @PreAuthorize("hasAuthority('SELF_VIEW')")
    View share(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Set<Shown> field,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "0") int days) {
        var chosen = Objects.requireNonNullElse(field, Set.<Shown>of());
        try {
            var token = face.share(id, chosen, label, days);
            var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/chia-se/" + token)
                    .toUriString();
            return page(id, link, null, USUAL, "", 30, HttpStatus.OK);
        } catch (Refusal refusal) {
            return page(id, null, refusal.getMessage(), chosen, label, days, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private View page(
            long id,
            @Nullable String link,
            @Nullable String trouble,
            Set<Shown> chosen,
            String label,
            int days,
            HttpStatus status) {
        var diploma = shares.own(id).orElseThrow(() -> new NotFound("Không có văn bằng này trong hồ sơ của bạn."));
        return new Page(
                "credential/sharing/sharing",
                new SharingPage(
                        diploma,
                        shares.countChecks(id),
                        shares.listChecks(id),
                        shares.list(id),
                        OffsetDateTime.now(clock),
                        link,
                        link == null ? null : Qr.svg(link),
                        trouble,
                        chosen,
                        label,
                        days),
                status);
    }

    @PostMapping("/shares/{id}/cancellation")
    @PreAuthorize("hasAuthority('SELF_VIEW')")
    View cancel(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(
                "/credentials/" + face.cancel(id) + "/sharing",
                flash,
                "Đã huỷ liên kết. Ai mở nó từ bây giờ chỉ thấy rằng nó đã bị huỷ.");
    }

    /** Whoever holds the link. */
    @GetMapping("/chia-se/{token}")
    View shared(@PathVariable String token) {
        var held = face.open(token);
        if (held.isEmpty()) {
            return new Page("credential/sharing/unknown", Boolean.TRUE, HttpStatus.NOT_FOUND);
        }
        var now = OffsetDateTime.now(clock);
        var link = held.get();
        if (link.cancelledAt() != null) {
            return new Page("credential/sharing/closed", new ClosedPage(true, link.cancelledAt()), HttpStatus.GONE);
        }
        if (!link.expiresAt().isAfter(now)) {
            return new Page("credential/sharing/closed", new ClosedPage(false, link.expiresAt()), HttpStatus.GONE);
        }
        var diploma = shares.released(link.diplomaCode()).orElseThrow();
        return new Page(
                "credential/sharing/shared",
                new SharedPage(
                        diploma,
                        verifications.verdict(diploma),
                        facts(diploma, link.fields()),
                        corrections(diploma, link.fields()),
                        link.expiresAt(),
                        now));
    }

    private Map<Shown, String> facts(Diploma diploma, Set<Shown> fields) {
        var facts = new LinkedHashMap<Shown, String>();
        for (var field : fields) {
            var value = switch (field) {
                case FULL_NAME -> diploma.fullName();
                case BIRTH_DATE -> Vi.day(diploma.birthDate());
                case BIRTH_PLACE -> Objects.requireNonNullElse(diploma.birthPlace(), "");
                case OCCUPATION -> "%s (%s)".formatted(diploma.occupation(), diploma.occupationCode());
                case RANK -> {
                    var wording = Wording.of(diploma, enrolments.grading());
                    yield "%s / %s".formatted(wording.rank(), wording.rankEn());
                }
                case DECISION -> "%s, %s".formatted(diploma.decisionNumber(), Vi.day(diploma.decidedOn()));
                case ISSUED_ON ->
                    Vi.day(Objects.requireNonNull(diploma.releasedAt())
                            .atZoneSameInstant(Vi.ZONE)
                            .toLocalDate());
                case SIGNED_BY -> Objects.requireNonNullElse(diploma.signedByName(), "");
                case SERIAL -> Objects.requireNonNullElse(diploma.serial(), "");
                case REGISTER_NUMBER -> Objects.requireNonNullElse(diploma.registerNumber(), "");
                case CODE -> diploma.printedCode();
            };
            if (!value.isEmpty()) {
                facts.put(field, value);
            }
        }
        return facts;
    }

    /** What was corrected since, of the facts that are shown. */
    private List<Annotation.Correction> corrections(Diploma diploma, Set<Shown> fields) {
        return lives.annotations(diploma.code()).stream()
                .flatMap(it -> it.corrections().stream())
                .filter(it -> switch (it.field()) {
                    case FULL_NAME -> fields.contains(Shown.FULL_NAME);
                    case BIRTH_DATE -> fields.contains(Shown.BIRTH_DATE);
                    case BIRTH_PLACE -> fields.contains(Shown.BIRTH_PLACE);
                    case OCCUPATION -> fields.contains(Shown.OCCUPATION);
                    case RANK, AVERAGE -> fields.contains(Shown.RANK);
                    case DECISION_NUMBER, DECIDED_ON -> fields.contains(Shown.DECISION);
                })
                .toList();
    }
}
