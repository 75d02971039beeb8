package vn.lanhnghe.person.competence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Random;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;

/** Assessments of people who have no account, for a rehearsal alone: submitted last month and gathered this. */
@Component
public class InventedAssessments {

    private final CompetenceRepository repository;
    private final CompetenceMonth month;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InventedAssessments(
            CompetenceRepository repository, CompetenceMonth month, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.month = month;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Some of a college's people without accounts answer, each in their own way. */
    public void fill(long institution, int people) {
        var on = LocalDate.now(clock).withDayOfMonth(1).minusDays(3);
        Scope.system()
                .run(() -> transaction.executeWithoutResult(status -> {
                    var version = repository.findVersion(on).orElseThrow();
                    for (var person : repository.listWithoutAccount(institution, people)) {
                        answer(version, person, on);
                    }
                }));
    }

    /** Makes the lots of this month. */
    public void gather() {
        month.gather(LocalDate.now(clock).withDayOfMonth(1));
    }

    private void answer(QuestionSet version, long person, LocalDate on) {
        var random = new Random(person);
        var usual = 2 + random.nextInt(3);
        var at = OffsetDateTime.now(clock);
        var attempt = repository.insert(person, version.id(), at);
        for (var it : repository.listQuestions(version.id(), attempt)) {
            var level = usual + random.nextInt(3) - 1 - (it.domain() == 7 ? 1 : 0);
            repository.answer(attempt, it.place(), Math.clamp(level, 1, 6), at);
        }
        repository.submit(attempt, on, Reckoning.of(repository.listQuestions(version.id(), attempt), version));
    }
}
