package vn.lanhnghe.programme.design;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutcomeRepository {

    private final JdbcClient jdbc;

    OutcomeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Outcome> list(long version) {
        return jdbc.sql("""
                select o.id, o.identifier, o.parent_id, o.code, o.kind, o.statement, o.hours, o.place from programme.outcome o where o.version_id = :version
                 order by string_to_array(o.code, '.')::integer[]
                """).param("version", version).query(Outcome.class).list();
    }

    /** At the end, under an interim code; the tree gives the real one. */
    long insert(
            long version,
            long institution,
            UUID identifier,
            @Nullable Long parent,
            OutcomeForm it,
            String code,
            int place) {
        return jdbc.sql("""
                insert into programme.outcome (version_id, institution_id, identifier, parent_id, code, kind, statement, hours, place)
                values (:version, :institution, :identifier, :parent, :code, :kind, :statement, :hours, :place) returning id
                """)
                .param("version", version)
                .param("institution", institution)
                .param("identifier", identifier)
                .param("parent", parent)
                .param("code", code)
                .param("kind", String.valueOf(it.kind()))
                .param("statement", it.statement())
                .param("hours", it.wholeHours())
                .param("place", place)
                .query(Long.class)
                .single();
    }

    void update(long version, long outcome, OutcomeForm it) {
        jdbc.sql(
                        "update programme.outcome set kind = :kind, statement = :statement, hours = :hours where id = :id and version_id = :version")
                .param("id", outcome)
                .param("version", version)
                .param("kind", String.valueOf(it.kind()))
                .param("statement", it.statement())
                .param("hours", it.wholeHours())
                .update();
    }

    void seat(long version, List<Tree.Seat> seats) {
        jdbc.sql("""
                update programme.outcome o set parent_id = s.parent_id, place = s.place, code = s.code
                  from unnest(:ids::bigint[], :parents::bigint[], :places::integer[], :codes::text[]) as s (id, parent_id, place, code)
                 where o.id = s.id and o.version_id = :version
                   and (o.parent_id, o.place, o.code) is distinct from (s.parent_id, s.place, s.code)
                """)
                .param("version", version)
                .param("ids", seats.stream().map(Tree.Seat::id).toArray(Long[]::new))
                .param("parents", seats.stream().map(Tree.Seat::parentId).toArray(Long[]::new))
                .param("places", seats.stream().map(Tree.Seat::place).toArray(Integer[]::new))
                .param("codes", seats.stream().map(Tree.Seat::code).toArray(String[]::new))
                .update();
    }

    void remove(long version, long outcome) {
        jdbc.sql("delete from programme.outcome where id = :id and version_id = :version")
                .param("id", outcome)
                .param("version", version)
                .update();
    }

    List<Alignment> listAlignments(long version) {
        return jdbc.sql("""
                select a.id, a.outcome_id, a.item_id, i.identifier as item_identifier, i.framework_code, i.version as framework_version, i.state = 'ACTIVE' as in_use,
                       coalesce(i.parent_code, i.code) as domain_code, i.code as item_code, i.name as item_name, a.relation, a.level_code, l.name as level_name, l.rank
                  from programme.alignment a join framework.item_list i on i.id = a.item_id
                  join framework.level_list l on l.framework_id = a.framework_id and l.code = a.level_code
                 where a.version_id = :version order by a.outcome_id, i.framework_code, i.place, a.id
                """).param("version", version).query(Alignment.class).list();
    }

    List<Teaching> listTeachings(long version) {
        return jdbc.sql("""
                select t.outcome_id, t.module_id, m.code as module_code, t.teaches, t.assesses from programme.teaching t join programme.module m on m.id = t.module_id
                 where t.version_id = :version order by m.place, m.id
                """).param("version", version).query(Teaching.class).list();
    }

    /** Components of the frameworks for learners that are in use. */
    List<Component> listComponents() {
        return jdbc.sql("""
                select i.id, i.framework_id, i.framework_code, i.version as framework_version, d.code as domain_code, d.name as domain_name, i.code, i.name
                  from framework.item_list i join framework.item_list d on d.framework_id = i.framework_id and d.code = i.parent_code
                 where i.state = 'ACTIVE' and i.audience = 'LEARNER' and i.kind = 'COMPONENT' order by i.framework_code, i.place, i.id
                """).query(Component.class).list();
    }

    /** Components of the versions of frameworks for learners that a version is held against: the newest it hangs on, else the one in use. */
    List<Component> listComponents(long version) {
        return jdbc.sql("""
                with held as (
                  select distinct on (f.code) f.id from framework.version_list f
                   where f.audience = 'LEARNER'
                     and (f.state = 'ACTIVE' or exists (select from programme.alignment a where a.version_id = :version and a.framework_id = f.id))
                   order by f.code, exists (select from programme.alignment a where a.version_id = :version and a.framework_id = f.id) desc, f.valid_from desc, f.id desc)
                select i.id, i.framework_id, i.framework_code, i.version as framework_version, d.code as domain_code, d.name as domain_name, i.code, i.name
                  from framework.item_list i join framework.item_list d on d.framework_id = i.framework_id and d.code = i.parent_code
                 where i.framework_id in (select id from held) and i.kind = 'COMPONENT' order by i.framework_code, i.place, i.id
                """).param("version", version).query(Component.class).list();
    }

    /** By alignment, which component it counts for in those. */
    java.util.Map<Long, Long> listCounted(long version) {
        var counted = new java.util.HashMap<Long, Long>();
        jdbc.sql("select c.id, c.item_id from programme.counted c where c.version_id = :version")
                .param("version", version)
                .query((row, i) -> counted.put(row.getLong("id"), row.getLong("item_id")))
                .list();
        return counted;
    }

    List<Component.Step> listSteps() {
        return jdbc.sql("""
                select l.framework_id, l.code, l.name, l.band, l.rank from framework.level_list l
                 where l.framework_id in (select i.framework_id from framework.item_list i where i.state = 'ACTIVE' and i.audience = 'LEARNER') order by l.framework_id, l.rank
                """).query(Component.Step.class).list();
    }

    /** Any item, so that one can say why it is not taken. */
    record Found(long id, String code, String name, String version, String state, String audience, String kind) {}

    java.util.Optional<Found> findItem(long item) {
        return jdbc.sql("""
                select i.id, i.code, i.name, i.version, i.state, i.audience, i.kind from framework.item_list i where i.id = :id
                """).param("id", item).query(Found.class).optional();
    }

    void align(long version, long institution, long outcome, Component item, Relation relation, String level) {
        jdbc.sql("""
                insert into programme.alignment (version_id, institution_id, outcome_id, framework_id, item_id, relation, level_code)
                values (:version, :institution, :outcome, :framework, :item, :relation, :level)
                on conflict (outcome_id, item_id) do update set relation = excluded.relation, level_code = excluded.level_code
                """)
                .param("version", version)
                .param("institution", institution)
                .param("outcome", outcome)
                .param("framework", item.frameworkId())
                .param("item", item.id())
                .param("relation", relation.name())
                .param("level", level)
                .update();
    }

    int unalign(long version, long outcome, long alignment) {
        return jdbc.sql(
                        "delete from programme.alignment where id = :id and outcome_id = :outcome and version_id = :version")
                .param("id", alignment)
                .param("outcome", outcome)
                .param("version", version)
                .update();
    }

    /** The modules that teach and assess an outcome, in place of those there were. */
    void teach(long version, long institution, long outcome, Collection<Teaching> teachings) {
        jdbc.sql("delete from programme.teaching where outcome_id = :outcome and version_id = :version")
                .param("outcome", outcome)
                .param("version", version)
                .update();
        jdbc.sql("""
                insert into programme.teaching (version_id, institution_id, outcome_id, module_id, teaches, assesses)
                select :version, :institution, :outcome, m.id, t.teaches, t.assesses
                  from unnest(:modules::bigint[], :teaches::boolean[], :assesses::boolean[]) as t (module_id, teaches, assesses)
                  join programme.module m on m.id = t.module_id and m.version_id = :version
                """)
                .param("version", version)
                .param("institution", institution)
                .param("outcome", outcome)
                .param("modules", teachings.stream().map(Teaching::moduleId).toArray(Long[]::new))
                .param("teaches", teachings.stream().map(Teaching::teaches).toArray(Boolean[]::new))
                .param("assesses", teachings.stream().map(Teaching::assesses).toArray(Boolean[]::new))
                .update();
    }
}
