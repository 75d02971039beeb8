package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Paging;

@Repository
class LicenceRepository {

    private static final String SELECT = """
            select l.id, l.institution_id, i.name as institution_name, i.slug, l.kind, l.number, l.issuer, l.issued_on, l.valid_from, l.valid_to,
                   l.scan, l.scan_name, l.note, l.token, l.rehearsal, c.label as clause, c.text_id
              from institution.licence l join institution.institution i on i.id = l.institution_id
              left join law.reference c on c.clause_code = l.clause_code
            """;

    private static final String LINES = """
            select n.id, n.licence_id, n.institution_id, n.site_id, s.name as site_name, n.occupation_code, n.code_on_paper, n.occupation_name,
                   n.level, n.quota, n.valid_from, n.valid_to, n.paper_to, n.withdrawn_by, x.number as withdrawn_number, n.ended_by, n.note,
                   l.number, l.issued_on
              from institution.licence_line n
              join institution.licence l on l.id = n.licence_id
              join institution.site s on s.id = n.site_id
              left join institution.licence x on x.id = n.withdrawn_by
            """;

    private static final String LINE_ORDER = " order by n.level, n.occupation_name, s.main desc, n.valid_from, n.id";

    private final JdbcClient jdbc;

    LicenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Licence> find(long id) {
        return jdbc.sql(SELECT + "where l.id = :id")
                .param("id", id)
                .query(Licence.class)
                .optional();
    }

    Optional<Licence> findByToken(String token) {
        return jdbc.sql(SELECT + "where l.token = :token")
                .param("token", token)
                .query(Licence.class)
                .optional();
    }

    List<Licence> list(long institutionId) {
        return jdbc.sql(SELECT + "where l.institution_id = :id order by l.issued_on desc, l.id desc")
                .param("id", institutionId)
                .query(Licence.class)
                .list();
    }

    /** Those whose number is the one asked for, signs and blanks aside; at most twenty. */
    List<Licence> listByNumber(String folded) {
        return jdbc.sql(
                        SELECT
                                + "where l.number_folded = :folded or l.number_folded like :begun order by l.issued_on desc, l.id limit 20")
                .param("folded", folded)
                .param("begun", folded.length() < 3 ? folded : folded + "%")
                .query(Licence.class)
                .list();
    }

    List<LicenceLine> listLines(long licenceId) {
        return jdbc.sql(LINES + "where n.licence_id = :id" + LINE_ORDER)
                .param("id", licenceId)
                .query(LicenceLine.class)
                .list();
    }

    List<LicenceLine> listLines(Collection<Long> licenceIds) {
        return jdbc.sql(LINES + "where n.licence_id = any(:ids)" + LINE_ORDER)
                .param("ids", licenceIds.toArray(Long[]::new))
                .query(LicenceLine.class)
                .list();
    }

    /** What an institution may train on a day. */
    List<LicenceLine> listInForce(long institutionId, LocalDate on) {
        return jdbc.sql(LINES
                        + "where n.institution_id = :id and n.valid_from <= :on and (n.valid_to is null or n.valid_to >= :on)"
                        + LINE_ORDER)
                .param("id", institutionId)
                .param("on", on)
                .query(LicenceLine.class)
                .list();
    }

    /** The quota of a line as it stood on the last day of a year on which it was in force. */
    record Quota(
            long institutionId,
            String institutionName,
            long siteId,
            String siteName,
            boolean main,
            @Nullable String occupationCode,
            String occupationName,
            String level,
            long quota) {}

    List<Quota> listQuotas(int year) {
        return jdbc.sql("""
                select n.institution_id, i.name as institution_name, n.site_id, s.name as site_name, s.main, n.occupation_code,
                       min(n.occupation_name) as occupation_name, n.level, sum(n.quota) as quota
                  from institution.licence_line n
                  join institution.institution i on i.id = n.institution_id
                  join institution.site s on s.id = n.site_id
                 where n.valid_from <= make_date(:year, 12, 31) and (n.valid_to is null or n.valid_to >= make_date(:year, 12, 31))
                   and n.occupation_code is not null
                 group by n.institution_id, i.name, n.site_id, s.name, s.main, n.occupation_code, n.level
                """).param("year", year).query(Quota.class).list();
    }

    /** Which levels each type of institution may train. */
    Map<String, Set<String>> listTrained() {
        var trained = new HashMap<String, Set<String>>();
        jdbc.sql("select type, level from institution.type_level")
                .query((row, i) -> trained.computeIfAbsent(row.getString(1), type -> new HashSet<>())
                        .add(row.getString(2)))
                .list();
        return trained;
    }

