package vn.lanhnghe.programme.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.programme.design.Stage;

@Repository
class AppraisalRepository {

    private final JdbcClient jdbc;

    AppraisalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CouncilRule> listRules() {
        return jdbc.sql("""
                select r.code, r.least, r.posts, r.sentence, coalesce(l.label, r.clause_code) as clause, r.verified
                  from programme.council_rule r left join law.reference l on l.clause_code = r.clause_code order by r.place
                """)
                .query((row, i) -> new CouncilRule(
                        CouncilRule.Code.valueOf(row.getString("code")),
                        row.getBigDecimal("least"),
                        Arrays.stream((String[]) row.getArray("posts").getArray())
                                .map(Member.Post::valueOf)
                                .toList(),
                        row.getString("sentence"),
                        row.getString("clause"),
                        row.getBoolean("verified")))
                .list();
    }

    Map<String, String> degrees() {
        var degrees = new LinkedHashMap<String, String>();
        jdbc.sql("select code, label from programme.degree order by rank desc")
                .query((row, i) -> degrees.put(row.getString(1), row.getString(2)))
                .list();
        return degrees;
    }

    /** How many credits a level asks for at least, and where that is written. */
    record Volume(BigDecimal least, String clause) {}

    Optional<Volume> volume(String level) {
        return jdbc.sql("""
                select r.least, coalesce(l.label, r.clause_code) as clause from programme.volume_rule r left join law.reference l on l.clause_code = r.clause_code
                 where r.level = :level
                """).param("level", level).query(Volume.class).optional();
    }

    /** Where the law asks for a licence. */
    String licenceClause() {
        return jdbc.sql("select label from law.reference where clause_code = 'ND143-2016.DK'")
                .query(String.class)
                .single();
    }

    List<Member> listMembers(long version) {
        return jdbc.sql("""
                select m.id, m.name, m.workplace, m.staff_number, m.post, m.teacher, m.outside, m.state_side, m.degree_code, d.label as degree, d.rank, m.years
                  from programme.member m join programme.degree d on d.code = m.degree_code where m.version_id = :version
                 order by array_position(array['CHAIR', 'DEPUTY', 'SECRETARY', 'REVIEWER', 'MEMBER'], m.post), m.id
                """).param("version", version).query(Member.class).list();
    }

    List<Council.Drafter> listDrafters(long version) {
        return jdbc.sql(
                        "select d.id, d.name, d.staff_number from programme.drafter d where d.version_id = :version order by d.id")
                .param("version", version)
                .query(Council.Drafter.class)
                .list();
    }

    boolean insertDrafter(long version, long institution, String name, @Nullable String staffNumber) {
        return jdbc.sql("""
                insert into programme.drafter (version_id, institution_id, name, staff_number) values (:version, :institution, :name, :staff) on conflict (version_id, name) do nothing
                """)
                        .param("version", version)
                        .param("institution", institution)
                        .param("name", name)
                        .param("staff", staffNumber)
                        .update()
                == 1;
    }

