package vn.lanhnghe.credential.life;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.issuing.Books;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** What becomes of released diplomas: each turn by a decision and for a reason, written into the register book. */
@Service
@Transactional
public class Lives {

    private final LifeRepository lives;
    private final Books books;
    private final Enrolments enrolments;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    Lives(LifeRepository lives, Books books, Enrolments enrolments, Acts acts, ApplicationEventPublisher events) {
        this.lives = lives;
        this.books = books;
        this.enrolments = enrolments;
        this.acts = acts;
        this.events = events;
    }

    /** Turns all of these diplomas, or none; answers with how many. */
    @PreAuthorize("hasAuthority('CREDENTIAL_REVOKE')")
    public int turn(Collection<Long> ids, Ruling ruling) {
        var turn = Objects.requireNonNull(ruling.turn());
        var diplomas = lives.lock(ids);
        if (diplomas.isEmpty() || diplomas.size() < ids.size()) {
            throw new NotFound("Không có văn bằng này trong phạm vi của bạn.");
        }
        var others = diplomas.stream().filter(it -> !turn.possible(it.state())).toList();
        if (!others.isEmpty()) {
            throw new Refusal("Không %s được %s; chưa văn bằng nào thay đổi."
                    .formatted(
                            turn.label().toLowerCase(java.util.Locale.ROOT),
                            others.stream()
                                    .limit(5)
                                    .map(it -> "số hiệu %s (%s)"
                                            .formatted(it.serial(), it.state().label()))
                                    .collect(Collectors.joining(", "))));
        }
        var found = diplomas.stream().map(Diploma::id).toList();
        lives.turn(found, turn.to(), turn.ends(), ruling.decision(), ruling.reason());
        books.write(diplomas, turn.entry(), Map.of(), ruling.decision(), ruling.reason());
        if (turn.ends()) {
            enrolments.reopen(diplomas.stream().map(Diploma::enrolmentId).toList());
        }
        acts.record(
                ActKind.DIPLOMA_TURNED,
                "diploma",
                found,
                diplomas.getFirst().institutionId(),
                "%s theo quyết định %s".formatted(turn.label(), ruling.decision()),
                ruling.reason());
        events.publishEvent(
                new DiplomasTurned(Objects.requireNonNull(Scope.current().institutionId()), turn, List.copyOf(found)));
        return found.size();
    }
}