    /** A paper to be inserted; {@code batchId} is the file that brings it. */
    record NewPaper(
            long institutionId,
            NewLicence licence,
            String token,
            @Nullable String scan,
            @Nullable String scanName,
            boolean rehearsal,
            @Nullable Long batchId) {}

    /** The ids of the papers, in their order. */
    List<Long> insert(List<NewPaper> papers) {
        return jdbc.sql("""
                with given as (
                  select * from unnest(:institutions::bigint[], :kinds::text[], :numbers::text[], :folded::text[], :issuers::text[],
                                       :issued::date[], :froms::date[], :tos::date[], :notes::text[], :tokens::text[], :scans::text[],
                                       :scanNames::text[], :rehearsals::boolean[], :batches::bigint[]) with ordinality
                    as g (institution_id, kind, number, number_folded, issuer, issued_on, valid_from, valid_to, note, token, scan, scan_name,
                          rehearsal, batch_id, place)),
                done as (
                  insert into institution.licence (institution_id, kind, number, number_folded, issuer, issued_on, valid_from, valid_to, note,
                         token, scan, scan_name, rehearsal, batch_id, recorded_by, clause_code)
                  select g.institution_id, g.kind, g.number, g.number_folded, g.issuer, g.issued_on, g.valid_from, g.valid_to,
                         nullif(g.note, ''), g.token, g.scan, g.scan_name, g.rehearsal, g.batch_id, :actor,
                         (select b.clause_code from institution.licence_basis b
                           where b.valid_from <= g.issued_on and (b.valid_to is null or b.valid_to >= g.issued_on) limit 1)
                    from given g order by g.place
                  returning id, token)
                select d.id from done d join given g on g.token = d.token order by g.place
                """)
                .param("institutions", array(papers, NewPaper::institutionId, Long[]::new))
                .param("kinds", array(papers, it -> it.licence().kind().name(), String[]::new))
                .param("numbers", array(papers, it -> it.licence().number(), String[]::new))
                .param("folded", array(papers, it -> Licences.fold(it.licence().number()), String[]::new))
                .param("issuers", array(papers, it -> it.licence().issuer(), String[]::new))
                .param("issued", array(papers, it -> day(it.licence().issuedOn()), String[]::new))
                .param("froms", array(papers, it -> day(LicenceRules.from(it.licence())), String[]::new))
                .param("tos", array(papers, it -> day(it.licence().validTo()), String[]::new))
                .param("notes", array(papers, it -> it.licence().note().strip(), String[]::new))
                .param("tokens", array(papers, NewPaper::token, String[]::new))
                .param("scans", array(papers, NewPaper::scan, String[]::new))
                .param("scanNames", array(papers, NewPaper::scanName, String[]::new))
                .param("rehearsals", array(papers, NewPaper::rehearsal, Boolean[]::new))
                .param("batches", array(papers, NewPaper::batchId, Long[]::new))
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .list();
    }

    /** A line to be inserted, with its days as they will stand; {@code batchId} is the file that brings it. */
    record NewEntry(
            long licenceId,
            long institutionId,
            NewLine line,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate paperTo,
            @Nullable Long withdrawnBy,
            @Nullable Long batchId) {}

    void insertLines(List<NewEntry> entries) {
        jdbc.sql("""
                insert into institution.licence_line (licence_id, institution_id, site_id, occupation_code, code_on_paper, occupation_name, level,
                       quota, valid_from, valid_to, paper_to, note, withdrawn_by, batch_id)
                select n.licence_id, n.institution_id, n.site_id, nullif(n.code, ''), nullif(n.on_paper, ''), n.name, n.level, n.quota,
                       n.valid_from, n.valid_to, n.paper_to, n.note, n.withdrawn_by, n.batch_id
                  from unnest(:licences::bigint[], :institutions::bigint[], :sites::bigint[], :codes::text[], :papers::text[], :names::text[],
                              :levels::text[], :quotas::integer[], :froms::date[], :tos::date[], :paperTos::date[], :notes::text[],
                              :withdrawn::bigint[], :batches::bigint[]) with ordinality
                    as n (licence_id, institution_id, site_id, code, on_paper, name, level, quota, valid_from, valid_to, paper_to, note,
                          withdrawn_by, batch_id, place)
                 order by n.place
                """)
                .param("licences", array(entries, NewEntry::licenceId, Long[]::new))
                .param("institutions", array(entries, NewEntry::institutionId, Long[]::new))
                .param("sites", array(entries, it -> it.line().siteId(), Long[]::new))
                .param("codes", array(entries, it -> it.line().occupationCode(), String[]::new))
                .param("papers", array(entries, it -> it.line().codeOnPaper(), String[]::new))
                .param("names", array(entries, it -> it.line().occupationName(), String[]::new))
                .param("levels", array(entries, it -> it.line().level(), String[]::new))
                .param("quotas", array(entries, it -> it.line().quota(), Integer[]::new))
                .param("froms", array(entries, it -> day(it.validFrom()), String[]::new))
                .param("tos", array(entries, it -> day(it.validTo()), String[]::new))
                .param("paperTos", array(entries, it -> day(it.paperTo()), String[]::new))
                .param("notes", array(entries, it -> LicenceRules.note(it.line()), String[]::new))
                .param("withdrawn", array(entries, NewEntry::withdrawnBy, Long[]::new))
                .param("batches", array(entries, NewEntry::batchId, Long[]::new))
                .update();
    }

