package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnRepository {

    /** One's place in a class; {@code over} from its last day on. */
    public record Seat(
            long enrolmentId,
            long classId,
            String name,
            String course,
            LocalDate startsOn,
            LocalDate endsOn,
            Member.State state,
            String reason,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable OffsetDateTime changedAt,
            @Nullable LocalDate answeredOn,
            @Nullable Long certificateId,
            @Nullable String certificateState,
            String kind,
            TrainingClass.State classState,
            OffsetDateTime enrolledAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable LocalDate issuedOn,
            @Nullable OffsetDateTime revokedAt,
            @Nullable String revokedFor,
            boolean over) {

        /** Whether one sits in the class, now or to its end. */
        public boolean seated() {
            return state == Member.State.ENROLLED || state == Member.State.COMPLETED || state == Member.State.FAILED;
        }

        public boolean learning() {
            return state == Member.State.ENROLLED && classState == TrainingClass.State.OPEN;
        }

        public boolean revoked() {
            return revokedAt != null;
        }

        /** The survey is open from the last day on, until it was answered. */
        public boolean asked() {
            return seated() && over && answeredOn == null;
        }
    }

    /** What a stranger sees of an open passport. */
    public record Shown(
            long personId, String fullName, @Nullable String institution, String code) {}

    /** A line of it; the code where there is a certificate to look up. */
    public record ShownLine(
            String source,
            String kind,
            String title,
            int hours,
            LocalDate completedOn,
            String tier,
            @Nullable String certificateCode,
            @Nullable String certificateState) {

        /** As it counts. */
        ElsewhereRepository.Line line() {
            return new ElsewhereRepository.Line(source, kind, title, hours, completedOn, tier, null);
        }
    }

    private final JdbcClient jdbc;

    OwnRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Seat> listSeats(long personId, LocalDate today) {
        return jdbc.sql("""
                select e.id as enrolment_id, c.id as class_id, c.name, o.title as course, c.starts_on, c.ends_on, e.state, e.reason, e.confirmed_at, e.changed_at,
                       e.answered_on, t.id as certificate_id, t.state as certificate_state, o.kind, c.state as class_state, e.recorded_at as enrolled_at,
                       c.closed_at, t.issued_on, t.revoked_at, t.reason as revoked_for, c.ends_on <= :today as over
                  from person.training_enrolment e
                  join person.training_class c on c.id = e.class_id
                  join person.training_course o on o.id = c.course_id
                  left join person.training_certificate t on t.enrolment_id = e.id
                 where e.person_id = :person order by c.starts_on desc, e.id desc
                """)
                .param("person", personId)
                .param("today", today)
                .query(Seat.class)
                .list();
    }

    Optional<OwnTrainings.Passport> findPassport(long personId) {
        return jdbc.sql("select code, open, changed_at from person.training_passport where person_id = :person")
                .param("person", personId)
                .query(OwnTrainings.Passport.class)
                .optional();
    }

    void openPassport(long personId, String code, OffsetDateTime at) {
        jdbc.sql("""
                insert into person.training_passport (person_id, code, open, changed_at) values (:person, :code, true, :at)
                on conflict (person_id) do update set code = excluded.code, open = true, changed_at = excluded.changed_at where not training_passport.open
                """)
                .param("person", personId)
                .param("code", code)
                .param("at", at)
                .update();
    }

    void closePassport(long personId, OffsetDateTime at) {
        jdbc.sql("update person.training_passport set open = false, changed_at = :at where person_id = :person")
                .param("person", personId)
                .param("at", at)
                .update();
    }

    /** The public's way in. */
    Optional<Shown> lookUp(String code) {
        return jdbc.sql("select person_id, full_name, institution, code from person.passport_of(:code)")
                .param("code", code)
                .query(Shown.class)
                .optional();
    }

    List<ShownLine> listShown(String code) {
        return jdbc.sql("select * from person.passport_lines(:code)")
                .param("code", code)
                .query(ShownLine.class)
                .list();
    }

    /** A level that its owner gave themselves, in one domain, at their last assessment. */
    public record SelfLevel(String domainName, String levelName, LocalDate submittedOn) {}

    /** In the program's own scope alone: nobody but the owner is told. */
    List<SelfLevel> listLevels(long personId) {
        return jdbc.sql(
                        "select domain_name, level_name, submitted_on from person.competence_level where person_id = :person order by domain")
                .param("person", personId)
                .query(SelfLevel.class)
                .list();
    }
}
