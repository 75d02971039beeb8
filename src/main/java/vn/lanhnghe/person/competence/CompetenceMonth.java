package vn.lanhnghe.person.competence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Daily;

/** Once a month whoever submitted before its first day is put into lots; between months no figure of a group moves. */
@Component
class CompetenceMonth implements Daily {

    private final CompetenceRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CompetenceMonth(CompetenceRepository repository, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "competence-month";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(1, 20);
    }

    @Override
    public void run() {
        gather(LocalDate.now(clock).withDayOfMonth(1));
    }

    /** Closes a month once: everybody who submitted before its first day and since the year began, by the version they answered. */
    void gather(LocalDate month) {
        Scope.system()
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (repository.close(month, OffsetDateTime.now(clock))) {
                        repository.listVersions().forEach(it -> gather(it, month));
                    }
                }));
    }

    private void gather(QuestionSet version, LocalDate month) {
        var last = month.minusDays(1);
        var year = yearOf(version, last);
        var from = start(version, year);
        var lots = Lots.of(repository.listWaiting(version.id(), from, month), version.leastGroup());
        if (!lots.isEmpty()) {
            repository.insert(version.id(), year, month, lots);
        }
    }

    /** The year a day belongs to, by the day of the rule on which years start. */
    static int yearOf(QuestionSet version, LocalDate day) {
        return day.isBefore(start(version, day.getYear())) ? day.getYear() - 1 : day.getYear();
    }

    private static LocalDate start(QuestionSet version, int year) {
        return MonthDay.parse("--" + version.yearStarts()).atYear(year);
    }
}