    private static <T, V extends @Nullable Object> V[] array(
            List<T> rows, Function<T, V> value, IntFunction<V[]> fresh) {
        return rows.stream().map(value).toArray(fresh);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Ends lines on the day before; says how many. */
    int withdraw(long institutionId, Collection<Long> lineIds, long byLicence, LocalDate from) {
        return jdbc.sql("""
                update institution.licence_line set valid_to = :last, withdrawn_by = :by
                 where id = any(:ids) and institution_id = :institution and withdrawn_by is null and valid_from <= :from
                """)
                .param("last", from.minusDays(1))
                .param("from", from)
                .param("by", byLicence)
                .param("ids", lineIds.toArray(Long[]::new))
                .param("institution", institutionId)
                .update();
    }

    /** Puts withdrawn lines back in force, to the end that their paper names. */
    int restore(long byLicence) {
        return jdbc.sql("""
                update institution.licence_line set withdrawn_by = null, valid_to = paper_to where withdrawn_by = :by
                """).param("by", byLicence).update();
    }

    /** All papers of the institutions, in the order of their days; of every institution when {@code ids} is null. */
    List<Licence> listOf(@Nullable Collection<Long> ids) {
        return jdbc.sql(SELECT + "where :every or l.institution_id = any(:ids) order by i.code, l.issued_on, l.id")
                .param("every", ids == null)
                .param("ids", ids == null ? new Long[0] : ids.toArray(Long[]::new))
                .query(Licence.class)
                .list();
    }

    /** All lines of those papers, in the order in which they were recorded. */
    List<LicenceLine> listLinesOf(@Nullable Collection<Long> ids) {
        return jdbc.sql(LINES + "where :every or n.institution_id = any(:ids) order by n.id")
                .param("every", ids == null)
                .param("ids", ids == null ? new Long[0] : ids.toArray(Long[]::new))
                .query(LicenceLine.class)
                .list();
    }

    /** A paper in the list of all papers; {@code lines} are those it opened, {@code ended} those it withdrew. */
    record Listed(
            long id,
            long institutionId,
            String institutionName,
            LicenceKind kind,
            String number,
            String issuer,
            LocalDate issuedOn,
            long lines,
            long ended) {}

    /** The papers whose number begins so, of a kind, that a file brought or changed; the latest first. */
    Paging<Listed> list(String folded, @Nullable LicenceKind kind, @Nullable Long batch, int page) {
        var where = """
                 where l.number_folded like :begun and (:kind::text is null or l.kind = :kind::text)
                   and (:batch::bigint is null or l.batch_id = :batch::bigint
                        or l.id in (select g.id from institution.image g where g.batch_id = :batch::bigint and g.place = 'paper')
                        or l.id in (select n.licence_id from institution.image g join institution.licence_line n on n.id = g.id
                                     where g.batch_id = :batch::bigint and g.place = 'line'))
                """;
        var total = asked("select count(*) from institution.licence l" + where, folded, kind, batch)
                .query(Long.class)
                .single();
        var paging = new Paging<Listed>(List.of(), page, total, Paging.SIZE);
        var rows = asked(
                        """
                        select l.id, l.institution_id, i.name as institution_name, l.kind, l.number, l.issuer, l.issued_on,
                               (select count(*) from institution.licence_line n where n.licence_id = l.id) as lines,
                               (select count(*) from institution.licence_line n where n.withdrawn_by = l.id) as ended
                          from institution.licence l join institution.institution i on i.id = l.institution_id
                        """ + where + "order by l.issued_on desc, l.id desc limit :size offset :offset",
                        folded,
                        kind,
                        batch)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(paging.page()))
                .query(Listed.class)
                .list();
        return new Paging<>(rows, paging.page(), total, Paging.SIZE);
    }