    /** The name of whom it was. */
    Optional<String> removeDrafter(long version, long drafter) {
        return jdbc.sql("delete from programme.drafter where id = :id and version_id = :version returning name")
                .param("id", drafter)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    void insertMember(long version, long institution, NewMember it) {
        jdbc.sql("""
                insert into programme.member (version_id, institution_id, name, workplace, staff_number, post, teacher, outside, state_side, degree_code, years)
                values (:version, :institution, :name, :workplace, :staff, :post, :teacher, :outside, :stateSide, :degree, :years)
                """)
                .param("version", version)
                .param("institution", institution)
                .param("name", it.name())
                .param("workplace", it.workplace())
                .param("staff", it.staffNumber().isEmpty() ? null : it.staffNumber())
                .param("post", Objects.requireNonNull(it.post()).name())
                .param("teacher", it.teacher())
                .param("outside", it.outside())
                .param("stateSide", it.stateSide())
                .param("degree", it.degreeCode())
                .param("years", it.years())
                .update();
    }

    /** The name of whom it was. */
    Optional<String> removeMember(long version, long member) {
        return jdbc.sql("delete from programme.member where id = :id and version_id = :version returning name")
                .param("id", member)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    List<Comment> listComments(long version) {
        return jdbc.sql("""
                select c.id, c.outcome_id, c.about, o.statement, c.source, c.by_name, c.organisation, c.said_on, c.words, c.agrees, c.decision, c.answer, c.answered_by, c.answered_at, c.inquiry_id is not null as by_link
                  from programme.comment c left join programme.outcome o on o.id = c.outcome_id where c.version_id = :version order by c.id
                """).param("version", version).query(Comment.class).list();
    }

    void insertComment(long version, long institution, NewComment it, String about, LocalDate day) {
        jdbc.sql("""
                insert into programme.comment (version_id, institution_id, outcome_id, about, source, by_name, organisation, said_on, words, agrees)
                values (:version, :institution, :outcome, :about, :source, :by, :organisation, :day, :words, :agrees)
                """)
                .param("version", version)
                .param("institution", institution)
                .param("outcome", it.outcomeId())
                .param("about", about)
                .param("source", Objects.requireNonNull(it.source()).name())
                .param("by", it.byName())
                .param("organisation", it.organisation())
                .param("day", day)
                .param("words", it.words())
                .param("agrees", it.agrees())
                .update();
    }

    void answer(long comment, Comment.Decision decision, String answer, String by) {
        jdbc.sql("""
                update programme.comment set decision = :decision, answer = :answer, answered_by = :by, answered_at = now() where id = :id and decision is null
                """)
                .param("id", comment)
                .param("decision", decision.name())
                .param("answer", answer)
                .param("by", by)
                .update();
    }

    /** Of every meeting, the first before the later ones. */
    List<Minutes> listMinutes(long version) {
        return jdbc.sql("""
                select m.number, m.decision, m.held_on, m.present, m.in_favour, m.carried, m.conclusion, m.recorded_by, m.recorded_at,
                       coalesce((select string_agg(a.name, ', ' order by a.place) from programme.attendance a where a.minutes_id = m.id and a.came), '') as came,
                       coalesce((select string_agg(a.name, ', ' order by a.place) from programme.attendance a where a.minutes_id = m.id and not a.came), '') as absent
                  from programme.minutes m where m.version_id = :version order by m.number
                """).param("version", version).query(Minutes.class).list();
    }

    void keepMinutes(
            long version,
            long institution,
            NewMinutes it,
            Council council,
            List<Member> present,
            boolean carried,
            String by) {
        var minutes = jdbc.sql("""
                insert into programme.minutes (version_id, institution_id, number, decision, held_on, present, in_favour, carried, conclusion, recorded_by)
                values (:version, :institution, (select count(*) + 1 from programme.minutes m where m.version_id = :version), :decision, :held, :present, :inFavour, :carried,
                       :conclusion, :by) returning id
                """)
                .param("version", version)
                .param("institution", institution)
                .param("decision", it.decision())
                .param("held", it.heldOn())
                .param("present", present.size())
                .param("inFavour", it.inFavour())
                .param("carried", carried)
                .param("conclusion", it.conclusion())
                .param("by", by)
                .query(Long.class)
                .single();
        var members = council.members();
        jdbc.sql("""
                insert into programme.attendance (minutes_id, institution_id, place, name, workplace, post, came)
                select :minutes, :institution, a.place, a.name, a.workplace, a.post, a.came
                  from unnest(:names::text[], :workplaces::text[], :posts::text[], :came::boolean[]) with ordinality as a (name, workplace, post, came, place)
                """)
                .param("minutes", minutes)
                .param("institution", institution)
                .param("names", members.stream().map(Member::name).toArray(String[]::new))
                .param("workplaces", members.stream().map(Member::workplace).toArray(String[]::new))
                .param("posts", members.stream().map(one -> one.post().name()).toArray(String[]::new))
                .param("came", members.stream().map(present::contains).toArray(Boolean[]::new))
                .update();
    }

    /** From one stage to the next; false when somebody was faster. */
    boolean turn(long version, Stage from, Stage to, @Nullable LocalDate submittedOn, String by) {
        return jdbc.sql("""
                update programme.version
                   set state = :to, submitted_at = case when :to = 'SUBMITTED' then now() else submitted_at end, submitted_on = coalesce(:on, submitted_on),
                       submitted_by_name = case when :to = 'SUBMITTED' then :by else submitted_by_name end,
                       appraised_at = case when :to = 'APPRAISED' then now() else appraised_at end
                 where id = :id and state = :from
                """)
                        .param("id", version)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("on", submittedOn)
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean publish(long version, long programme, String decision, LocalDate on, String by) {
        jdbc.sql(
                        "update programme.version set state = 'SUPERSEDED', superseded_at = now() where programme_id = :programme and state = 'PUBLISHED'")
                .param("programme", programme)
                .update();
        return jdbc.sql("""
                update programme.version set state = 'PUBLISHED', decision_number = :decision, decision_on = :on, published_at = now(), published_by_name = :by
                 where id = :id and state = 'APPRAISED'
                """)
                        .param("id", version)
                        .param("decision", decision)
                        .param("on", on)
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean check(long version, String by) {
        return jdbc.sql("""
                update programme.version set checked_at = now(), checked_by_name = :by where id = :id and state = 'PUBLISHED' and checked_at is null
                """).param("id", version).param("by", by).update() == 1;
    }

    /** How many versions of the college wait at each stage. */
    Map<String, Long> countWaiting(long institution) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                select v.state, count(*) from programme.version v where v.institution_id = :institution and v.state in ('SUBMITTED', 'RETURNED', 'APPRAISED') group by v.state
                """)
                .param("institution", institution)
                .query((row, i) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** A programme of the college whose yearly review is due. */
    record Due(long programmeId, String name, LocalDate dueOn) {}

    List<Due> listDue(long institution, LocalDate today) {
        return jdbc.sql("""
                select d.programme_id, d.name, d.due_on from (
                  select v.programme_id, v.name, v.sort_key, r.before, (greatest((v.published_at at time zone 'Asia/Ho_Chi_Minh')::date,
                         (select max(x.reviewed_on) from programme.review x where x.programme_id = v.programme_id)) + make_interval(months => r.months))::date as due_on
                    from programme.version v join programme.programme p on p.id = v.programme_id cross join programme.review_rule r
                   where v.institution_id = :institution and v.state = 'PUBLISHED' and (p.ended_on is null or p.ended_on > :today)) d
                 where d.due_on - d.before <= :today order by d.due_on, d.sort_key limit 20
                """)
                .param("institution", institution)
                .param("today", today)
                .query(Due.class)
                .list();
    }
}
