package vn.lanhnghe.programme.integration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    List<Verdict.Named> listDomains(String framework) {
        return jdbc.sql("""
                select i.code, i.name from framework.item_list i where i.framework_code = :framework and i.state = 'ACTIVE' and i.kind = 'DOMAIN' order by i.place, i.id
                """)
                .param("framework", framework)
                .query(Verdict.Named.class)
                .list();
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

    /** Those of the ids, or all that stand when there are none. */
    List<Subject> listSubjects(@Nullable Collection<Long> versions) {
        return jdbc.sql("""
                select v.id, v.programme_id, v.institution_id, p.level, v.state = 'PUBLISHED' as published
                  from programme.version v join programme.programme p on p.id = v.programme_id
                 where case when cast(:versions as bigint[]) is null then v.state <> 'SUPERSEDED' else v.id = any(:versions) end order by v.id
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
