package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.ui.Paging;

@Repository
class ElsewhereRepository {

    /** Hours of one person, purpose and year that count; {@code weeks} as the purpose turns hours into weeks. */
    public record Load(
            int year,
            String purpose,
            String label,
            @Nullable Integer limit,
            int hoursAWeek,
            int hours,
            @Nullable String clause) {

        public boolean over() {
            return limit != null && hours > limit * hoursAWeek;
        }

        /** In words. */
        public String told() {
            var weeks = Closing.told(
                    BigDecimal.valueOf(hours).divide(BigDecimal.valueOf(hoursAWeek), 1, RoundingMode.HALF_UP));
            return limit == null
                    ? "%d: %s, %d tiết".formatted(year, label, hours)
                    : over()
                            ? "Năm %d: %s %d tiết, tính %d tiết một tuần là %s tuần, quá mức %d tuần (%s, chưa xác minh)"
                                    .formatted(year, label, hours, hoursAWeek, weeks, limit, clause)
                            : "Năm %d: %s %d tiết, tính %d tiết một tuần là %s tuần, trong mức %d tuần"
                                    .formatted(year, label, hours, hoursAWeek, weeks, limit);
        }
    }

    /** A line of what counts or may. */
    public record Line(
            String source,
            String kind,
            String title,
            int hours,
            LocalDate completedOn,
            String tier,
            @Nullable OffsetDateTime endedAt) {}

    private static final String ITEM = """
            select x.id, x.person_id, p.staff_number, p.full_name, x.institution_id, i.name as institution, x.title, x.kind, k.label as kind_label, x.purpose,
                   u.label as purpose_label, x.hours, x.provider, x.paper_number, x.starts_on, x.finished_on, x.file_sha256, x.file_name, x.state, x.reason,
                   x.declared_at, x.confirmed_at, x.confirmed_by, x.sample_id, x.reviewed_at, x.reviewed_by, x.ended_at
              from person.training_elsewhere x
              join person.person p on p.id = x.person_id
              join institution.directory i on i.id = x.institution_id
              join person.training_kind k on k.code = x.kind
              join person.training_purpose u on u.code = x.purpose
            """;

    private static final String SAMPLE = """
            select s.id, s.seed, s.percent, s.pool, s.drawn_at, s.drawn_by_name,
                   (select count(*) from person.training_elsewhere x where x.sample_id = s.id) as size,
                   (select count(*) from person.training_elsewhere x where x.sample_id = s.id and x.state = 'CONFIRMED') as open,
                   (select count(*) from person.training_elsewhere x where x.sample_id = s.id and x.state = 'REJECTED') as rejected
              from person.training_sample s
            """;

    private final JdbcClient jdbc;

    ElsewhereRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Elsewhere> find(long id) {
        return jdbc.sql(ITEM + "where x.id = :id")
                .param("id", id)
                .query(Elsewhere.class)
                .optional();
    }

    List<Elsewhere> list(String state, @Nullable Long institution, int size, int offset) {
        return jdbc.sql(
                        ITEM
                                + "where (:state = '' or x.state = :state) and (:institution::bigint is null or x.institution_id = :institution) order by x.id desc limit :size offset :offset")
                .param("state", state)
                .param("institution", institution)
                .param("size", size)
                .param("offset", offset)
                .query(Elsewhere.class)
                .list();
    }

    long count(String state, @Nullable Long institution) {
        return jdbc.sql(
                        "select count(*) from person.training_elsewhere x where (:state = '' or x.state = :state) and (:institution::bigint is null or x.institution_id = :institution)")
                .param("state", state)
                .param("institution", institution)
                .query(Long.class)
                .single();
    }

    List<Elsewhere> listOfPerson(long personId) {
        return jdbc.sql(ITEM + "where x.person_id = :person order by x.finished_on desc, x.id desc")
                .param("person", personId)
                .query(Elsewhere.class)
                .list();
    }

    /** What the same person declared before with the same file, or by the same title and day, newest first. */
    List<Elsewhere> listEarlier(Elsewhere it) {
        return jdbc.sql(ITEM + """
                 where x.person_id = :person and x.id < :id
                   and (x.file_sha256 = :sha256 or lower(x.title) = lower(:title) and x.finished_on = :finished)
                 order by x.id desc limit 20
                """)
                .param("person", it.personId())
                .param("id", it.id())
                .param("sha256", it.fileSha256())
                .param("title", it.title())
                .param("finished", it.finishedOn())
                .query(Elsewhere.class)
                .list();
    }

    List<Elsewhere> listAnswered(long personId) {
        return jdbc.sql(
                        ITEM
                                + "where x.person_id = :person and x.state in ('RETURNED', 'REJECTED') and x.answer_seen_at is null order by x.id")
                .param("person", personId)
                .query(Elsewhere.class)
                .list();
    }

    void seen(long id, OffsetDateTime at) {
        jdbc.sql(
                        "update person.training_elsewhere set answer_seen_at = :at where id = :id and state in ('RETURNED', 'REJECTED') and answer_seen_at is null")
                .param("id", id)
                .param("at", at)
                .update();
    }

    /** The same paper of the same person, declared already and not given back. */
    boolean has(long personId, NewElsewhere it, String sha256) {
        return jdbc.sql("""
                select exists (select from person.training_elsewhere
                                where person_id = :person and state <> 'RETURNED' and state <> 'REJECTED'
                                  and (file_sha256 = :sha256 or (title = :title and finished_on = :finished)))
                """)
                .param("person", personId)
                .param("sha256", sha256)
                .param("title", it.title())
                .param("finished", it.finishedOn())
                .query(Boolean.class)
                .single();
    }