    private JdbcClient.StatementSpec asked(
            String sql, String folded, @Nullable LicenceKind kind, @Nullable Long batch) {
        return jdbc.sql(sql)
                .param("begun", folded + "%")
                .param("kind", kind == null ? null : kind.name())
                .param("batch", batch);
    }

    long countLines() {
        return jdbc.sql("select count(*) from institution.licence_line")
                .query(Long.class)
                .single();
    }

    /** A recorded paper as it is to be: what was misread on the paper is put right. */
    record Mended(long id, NewLicence licence) {}

    void mend(long batchId, List<Mended> papers) {
        jdbc.sql("""
                with was as (
                  select id, to_jsonb(o) - 'recorded_at' as before from institution.licence o where id = any(:ids)),
                done as (
                  update institution.licence l
                     set issuer = m.issuer, valid_from = m.valid_from, valid_to = m.valid_to, note = nullif(m.note, '')
                    from unnest(:ids::bigint[], :issuers::text[], :froms::date[], :tos::date[], :notes::text[])
                      as m (id, issuer, valid_from, valid_to, note)
                   where l.id = m.id
                  returning l.id, to_jsonb(l) - 'recorded_at' as after)
                insert into institution.image (batch_id, place, id, before, after)
                select :batch, 'paper', d.id, w.before, d.after from done d join was w on w.id = d.id
                """)
                .param("batch", batchId)
                .param("ids", array(papers, Mended::id, Long[]::new))
                .param("issuers", array(papers, it -> it.licence().issuer(), String[]::new))
                .param("froms", array(papers, it -> day(LicenceRules.from(it.licence())), String[]::new))
                .param("tos", array(papers, it -> day(it.licence().validTo()), String[]::new))
                .param("notes", array(papers, it -> it.licence().note().strip(), String[]::new))
                .update();
    }

    /** A recorded line as it is to be. */
    record MendedLine(
            long id,
            NewLine line,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate paperTo,
            @Nullable Long withdrawnBy) {}

    void mendLines(long batchId, List<MendedLine> lines) {
        jdbc.sql("""
                with was as (
                  select id, to_jsonb(o) as before from institution.licence_line o where id = any(:ids)),
                done as (
                  update institution.licence_line n
                     set code_on_paper = nullif(m.on_paper, ''), occupation_name = m.name, note = m.note, quota = m.quota,
                         valid_from = m.valid_from, valid_to = m.valid_to, paper_to = m.paper_to, withdrawn_by = m.withdrawn_by
                    from unnest(:ids::bigint[], :papers::text[], :names::text[], :notes::text[], :quotas::integer[], :froms::date[],
                                :tos::date[], :paperTos::date[], :withdrawn::bigint[])
                      as m (id, on_paper, name, note, quota, valid_from, valid_to, paper_to, withdrawn_by)
                   where n.id = m.id
                  returning n.id, to_jsonb(n) as after)
                insert into institution.image (batch_id, place, id, before, after)
                select :batch, 'line', d.id, w.before, d.after from done d join was w on w.id = d.id
                """)
                .param("batch", batchId)
                .param("ids", array(lines, MendedLine::id, Long[]::new))
                .param("papers", array(lines, it -> it.line().codeOnPaper(), String[]::new))
                .param("names", array(lines, it -> it.line().occupationName(), String[]::new))
                .param("notes", array(lines, it -> LicenceRules.note(it.line()), String[]::new))
                .param("quotas", array(lines, it -> it.line().quota(), Integer[]::new))
                .param("froms", array(lines, it -> day(it.validFrom()), String[]::new))
                .param("tos", array(lines, it -> day(it.validTo()), String[]::new))
                .param("paperTos", array(lines, it -> day(it.paperTo()), String[]::new))
                .param("withdrawn", array(lines, MendedLine::withdrawnBy, Long[]::new))
                .update();
    }

    /** Notes what a file brought, as it stands when all of it is written. */
    void keepBrought(long batchId) {
        jdbc.sql("""
                insert into institution.image (batch_id, place, id, after)
                select :batch, 'paper', l.id, to_jsonb(l) - 'recorded_at' from institution.licence l where l.batch_id = :batch
                union all
                select :batch, 'line', n.id, to_jsonb(n) from institution.licence_line n where n.batch_id = :batch
                """).param("batch", batchId).update();
    }

    /** Something that was built on what a file wrote: a paper, how many of its lines, and what was done to them by whom. */
    record Later(String number, String deed, @Nullable String by, long count) {}

