package vn.lanhnghe.person.paper;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.person.Evidence;

@Repository
class PaperRepository {

    private static final String PAPER = """
            select id, person_id, institution_id, kind, name, issuer, number, issued_on, valid_to, sha256, file_name, state, state_note,
                   state_by, state_at, declared_by
              from person.paper
            """;

    private static final String RECOGNITION = """
            select r.id, r.person_id, r.institution_id, i.name as institution, r.occupation, r.council_size, r.decision_number, r.decided_on,
                   r.evidence, r.sha256, r.file_name, r.taught_on,
                   (coalesce(r.taught_on, r.decided_on) + make_interval(months => u.months))::date as lapses_on,
                   (coalesce(r.taught_on, r.decided_on) + make_interval(months => u.months - u.soon))::date as remind_on
              from person.recognition r join institution.plate i on i.id = r.institution_id
              cross join (select max(value) filter (where code = 'LAPSE_MONTHS') as months, max(value) filter (where code = 'LAPSE_SOON') as soon
                            from person.rule where valid_from <= :day and (valid_to is null or valid_to >= :day)) u
            """;

    private final JdbcClient jdbc;

    PaperRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Paper> list(long personId) {
        return jdbc.sql(PAPER + "where person_id = :person order by issued_on desc, id desc")
                .param("person", personId)
                .query(Paper.class)
                .list();
    }

    Optional<Paper> find(long id) {
        return jdbc.sql(PAPER + "where id = :id")
                .param("id", id)
                .query(Paper.class)
                .optional();
    }

    /** Does the record have this paper already, not counting what was not accepted? */
    boolean has(long personId, NewPaper it) {
        return jdbc.sql("""
                select exists (select from person.paper
                                where person_id = :person and kind = :kind and lower(name) = lower(:name) and lower(issuer) = lower(:issuer)
                                  and number = :number and issued_on = :issuedOn and state <> 'REJECTED')
                """)
                .param("person", personId)
                .param("kind", it.kind().name())
                .param("name", it.name())
                .param("issuer", it.issuer())
                .param("number", it.number())
                .param("issuedOn", it.issuedOn())
                .query(Boolean.class)
                .single();
    }