    long insert(long personId, long institutionId, NewElsewhere it, String sha256, String fileName, OffsetDateTime at) {
        return jdbc.sql("""
                insert into person.training_elsewhere (person_id, institution_id, title, kind, purpose, hours, provider, paper_number, starts_on, finished_on,
                       file_sha256, file_name, declared_at)
                values (:person, :institution, :title, :kind, :purpose, :hours, :provider, :number, :starts, :finished, :sha256, :file, :at) returning id
                """)
                .param("person", personId)
                .param("institution", institutionId)
                .param("title", it.title())
                .param("kind", it.kind())
                .param("purpose", it.purpose())
                .param("hours", it.hours())
                .param("provider", it.provider())
                .param("number", it.paperNumber())
                .param("starts", it.startsOn())
                .param("finished", it.finishedOn())
                .param("sha256", sha256)
                .param("file", fileName)
                .param("at", at)
                .query(Long.class)
                .single();
    }

    boolean confirm(long id, OffsetDateTime at, String by) {
        return jdbc.sql(
                                "update person.training_elsewhere set state = 'CONFIRMED', confirmed_at = :at, confirmed_by = :by, reason = null where id = :id and state = 'DECLARED'")
                        .param("id", id)
                        .param("at", at)
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean giveBack(long id, String reason) {
        return jdbc.sql(
                                "update person.training_elsewhere set state = 'RETURNED', reason = :reason, answer_seen_at = null where id = :id and state = 'DECLARED'")
                        .param("id", id)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** What no sample could have fallen on yet, by id. */
    List<Long> listPool() {
        return jdbc.sql(
                        "select id from person.training_elsewhere where pool_id is null and state = 'CONFIRMED' order by id")
                .query(Long.class)
                .list();
    }

    long countPool() {
        return jdbc.sql("select count(*) from person.training_elsewhere where pool_id is null and state = 'CONFIRMED'")
                .query(Long.class)
                .single();
    }

    void holdSamples() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('person.training_sample', 0))")
                .query(rows -> {});
    }

    long insertSample(long seed, int percent, List<Long> pool, List<Long> chosen, OffsetDateTime at, String by) {
        var id = jdbc.sql(
                        "insert into person.training_sample (seed, percent, pool, drawn_at, drawn_by_name) values (:seed, :percent, :pool, :at, :by) returning id")
                .param("seed", seed)
                .param("percent", percent)
                .param("pool", pool.size())
                .param("at", at)
                .param("by", by)
                .query(Long.class)
                .single();
        jdbc.sql("update person.training_elsewhere set pool_id = :sample where id = any(:ids)")
                .param("sample", id)
                .param("ids", pool.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                update person.training_elsewhere x set sample_id = :sample, sample_place = u.place
                  from unnest(:ids::bigint[]) with ordinality u (id, place) where x.id = u.id
                """)
                .param("sample", id)
                .param("ids", chosen.toArray(Long[]::new))
                .update();
        return id;
    }

    /** An item on which a sample could have fallen, and in which place it did. */
    record Lot(long id, @Nullable Integer place) {}

    List<Lot> listPoolOf(long sampleId) {
        return jdbc.sql("""
                select id, case when sample_id = :sample then sample_place end as place from person.training_elsewhere where pool_id = :sample order by id
                """).param("sample", sampleId).query(Lot.class).list();
    }

    List<Sample> listSamples() {
        return jdbc.sql(SAMPLE + "order by s.id desc limit 100")
                .query(Sample.class)
                .list();
    }

    Optional<Sample> findSample(long id) {
        return jdbc.sql(SAMPLE + "where s.id = :id")
                .param("id", id)
                .query(Sample.class)
                .optional();
    }

    List<Elsewhere> listOfSample(long sampleId, int page) {
        return jdbc.sql(ITEM + "where x.sample_id = :sample order by x.sample_place limit :size offset :offset")
                .param("sample", sampleId)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Elsewhere.class)
                .list();
    }

    boolean review(long id, boolean accepted, String reason, OffsetDateTime at, String by) {
        return jdbc.sql("""
                update person.training_elsewhere
                   set state = case when :accepted then 'ACCEPTED' else 'REJECTED' end, reason = nullif(:reason, ''), reviewed_at = :at, reviewed_by = :by, answer_seen_at = null,
                       ended_at = case when :accepted then null else :at::timestamptz end
                 where id = :id and state = 'CONFIRMED' and sample_id is not null
                """)
                        .param("id", id)
                        .param("accepted", accepted)
                        .param("reason", reason)
                        .param("at", at)
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Load> listLoads(long personId) {
        return jdbc.sql("""
                select date_part('year', r.completed_on)::int as year, r.purpose, u.label, u.weeks as "limit", u.hours_a_week, sum(r.hours)::int as hours,
                       max(c.label) as clause
                  from person.training_record r
                  join person.training_purpose u on u.code = r.purpose
                  left join law.reference c on c.clause_code = u.clause_code
                 where r.person_id = :person and r.tier <> 'DECLARED' and r.ended_at is null
                 group by 1, 2, 3, 4, 5, u.place order by 1 desc, u.place
                """).param("person", personId).query(Load.class).list();
    }

    List<Line> listRecords(long personId) {
        return jdbc.sql("""
                select source, kind, title, hours, completed_on, tier, ended_at from person.training_record
                 where person_id = :person order by completed_on desc, title
                """).param("person", personId).query(Line.class).list();
    }
}