    List<Later> listLater(long batchId) {
        return jdbc.sql("""
                with changed as (
                  select n.id, n.licence_id, g.after, n.withdrawn_by, n.ended_by,
                         (select max(o.batch_id) from institution.image o
                           where o.place = 'line' and o.id = n.id and o.batch_id > :batch and o.before is not null) as batch
                    from institution.image g join institution.licence_line n on n.id = g.id
                   where g.batch_id = :batch and g.place = 'line' and not to_jsonb(n) @> g.after)
                select l.number, case when c.withdrawn_by is not null and c.withdrawn_by is distinct from (c.after ->> 'withdrawn_by')::bigint
                                        then 'WITHDRAWN'
                                      when c.ended_by is not null and c.ended_by is distinct from (c.after ->> 'ended_by')::bigint then 'ENDED'
                                      when c.withdrawn_by is null and c.after ->> 'withdrawn_by' is not null then 'RESTORED'
                                      else 'CORRECTED' end as deed,
                       coalesce(x.number, s.decision, c.batch::text) as by, count(*) as count
                  from changed c
                  join institution.licence l on l.id = c.licence_id
                  left join institution.licence x on x.id = c.withdrawn_by and x.id is distinct from (c.after ->> 'withdrawn_by')::bigint
                  left join institution.succession s on s.id = c.ended_by and s.id is distinct from (c.after ->> 'ended_by')::bigint
                 group by 1, 2, 3
                union all
                select l.number, 'PAPER_CORRECTED', max(o.batch_id)::text, 1
                  from institution.image g join institution.licence l on l.id = g.id
                  left join institution.image o on o.place = 'paper' and o.id = g.id and o.batch_id > :batch
                 where g.batch_id = :batch and g.place = 'paper' and not to_jsonb(l) @> g.after
                 group by l.id, l.number
                union all
                select l.number, 'ADDED', max(n.batch_id)::text, count(*)
                  from institution.licence l join institution.licence_line n on n.licence_id = l.id
                 where l.batch_id = :batch and n.batch_id is distinct from :batch
                 group by l.id, l.number
                union all
                select l.number, 'WITHDREW', null, count(*)
                  from institution.licence l join institution.licence_line n on n.withdrawn_by = l.id
                 where l.batch_id = :batch
                   and not exists (select from institution.image g where g.batch_id = :batch and g.place = 'line' and g.id = n.id)
                 group by l.id, l.number
                order by 1, 2
                """).param("batch", batchId).query(Later.class).list();
    }

    /** The institutions whose papers or lines a file wrote. */
    List<Long> listTouched(long batchId) {
        return jdbc.sql("""
                select distinct (after ->> 'institution_id')::bigint from institution.image where batch_id = :batch order by 1
                """).param("batch", batchId).query(Long.class).list();
    }

    /** Puts back what a file found, and takes out what it brought; tells how many lines and papers that were. */
    int putBack(long batchId) {
        for (var sql : List.of(
                """
                update institution.licence_line n
                   set (code_on_paper, occupation_name, note, quota, valid_from, valid_to, paper_to, withdrawn_by)
                     = (select r.code_on_paper, r.occupation_name, r.note, r.quota, r.valid_from, r.valid_to, r.paper_to, r.withdrawn_by
                          from jsonb_populate_record(null::institution.licence_line, g.before) r)
                  from institution.image g
                 where g.batch_id = :batch and g.place = 'line' and g.before is not null and g.id = n.id
                """,
                "delete from institution.licence_line where batch_id = :batch",
                """
                update institution.licence l
                   set (issuer, valid_from, valid_to, note)
                     = (select r.issuer, r.valid_from, r.valid_to, r.note from jsonb_populate_record(null::institution.licence, g.before) r)
                  from institution.image g
                 where g.batch_id = :batch and g.place = 'paper' and g.before is not null and g.id = l.id
                """,
                "delete from institution.licence where batch_id = :batch")) {
            jdbc.sql(sql).param("batch", batchId).update();
        }
        return jdbc.sql("delete from institution.image where batch_id = :batch")
                .param("batch", batchId)
                .update();
    }

    /** A licence that runs out. */
    record Ending(long institutionId, String institution, String number, LocalDate validTo) {}

    /** Licences that run out within the days, of one institution or of all, the nearest first. */
    List<Ending> listEnding(@Nullable Long institution, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select l.institution_id, i.name as institution, l.number, l.valid_to
                  from institution.licence l join institution.institution i on i.id = l.institution_id
                 where l.valid_to between :from and :until and (cast(:institution as bigint) is null or l.institution_id = :institution)
                 order by l.valid_to, l.id limit 500
                """)
                .param("institution", institution)
                .param("from", from)
                .param("until", until)
                .query(Ending.class)
                .list();
    }
}