    long insert(long personId, NewPaper it, Evidence scan, PaperState state, String by) {
        return jdbc.sql("""
                insert into person.paper (person_id, institution_id, kind, name, issuer, number, issued_on, valid_to, sha256, file_name, state,
                  state_by, state_at, declared_by)
                values (:person, :institution, :kind, :name, :issuer, :number, :issuedOn, :validTo, :sha256, :fileName, :state,
                  case when :state = 'DECLARED' then null else :by end, case when :state = 'DECLARED' then null else now() end, :by)
                returning id
                """)
                .param("person", personId)
                .param("institution", scan.institutionId())
                .param("kind", it.kind().name())
                .param("name", it.name())
                .param("issuer", it.issuer())
                .param("number", it.number())
                .param("issuedOn", it.issuedOn())
                .param("validTo", it.validTo(), Types.DATE)
                .param("sha256", scan.sha256())
                .param("fileName", scan.fileName())
                .param("state", state.name())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void turn(long id, PaperState state, @Nullable String note, String by) {
        jdbc.sql(
                        "update person.paper set state = :state, state_note = :note, state_by = :by, state_at = now(), answer_seen_at = null where id = :id")
                .param("state", state.name())
                .param("note", note, Types.VARCHAR)
                .param("by", by)
                .param("id", id)
                .update();
    }

    List<Paper> listAnswered(long personId) {
        return jdbc.sql(PAPER
                        + "where person_id = :person and state = 'REJECTED' and answer_seen_at is null order by id")
                .param("person", personId)
                .query(Paper.class)
                .list();
    }

    void seen(long personId) {
        jdbc.sql(
                        "update person.paper set answer_seen_at = now() where person_id = :person and state = 'REJECTED' and answer_seen_at is null")
                .param("person", personId)
                .update();
    }

    long countDeclared(long institution) {
        return jdbc.sql("select count(*) from person.paper where institution_id = :institution and state = 'DECLARED'")
                .param("institution", institution)
                .query(Long.class)
                .single();
    }

    List<StaffPapers.Waiting> listDeclared(long institution) {
        return jdbc.sql("""
                select q.id, q.person_id, p.full_name, q.name, q.issuer from person.paper q join person.person p on p.id = q.person_id
                 where q.institution_id = :institution and q.state = 'DECLARED' order by q.id limit 200
                """)
                .param("institution", institution)
                .query(StaffPapers.Waiting.class)
                .list();
    }

    List<Recognition> listRecognitions(long personId, LocalDate day) {
        return jdbc.sql(RECOGNITION + "where r.person_id = :person order by r.decided_on desc, r.id desc")
                .param("person", personId)
                .param("day", day)
                .query(Recognition.class)
                .list();
    }

    Optional<Recognition> findRecognition(long id, LocalDate day) {
        return jdbc.sql(RECOGNITION + "where r.id = :id")
                .param("id", id)
                .param("day", day)
                .query(Recognition.class)
                .optional();
    }

    void recognise(long personId, long institution, NewRecognition it, Evidence scan) {
        jdbc.sql("""
                insert into person.recognition (person_id, institution_id, occupation, council_size, decision_number, decided_on, evidence,
                  sha256, file_name, taught_on)
                values (:person, :institution, :occupation, :council, :number, :decided, :evidence, :sha256, :fileName, :taught)
                """)
                .param("person", personId)
                .param("institution", institution)
                .param("occupation", it.occupation())
                .param("council", it.councilSize())
                .param("number", it.decisionNumber())
                .param("decided", it.decidedOn())
                .param("evidence", it.evidence())
                .param("sha256", scan.sha256())
                .param("fileName", scan.fileName())
                .param("taught", it.taughtOn(), Types.DATE)
                .update();
    }

    void taught(long id, LocalDate day) {
        jdbc.sql("update person.recognition set taught_on = greatest(coalesce(taught_on, :day), :day) where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    /** Who of a school's instructors may teach on a day: what its page must say in public, and nothing else of them. */
    record Eligible(
            String fullName,
            String occupation,
            String decisionNumber,
            LocalDate decidedOn,
            String recogniser,
            LocalDate lapsesOn) {}

    List<Eligible> listEligible(long institution, LocalDate day) {
        return jdbc.sql("""
                select p.full_name, r.occupation, r.decision_number, r.decided_on, r.institution as recogniser, r.lapses_on
                  from (%s) r join person.person p on p.id = r.person_id
                 where r.lapses_on > :day
                   and exists (select from person.spell s join person.title t on t.code = s.title_code
                                where s.person_id = p.id and s.institution_id = :institution and t.post = 'INSTRUCTOR'
                                  and s.starts_on <= :day and (s.ends_on is null or s.ends_on >= :day))
                 order by p.sort_key, r.occupation limit 1000
                """.formatted(RECOGNITION))
                .param("institution", institution)
                .param("day", day)
                .query(Eligible.class)
                .list();
    }

    /** The name plate of a school. */
    record Plate(long id, String slug, String name) {}

    Optional<Plate> findPlate(String slug) {
        return jdbc.sql("select id, slug, name from institution.plate where slug = :slug")
                .param("slug", slug)
                .query(Plate.class)
                .optional();
    }

    long countLapsing(long institution, LocalDate day) {
        return jdbc.sql("""
                select count(*) from (%s) r
                 where r.remind_on <= :day and r.lapses_on > :day
                   and exists (select from person.spell s join person.title t on t.code = s.title_code
                                where s.person_id = r.person_id and s.institution_id = :institution and t.post = 'INSTRUCTOR'
                                  and s.starts_on <= :day and (s.ends_on is null or s.ends_on >= :day))
                """.formatted(RECOGNITION))
                .param("institution", institution)
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
