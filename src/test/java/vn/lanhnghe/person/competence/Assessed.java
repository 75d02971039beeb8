package vn.lanhnghe.person.competence;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.training.TrainingTown;

/** Assessments for tests: of a persona through the face, of people without accounts by hand. */
public final class Assessed {

    private final TrainingTown town;
    private final SelfAssessments assessments;
    private final JdbcClient jdbc;

    public Assessed(ApplicationContext context) {
        this.town = new TrainingTown(context);
        this.assessments = context.getBean(SelfAssessments.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public TrainingTown town() {
        return town;
    }

    /** A persona answers all questions and submits; the id of the report. */
    public long submit(String persona, IntUnaryOperator levels) {
        afresh(persona);
        var id = new AtomicLong();
        town.act(persona, () -> {
            assessments.start();
            assessments.listQuestions().forEach(it -> assessments.answer(it.place(), levels.applyAsInt(it.place())));
            id.set(assessments.submit());
        });
        return id.get();
    }

    /** The persona has a record and nothing under way. */
    public long afresh(String persona) {
        var person = town.linked(persona);
        Scope.system()
                .run(() -> jdbc.sql(
                                "delete from person.competence_attempt where person_id = :person and submitted_on is null")
                        .param("person", person)
                        .update());
        return person;
    }
}
