package vn.lanhnghe.programme.integration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.framework.Reliance;

@Repository
class IntegrationRepository {

    private static final String HANGING = """
            select h.id, h.version_id, h.programme_id, h.institution_id, i.name as institution, h.programme, h.state, h.outcome_id, h.outcome_code, h.statement, h.framework_code,
                   h.framework_version, h.item_code, h.item_name, h.level_code, h.successor_id, h.successor_code, h.successor_name, h.how, h.level_stays, h.rank, h.held_rank
              from programme.hanging h join institution.plate i on i.id = h.institution_id
             where (cast(:institution as bigint) is null or h.institution_id = :institution)
            """;

    private final JdbcClient jdbc;

    IntegrationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version as the rule needs to know it. */
    record Subject(long id, long programmeId, long institutionId, String level, boolean published) {}

    List<Rule> listRules() {
        var measures = jdbc.sql("""
                select m.rule_id, m.level, m.domains, m.rank from programme.rule_level m
                 order by array_position(array['CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP', 'NGHE_KHAC'], m.level)
                """).query(Rule.Measure.class).list().stream()
                .collect(Collectors.groupingBy(Rule.Measure::ruleId));
        return jdbc.sql("""
                select r.id, r.number, r.framework_code, r.taught, r.assessed, coalesce(l.label, r.clause_code) as clause, r.verified, r.note, r.valid_from,
                       r.valid_to, r.made_by_name, r.made_at
                  from programme.rule r left join law.reference l on l.clause_code = r.clause_code order by r.number desc
                """)
                .query((row, i) -> new Rule(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getString("framework_code"),
                        row.getBoolean("taught"),
                        row.getBoolean("assessed"),
                        row.getString("clause"),
                        row.getBoolean("verified"),
                        row.getString("note"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("made_by_name"),
                        row.getObject("made_at", java.time.OffsetDateTime.class),
                        measures.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** The domains of every version of a framework that is or was in use. */
    Map<Long, List<Verdict.Named>> listDomains(String framework) {
        var domains = new HashMap<Long, List<Verdict.Named>>();
        jdbc.sql("""
                select i.framework_id, i.code, i.name from framework.item_list i
                 where i.framework_code = :framework and i.state <> 'DRAFT' and i.kind = 'DOMAIN' order by i.place, i.id
                """)
                .param("framework", framework)
                .query((row, i) -> domains.computeIfAbsent(row.getLong("framework_id"), id -> new ArrayList<>())
                        .add(new Verdict.Named(row.getString("code"), row.getString("name"))))
                .list();
        return domains;
    }

    Frame inUse(String framework) {
        return jdbc.sql(
                        "select f.id, f.code, f.version, true as in_use from framework.version_list f where f.code = :framework and f.state = 'ACTIVE'")
                .param("framework", framework)
                .query(Frame.class)
                .single();
    }

    /** The newest version of the framework that each hangs on; none for one that hangs on nothing of it. */
    Map<Long, Frame> listFrames(Collection<Long> versions, String framework) {
        var frames = new HashMap<Long, Frame>();
        jdbc.sql("""
                select distinct on (a.version_id) a.version_id, f.id, f.code, f.version, f.state = 'ACTIVE' as in_use
                  from programme.alignment a join framework.version_list f on f.id = a.framework_id
                 where a.version_id = any(:versions) and f.code = :framework order by a.version_id, f.valid_from desc, f.id desc
                """)
                .param("versions", versions.toArray(Long[]::new))
                .param("framework", framework)
                .query((row, i) -> frames.put(
                        row.getLong("version_id"),
                        new Frame(
                                row.getLong("id"),
                                row.getString("code"),
                                row.getString("version"),
                                row.getBoolean("in_use"))))
                .list();
        return frames;
    }

    /** What of a version hangs on versions of the framework that are no longer in use. */
    List<Verdict.Old> listOld(long version, String framework) {
        return jdbc.sql("""
                select h.framework_version as version, count(*) as links from programme.hanging h
                 where h.version_id = :version and h.framework_code = :framework group by h.framework_version order by h.framework_version
                """)
                .param("version", version)
                .param("framework", framework)
                .query(Verdict.Old.class)
                .list();
    }

    private static final String BOUND = """
              from programme.bound b left join framework.proposal_list s on s.framework_id = :next and s.item_id = b.item_id
             where b.framework_id = :version
            """;
    private static final String MET = """
            count(*) as links, count(*) filter (where s.how = 'SAME') as same,
            count(*) filter (where s.successor_id is not null and s.how <> 'SAME') as proposed, count(*) filter (where s.successor_id is null) as none
            """;

    Reliance.Weight weigh(long version, long next) {
        return jdbc.sql("select count(distinct b.programme_id) as things, count(distinct b.outcome_id) as parts, " + MET
                        + BOUND)
                .param("version", version)
                .param("next", next)
                .query(Reliance.Weight.class)
                .single();
    }

    List<Reliance.Bound> listBound(long version, long next, int limit, int offset) {
        return jdbc.sql("""
                with m as (select b.programme_id, min(b.institution_id) as institution_id, (array_agg(b.programme order by b.number desc))[1] as name,
                                  (array_agg(b.sort_key order by b.number desc))[1] as sort_key,
                """ + MET + BOUND + """
                 group by b.programme_id)
                select m.name, i.name as owner, '/programmes/' || m.programme_id as address, m.links, m.same, m.proposed, m.none
                  from m join institution.plate i on i.id = m.institution_id order by i.name, m.sort_key, m.programme_id limit :limit offset :offset
                """)
                .param("version", version)
                .param("next", next)
                .param("limit", limit)
                .param("offset", offset)
                .query(Reliance.Bound.class)
                .list();
    }

    Map<Long, Long> countLinks(long version) {
        var links = new HashMap<Long, Long>();
        jdbc.sql(
                        "select b.item_id, count(*) as links from programme.bound b where b.framework_id = :version group by b.item_id")
                .param("version", version)
                .query((row, i) -> links.put(row.getLong("item_id"), row.getLong("links")))
                .list();
        return links;
    }

    List<Reach> listReaches(Collection<Long> versions, String framework) {
        return jdbc.sql("""
                select r.version_id, r.domain_code, r.item_code, r.rank, r.outcome_id, r.outcome_code, r.taught, r.assessed from programme.reach r
                 where r.version_id = any(:versions) and r.framework_code = :framework order by r.version_id, r.outcome_code
                """)
                .param("versions", versions.toArray(Long[]::new))
                .param("framework", framework)
                .query(Reach.class)
                .list();
    }

    /** Those of the ids, or all when there are none. */
    List<Subject> listSubjects(@Nullable Collection<Long> versions) {
        return jdbc.sql("""
                select v.id, v.programme_id, v.institution_id, p.level, v.state = 'PUBLISHED' as published
                  from programme.version v join programme.programme p on p.id = v.programme_id
                 where cast(:versions as bigint[]) is null or v.id = any(:versions) order by v.id
                """)
                .param("versions", versions == null ? null : versions.toArray(Long[]::new))
                .query(Subject.class)
                .list();
    }

    void keep(long rule, List<Subject> subjects, Map<Long, Verdict> verdicts) {
        jdbc.sql("""
                insert into programme.standing (version_id, institution_id, rule_id, integrated, domains)
                select s.version_id, s.institution_id, :rule, s.integrated, s.domains
                  from unnest(:versions::bigint[], :institutions::bigint[], :integrated::boolean[], :domains::integer[]) as s (version_id, institution_id, integrated, domains)
                on conflict (version_id) do update set rule_id = excluded.rule_id, integrated = excluded.integrated, domains = excluded.domains, computed_at = now()
                """)
                .param("rule", rule)
                .param("versions", subjects.stream().map(Subject::id).toArray(Long[]::new))
                .param(
                        "institutions",
                        subjects.stream().map(Subject::institutionId).toArray(Long[]::new))
                .param(
                        "integrated",
                        subjects.stream()
                                .map(it -> verdict(verdicts, it).integrated())
                                .toArray(Boolean[]::new))
                .param(
                        "domains",
                        subjects.stream().map(it -> verdict(verdicts, it).met()).toArray(Integer[]::new))
                .update();
    }

    private static Verdict verdict(Map<Long, Verdict> verdicts, Subject subject) {
        return java.util.Objects.requireNonNull(verdicts.get(subject.id()));
    }

    /** Begins or ends what is integrated, on the day; what has not changed stays as it is. */
    void turn(List<Subject> subjects, Map<Long, Verdict> verdicts, LocalDate day) {
        var begun = new ArrayList<Subject>();
        var ended = new ArrayList<Subject>();
        subjects.forEach(it -> (verdict(verdicts, it).integrated() ? begun : ended).add(it));
        jdbc.sql("""
                insert into programme.integration (programme_id, institution_id, since)
                select s.programme_id, s.institution_id, :day from unnest(:programmes::bigint[], :institutions::bigint[]) as s (programme_id, institution_id)
                 where not exists (select from programme.integration i where i.programme_id = s.programme_id and i.until is null)
                """)
                .param("day", day)
                .param("programmes", begun.stream().map(Subject::programmeId).toArray(Long[]::new))
                .param(
                        "institutions",
                        begun.stream().map(Subject::institutionId).toArray(Long[]::new))
                .update();
        jdbc.sql(
                        "update programme.integration set until = :day where until is null and programme_id = any(:programmes)")
                .param("day", day)
                .param("programmes", ended.stream().map(Subject::programmeId).toArray(Long[]::new))
                .update();
    }

    /** Keeps others from setting a rule until the transaction ends. */
    void hold() {
        jdbc.sql("select id from programme.rule where valid_to is null for update")
                .query(Long.class)
                .list();
    }

    long insert(NewRule it, Rule before, LocalDate from, String by) {
        jdbc.sql("update programme.rule set valid_to = :last where valid_to is null")
                .param("last", from.minusDays(1))
                .update();
        var id = jdbc.sql("""
                insert into programme.rule (number, framework_code, taught, assessed, clause_code, note, valid_from, made_by_name)
                select b.number + 1, b.framework_code, :taught, :assessed, b.clause_code, :note, :from, :by from programme.rule b where b.id = :before returning id
                """)
                .param("taught", it.taught())
                .param("assessed", it.assessed())
                .param("note", it.note())
                .param("from", from)
                .param("by", by)
                .param("before", before.id())
                .query(Long.class)
                .single();
        var levels = it.measures().entrySet().stream().toList();
        jdbc.sql("""
                insert into programme.rule_level (rule_id, level, domains, rank)
                select :rule, m.level, m.domains, m.rank from unnest(:levels::text[], :domains::integer[], :ranks::integer[]) as m (level, domains, rank)
                """)
                .param("rule", id)
                .param("levels", levels.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "domains",
                        levels.stream().map(one -> one.getValue().domains()).toArray(Integer[]::new))
                .param(
                        "ranks",
                        levels.stream().map(one -> one.getValue().rank()).toArray(Integer[]::new))
                .update();
        return id;
    }

    List<Hanging> listHanging(@Nullable Long institution, int limit, int offset) {
        return jdbc.sql(
                        HANGING
                                + " order by i.name, h.programme, h.outcome_code, h.item_code, h.id limit :limit offset :offset")
                .param("institution", institution)
                .param("limit", limit)
                .param("offset", offset)
                .query(Hanging.class)
                .list();
    }

    long countHanging(@Nullable Long institution) {
        return jdbc.sql("select count(*) from (" + HANGING + ") as h")
                .param("institution", institution)
                .query(Long.class)
                .single();
    }

    List<Hanging> listHanging(@Nullable Long institution, @Nullable Collection<Long> ids) {
        return jdbc.sql(HANGING + " and (cast(:ids as bigint[]) is null or h.id = any(:ids)) order by h.id limit 5000")
                .param("institution", institution)
                .param("ids", ids == null ? null : ids.toArray(Long[]::new))
                .query(Hanging.class)
                .list();
    }

    /** Keeps others from moving these until the transaction ends. */
    void hold(Collection<Long> ids) {
        jdbc.sql("select id from programme.alignment where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** To what takes the place. */
    void rehang(Collection<Long> ids) {
        jdbc.sql("""
                update programme.alignment a set item_id = h.successor_id, framework_id = h.successor_framework_id from programme.hanging h
                 where h.id = a.id and a.id = any(:ids)
                """).param("ids", ids.toArray(Long[]::new)).update();
    }

    /** Of a framework in use: how many levels it has, and what they are called. */
    List<String> listLevels(String framework) {
        return jdbc.sql("""
                select l.name from framework.level_list l where l.framework_id = (select min(i.framework_id) from framework.item_list i
                 where i.framework_code = :framework and i.state = 'ACTIVE') order by l.rank
                """).param("framework", framework).query(String.class).list();
    }
}
