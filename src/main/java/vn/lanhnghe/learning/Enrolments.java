package vn.lanhnghe.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The courses of study and where each learner stands. Callers act in their own scope; the database refuses the rest. */
@Service
@Transactional
public class Enrolments {

    private final EnrolmentRepository enrolments;
    private final GradingRepository gradings;
    private final SchemeRepository schemes;
    private final Clock clock;

    Enrolments(EnrolmentRepository enrolments, GradingRepository gradings, SchemeRepository schemes, Clock clock) {
        this.enrolments = enrolments;
        this.gradings = gradings;
        this.schemes = schemes;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Grading grading() {
        return grading(LocalDate.now(clock));
    }

    /** The rule of that day. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Grading grading(LocalDate day) {
        return gradings.get(day);
    }

    /** Where each of these learners of the college in scope stands, by student code; unknown codes are left out. */
    @Transactional(readOnly = true)
    public Map<String, Standing> standings(Collection<String> studentCodes) {
        return standings(enrolments.list(studentCodes)).stream()
                .collect(Collectors.toMap(it -> it.enrolment().studentCode(), Function.identity()));
    }

    /** Where the learners of a cohort of an occupation stand, or of one class; those who still study, or have graduated. */
    @Transactional(readOnly = true)
    public List<Standing> standings(int cohort, @Nullable String occupationCode, @Nullable Long classId) {
        return standings(enrolments.listCohort(cohort, occupationCode, classId));
    }

    @Transactional(readOnly = true)
    public Optional<Standing> standing(long enrolmentId) {
        return standings(enrolments.find(enrolmentId).stream().toList()).stream()
                .findFirst();
    }

    /** Where each of these courses of study stands, by its id. */
    @Transactional(readOnly = true)
    public Map<Long, Standing> standingsOf(Collection<Long> ids) {
        return standings(enrolments.listByIds(ids)).stream()
                .collect(Collectors.toMap(it -> it.enrolment().id(), Function.identity()));
    }

    /** These courses of study came to their end by a decision of the day. */
    public void graduate(Collection<Long> ids, LocalDate on) {
        enrolments.graduate(ids, on);
    }

    /** The diplomas of these courses of study are out of force; they stand open again. */
    public void reopen(Collection<Long> ids) {
        enrolments.reopen(ids);
    }

    private List<Standing> standings(List<Enrolment> found) {
        var grading = grading();
        var ids = found.stream().map(Enrolment::id).toList();
        var results = enrolments.listResults(ids).stream().collect(Collectors.groupingBy(ModuleResult::enrolmentId));
        var warned = enrolments.listWarned(ids);
        var chosen = schemes.list(
                found.stream().map(Enrolment::institutionId).distinct().toList());
        return found.stream()
                .map(it -> Standing.of(
                        it,
                        results.getOrDefault(it.id(), List.of()),
                        grading,
                        SchemeRepository.of(chosen, it.institutionId(), it.cohort())
                                .conversion(),
                        warned.contains(it.id())))
                .toList();
    }
}
