package vn.lanhnghe.programme.asking;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InquiryRepository {

    private final JdbcClient jdbc;

    InquiryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Inquiry> list(long version) {
        return jdbc.sql("""
                select q.id, q.organisation, q.until_on, q.made_by_name, q.made_at, q.withdrawn_at, q.answered_at, q.by_name, q.by_post, q.by_organisation, q.words
                  from programme.inquiry q where q.version_id = :version order by q.id desc
                """).param("version", version).query(Inquiry.class).list();
    }

    /** In the order of the tree. */
    List<Answer> listAnswers(long version) {
        return jdbc.sql("""
                select a.inquiry_id, a.outcome_id, a.code, a.statement, a.verdict, a.words
                  from programme.inquiry_answer a join programme.inquiry q on q.id = a.inquiry_id
                 where q.version_id = :version order by string_to_array(a.code, '.')::integer[], a.inquiry_id
                """).param("version", version).query(Answer.class).list();
    }

    long countOpen(long version, LocalDate today) {
        return jdbc.sql("""
                select count(*) from programme.inquiry where version_id = :version and withdrawn_at is null and answered_at is null and until_on >= :today
                """)
                .param("version", version)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** Is a link open by which the organisation may answer? */
    boolean asks(long version, String organisation, LocalDate today) {
        return jdbc.sql("""
                select exists (select from programme.inquiry where version_id = :version and lower(organisation) = lower(:organisation)
                   and withdrawn_at is null and answered_at is null and until_on >= :today)
                """)
                .param("version", version)
                .param("organisation", organisation)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    void hold(long version) {
        jdbc.sql("select id from programme.version where id = :id for update")
                .param("id", version)
                .query(Long.class)
                .optional();
    }

    void insert(long version, long institution, String organisation, String hash, LocalDate until, String by) {
        jdbc.sql("""
                insert into programme.inquiry (version_id, institution_id, organisation, token_hash, until_on, made_by_name)
                values (:version, :institution, :organisation, :hash, :until, :by)
                """)
                .param("version", version)
                .param("institution", institution)
                .param("organisation", organisation)
                .param("hash", hash)
                .param("until", until)
                .param("by", by)
                .update();
    }

    /** Whom it asked; nobody where it takes no answer any more. */
    Optional<String> withdraw(long version, long inquiry, String by) {
        return jdbc.sql("""
                update programme.inquiry set withdrawn_at = now(), withdrawn_by_name = :by
                 where id = :id and version_id = :version and withdrawn_at is null and answered_at is null returning organisation
                """)
                .param("id", inquiry)
                .param("version", version)
                .param("by", by)
                .query(String.class)
                .optional();
    }

    Optional<Door> lookUp(String hash) {
        return jdbc.sql("""
                select q.id, q.version_id, v.programme_id, q.institution_id, i.name as institution, v.name as programme, p.level, v.number, v.state, q.organisation,
                       q.until_on, q.withdrawn_at is not null as withdrawn, q.answered_at is not null as answered
                  from programme.inquiry q join programme.version v on v.id = q.version_id join programme.programme p on p.id = v.programme_id
                  join institution.plate i on i.id = q.institution_id
                 where q.token_hash = :hash
                """).param("hash", hash).query(Door.class).optional();
    }

    List<Door.Line> listLines(long version) {
        return jdbc.sql("""
                select o.id, o.code, o.kind, o.statement, exists (select from programme.outcome u where u.parent_id = o.id) as heading
                  from programme.outcome o where o.version_id = :version order by string_to_array(o.code, '.')::integer[]
                """).param("version", version).query(Door.Line.class).list();
    }

    /** Uses the link up; false when it was used, or withdrawn, in the meantime. */
    boolean answer(Door door, Reply it) {
        return jdbc.sql("""
                update programme.inquiry set answered_at = now(), by_name = :name, by_post = :post, by_organisation = :organisation, words = :words
                 where id = :id and answered_at is null and withdrawn_at is null
                """)
                        .param("id", door.id())
                        .param("name", it.said("name"))
                        .param("post", it.said("post"))
                        .param("organisation", it.said("organisation"))
                        .param("words", it.said("words"))
                        .update()
                == 1;
    }

    void keep(Door door, List<Answer> answers) {
        jdbc.sql("""
                insert into programme.inquiry_answer (inquiry_id, institution_id, outcome_id, code, statement, verdict, words)
                select :inquiry, :institution, a.* from unnest(:outcomes::bigint[], :codes::text[], :statements::text[], :verdicts::text[], :words::text[]) as a
                """)
                .param("inquiry", door.id())
                .param("institution", door.institutionId())
                .param("outcomes", answers.stream().map(Answer::outcomeId).toArray(Long[]::new))
                .param("codes", answers.stream().map(Answer::code).toArray(String[]::new))
                .param("statements", answers.stream().map(Answer::statement).toArray(String[]::new))
                .param(
                        "verdicts",
                        answers.stream().map(it -> it.verdict().name()).toArray(String[]::new))
                .param("words", answers.stream().map(Answer::words).toArray(String[]::new))
                .update();
    }

    /** The employer's part in the programme, counted as one that the college records. */
    void insertPartner(Door door, Reply it, int year) {
        jdbc.sql("""
                insert into programme.partner (programme_id, institution_id, year, organisation, practice, assessment, research, design, inquiry_id, words, recorded_by)
                values (:programme, :institution, :year, :organisation, false, false, false, true, :inquiry, '', :by)
                """)
                .param("programme", door.programmeId())
                .param("institution", door.institutionId())
                .param("year", year)
                .param("organisation", it.said("organisation"))
                .param("inquiry", door.id())
                .param("by", it.said("name"))
                .update();
    }

    /** A word that asks for an answer, or consent that asks for none, among what was said of the version. */
    void insertComment(Door door, Reply it, Remark remark, LocalDate day) {
        jdbc.sql("""
                insert into programme.comment (version_id, institution_id, outcome_id, about, source, by_name, organisation, said_on, words, agrees, inquiry_id)
                values (:version, :institution, :outcome, :about, 'EMPLOYER', :by, :organisation, :day, :words, :agrees, :inquiry)
                """)
                .param("version", door.versionId())
                .param("institution", door.institutionId())
                .param("outcome", remark.outcomeId())
                .param("about", remark.about())
                .param("by", it.said("name"))
                .param("organisation", it.said("organisation"))
                .param("day", day)
                .param("words", Objects.requireNonNull(remark.words()))
                .param("agrees", remark.agrees())
                .param("inquiry", door.id())
                .update();
    }
}
