package vn.lanhnghe.credential.life;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.credential.Credentials;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.issuing.Books;
import vn.lanhnghe.credential.issuing.Decision;
import vn.lanhnghe.credential.issuing.Predecessors;
import vn.lanhnghe.proof.StatusPurpose;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** The old diploma ends when the new one begins, and each names the other in the register book. */
@Component
class GivingWay implements Predecessors {

    private final LifeRepository lives;
    private final Books books;
    private final Credentials credentials;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    GivingWay(LifeRepository lives, Books books, Credentials credentials, Acts acts, ApplicationEventPublisher events) {
        this.lives = lives;
        this.books = books;
        this.credentials = credentials;
        this.acts = acts;
        this.events = events;
    }

    @Override
    public void giveWay(Decision decision, Collection<Diploma> successors) {
        var olds = lives.lock(successors.stream()
                .map(it -> Objects.requireNonNull(it.replaces()))
                .toList());
        var gone = olds.values().stream()
                .filter(it -> it.state() != DiplomaState.VALID)
                .toList();
        if (!gone.isEmpty()) {
            throw new Refusal(
                    "Văn bằng %s không còn hiệu lực nên không thay được. Trả lại văn bằng mới tương ứng rồi phát hành các văn bằng khác."
                            .formatted(gone.stream()
                                    .limit(5)
                                    .map(it -> "số vào sổ %s (%s)"
                                            .formatted(
                                                    it.registerNumber(),
                                                    it.state().label()))
                                    .collect(Collectors.joining(", "))));
        }
        var reasons = new LinkedHashMap<Long, String>();
        successors.forEach(it -> reasons.put(
                Objects.requireNonNull(it.replaces()),
                "Thay bằng văn bằng số vào sổ %s, số hiệu %s".formatted(it.registerNumber(), it.serial())));
        lives.replace(reasons, decision.number());
        credentials.tell(olds.values(), StatusPurpose.REVOCATION, true);
        successors.forEach(it -> books.write(
                Objects.requireNonNull(olds.get(it.replaces())),
                Turn.REPLACE.entry(),
                Map.of("Văn bằng mới", "%s, số hiệu %s".formatted(it.registerNumber(), it.serial())),
                decision.number(),
                "Quyết định ngày " + Vi.day(decision.decidedOn())));
        acts.record(
                ActKind.DIPLOMA_REPLACED,
                "diploma",
                List.copyOf(reasons.keySet()),
                decision.institutionId(),
                "Thay bằng văn bằng mới theo quyết định %s".formatted(decision.number()),
                null);
        events.publishEvent(new DiplomasTurned(decision.institutionId(), Turn.REPLACE, List.copyOf(reasons.keySet())));
    }
}
