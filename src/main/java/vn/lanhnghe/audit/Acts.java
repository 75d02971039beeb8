package vn.lanhnghe.audit;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.database.Scope;

/** The journal of acts. An act is written in the transaction of the deed it tells of. */
@Service
@Transactional
public class Acts {

    private final JdbcClient jdbc;

    Acts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void record(ActKind kind, Subject subject, String summary, @Nullable String reason) {
        record(kind, subject.kind(), List.of(subject.id()), subject.institutionId(), summary, reason);
    }

    /** The same act on many records of one kind and college, in one statement. */
    public void record(
            ActKind kind,
            String subject,
            List<Long> subjectIds,
            @Nullable Long institutionId,
            String summary,
            @Nullable String reason) {
        var scope = Scope.current();
        jdbc.sql("""
                insert into audit.act (kind, subject, subject_id, institution_id, account_id, actor, summary, reason)
                select :kind, :subject, subject_id, :institutionId::bigint, :accountId::bigint, :actor, :summary, :reason
                  from unnest(:subjectIds::bigint[]) as subject_id
                """)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("subjectIds", subjectIds.toArray(Long[]::new))
                .param("institutionId", institutionId)
                .param("accountId", scope.accountId())
                .param("actor", scope.actor())
                .param("summary", summary)
                .param("reason", reason)
                .update();
    }

    /** What was done to one record, and why, among many of its kind. */
    public record Told(
            Subject subject, String summary, @Nullable String reason) {}

    /** Acts of one kind on many records, each with its own words, in one statement. */
    public void record(ActKind kind, List<Told> told) {
        var scope = Scope.current();
        jdbc.sql("""
                insert into audit.act (kind, subject, subject_id, institution_id, account_id, actor, summary, reason)
                select :kind, t.subject, t.subject_id, t.institution_id, :accountId::bigint, :actor, t.summary, t.reason
                  from unnest(:subjects::text[], :subjectIds::bigint[], :institutions::bigint[], :summaries::text[], :reasons::text[])
                    as t (subject, subject_id, institution_id, summary, reason)
                """)
                .param("kind", kind.name())
                .param("subjects", told.stream().map(it -> it.subject().kind()).toArray(String[]::new))
                .param("subjectIds", told.stream().map(it -> it.subject().id()).toArray(Long[]::new))
                .param(
                        "institutions",
                        told.stream().map(it -> it.subject().institutionId()).toArray(Long[]::new))
                .param("summaries", told.stream().map(Told::summary).toArray(String[]::new))
                .param("reasons", told.stream().map(Told::reason).toArray(String[]::new))
                .param("accountId", scope.accountId())
                .param("actor", scope.actor())
                .update();
    }

    /** A line of a history, with the record it is of and the college whose journal it stands in. */
    public record Placed(long subjectId, @Nullable Long institutionId, Act act) {}

    /** The history of several records of one kind together, newest first, at most 200 lines. */
    public List<Placed> list(String subject, List<Long> ids) {
        return jdbc.sql("""
                select id, at, kind, actor, summary, reason, subject_id, institution_id from audit.act
                 where subject = :subject and subject_id = any(:ids) order by id desc limit 200
                """)
                .param("subject", subject)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> new Placed(
                        row.getLong("subject_id"),
                        row.getObject("institution_id", Long.class),
                        new Act(
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class),
                                ActKind.valueOf(row.getString("kind")),
                                row.getString("actor"),
                                row.getString("summary"),
                                row.getString("reason"))))
                .list();
    }

    /** Who did acts of some kinds to a record, with the first of them: {@code did} is what it was. */
    public record Author(String name, @Nullable Long accountId, String did, OffsetDateTime at) {}

    /** Everybody who did acts of these kinds to one record from a time on, by name. */
    public List<Author> listAuthors(String subject, long id, Collection<ActKind> kinds, OffsetDateTime from) {
        return jdbc.sql("""
                select distinct on (actor, account_id) actor as name, account_id, summary as did, at from audit.act
                 where subject = :subject and subject_id = :id and kind = any(:kinds) and at >= :from order by actor, account_id, id
                """)
                .param("subject", subject)
                .param("id", id)
                .param("kinds", kinds.stream().map(ActKind::name).toArray(String[]::new))
                .param("from", from)
                .query(Author.class)
                .list();
    }

    /** The history of one record, newest first, at most 200 lines. */
    public List<Act> list(String subject, long id) {
        return jdbc.sql("""
                select id, at, kind, actor, summary, reason from audit.act
                 where subject = :subject and subject_id = :id order by id desc limit 200
                """)
                .param("subject", subject)
                .param("id", id)
                .query(Act.class)
                .list();
    }
}
