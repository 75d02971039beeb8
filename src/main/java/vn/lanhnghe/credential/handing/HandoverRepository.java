package vn.lanhnghe.credential.handing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

@Repository
class HandoverRepository {

    private static final String LINES = """
            select h.id, h.institution_id, h.diploma_id, d.full_name, d.register_number, d.serial, h.undoes,
                   exists (select from credential.handover u where u.undoes = h.id) as undone, h.receiver, h.holder, h.paper_kind, h.paper_number,
                   h.matches, h.authorisation, h.authorisation_scan, h.authorisation_name, h.signature, h.confirmed, h.reason, h.actor_name, h.at
              from credential.handover h join credential.diploma d on d.id = h.diploma_id
            """;

    /** The hand-over's own term, as it was in force on the day of the release. */
    private static final String WAITING = """
            select d.id as diploma_id, d.institution_id, i.name as institution, d.learner_id, d.enrolment_id, d.full_name, d.birth_date, s.student_code,
                   d.occupation, d.serial, d.register_number, d.decision_id, d.decision_number as decision, r.released_on,
                   (select credential.due(r.released_on, t.days, t.working) from credential.deadline t
                     where t.step = 'HAND_OVER' and t.medium = d.medium and t.valid_from <= r.released_on
                       and (t.valid_to is null or t.valid_to >= r.released_on)) as due_on
              from credential.diploma d
             cross join lateral (select (d.released_at at time zone 'Asia/Ho_Chi_Minh')::date as released_on) r
              join institution.plate i on i.id = d.institution_id
              left join learning.study_record s on s.enrolment_id = d.enrolment_id
             where d.state = 'VALID' and d.handed_over_at is null
            """;

    private static final String NAMED = """
             and (:folded = '' or d.name_folded like :like or d.serial = :q or d.register_number = :q or d.code = :code or s.student_code = :q
                  or d.decision_number = :q)
            """;

    private final JdbcClient jdbc;

    HandoverRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the desk of the college in scope finds, by name; so many at most. */
    List<Uncollected> search(String q, int most) {
        return named(WAITING + " and d.institution_id = :own" + NAMED + " order by d.sort_key, d.id limit :most", q)
                .param("own", Scope.current().institutionId())
                .param("most", most)
                .query(Uncollected.class)
                .list();
    }

    private JdbcClient.StatementSpec named(String sql, String q) {
        var folded = Vietnamese.fold(q);
        return jdbc.sql(sql)
                .param("folded", folded)
                .param(
                        "like",
                        "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("q", q.strip())
                .param("code", Code.read(q).orElse(""));
    }

    List<Uncollected> list(Collection<Long> diplomaIds) {
        return jdbc.sql(WAITING + " and d.id = any(:ids) and d.institution_id = :own order by d.sort_key, d.id")
                .param("ids", diplomaIds.toArray(Long[]::new))
                .param("own", Scope.current().institutionId())
                .query(Uncollected.class)
                .list();
    }

    /** Those of an age, the longest waiting first. */
    Paging<Uncollected> page(Uncollected.Age age, LocalDate today, int page) {
        var rows = jdbc.sql(WAITING + """
                 and d.released_at >= :from and d.released_at < :until order by d.released_at, d.sort_key, d.id limit :size offset :offset
                """)
                .param("from", start(today.minusDays(age.until())))
                .param("until", start(today.minusDays(age.from()).plusDays(1)))
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Uncollected.class)
                .list();
        return new Paging<>(rows, page, count(age, today), Paging.SIZE);
    }

    long count(Uncollected.Age age, LocalDate today) {
        return jdbc.sql("""
                select count(*) from credential.diploma where state = 'VALID' and handed_over_at is null and released_at >= :from and released_at < :until
                """)
                .param("from", start(today.minusDays(age.until())))
                .param("until", start(today.minusDays(age.from()).plusDays(1)))
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Vi.ZONE).toOffsetDateTime();
    }

    /** The college's own released diplomas with these ids that were not handed over, held until the transaction ends. */
    List<Diploma> lock(Collection<Long> ids) {
        return jdbc.sql("select " + Diploma.COLUMNS + """
                from credential.diploma d
                 where d.id = any(:ids) and d.institution_id = :own and d.state = 'VALID' and d.handed_over_at is null order by d.id for update
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("own", Scope.current().institutionId())
                .query(Diploma.class)
                .list();
    }

    Optional<Diploma> lock(long id) {
        return jdbc.sql("select " + Diploma.COLUMNS
                        + "from credential.diploma d where d.id = :id and d.institution_id = :own for update")
                .param("id", id)
                .param("own", Scope.current().institutionId())
                .query(Diploma.class)
                .optional();
    }

    void insert(Handed handed, Collection<Long> diplomaIds) {
        jdbc.sql("""
                insert into credential.handover (institution_id, diploma_id, receiver, holder, paper_kind, paper_number, matches, authorisation,
                       authorisation_scan, authorisation_name, signature, confirmed, actor_id, actor_name)
                select :own, diploma_id, :receiver, :holder, :kind, :number, :matches::boolean, :authorisation, :scan, :scanName, :signature, :confirmed,
                       :account, :actor
                  from unnest(:ids::bigint[]) as diploma_id
                """)
                .param("own", Scope.current().institutionId())
                .param("receiver", handed.receiver())
                .param("holder", handed.holder())
                .param("kind", handed.kind().name())
                .param("number", handed.number())
                .param("matches", handed.matches())
                .param("authorisation", handed.authorisation())
                .param("scan", handed.scan())
                .param("scanName", handed.scanName())
                .param("signature", handed.signature())
                .param("confirmed", handed.confirmed())
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .param("ids", diplomaIds.toArray(Long[]::new))
                .update();
    }

    /** What is written down of one receiver. */
    record Handed(
            String receiver,
            boolean holder,
            Handover.PaperKind kind,
            String number,
            @Nullable Boolean matches,
            @Nullable String authorisation,
            @Nullable String scan,
            @Nullable String scanName,
            @Nullable String signature,
            @Nullable String confirmed) {}

    void undo(Handover handover, String reason) {
        jdbc.sql("""
                insert into credential.handover (institution_id, diploma_id, undoes, receiver, holder, paper_kind, paper_number, reason, actor_id, actor_name)
                values (:own, :diploma, :id, :receiver, :holder, :kind, :number, :reason, :account, :actor)
                """)
                .param("own", handover.institutionId())
                .param("diploma", handover.diplomaId())
                .param("id", handover.id())
                .param("receiver", handover.receiver())
                .param("holder", handover.holder())
                .param("kind", handover.paperKind().name())
                .param("number", handover.paperNumber())
                .param("reason", reason)
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .update();
    }

    Optional<Handover> find(long id) {
        return jdbc.sql(LINES + "where h.id = :id")
                .param("id", id)
                .query(Handover.class)
                .optional();
    }

    Paging<Handover> log(int page) {
        var rows = jdbc.sql(LINES + "order by h.id desc limit :size offset :offset")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Handover.class)
                .list();
        return new Paging<>(
                rows,
                page,
                jdbc.sql("select count(*) from credential.handover")
                        .query(Long.class)
                        .single(),
                Paging.SIZE);
    }

    /** The lines about a diploma, the last first. */
    List<Handover> listOf(long diplomaId) {
        return jdbc.sql(LINES + "where h.diploma_id = :id order by h.id desc")
                .param("id", diplomaId)
                .query(Handover.class)
                .list();
    }
}
