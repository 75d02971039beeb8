package vn.lanhnghe.programme.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContentRepository {

    private final JdbcClient jdbc;

    ContentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Known.Item> listItems() {
        return jdbc.sql("""
                select i.id, i.identifier, i.framework_id, i.framework_code as framework, i.version, i.state, i.kind, i.code, i.name
                  from framework.item_list i where i.audience = 'LEARNER' order by i.framework_id desc, i.place
                """).query(Known.Item.class).list();
    }

    Map<Long, List<String>> listLevels() {
        var levels = new LinkedHashMap<Long, List<String>>();
        jdbc.sql("select l.framework_id, l.code from framework.level_list l order by l.framework_id, l.rank")
                .query((row, i) -> levels.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        return levels;
    }

    /** Those of the identifiers under which another programme keeps a module or an outcome, as far as the reader may see. */
    Set<UUID> listForeign(long programme, Collection<UUID> identifiers) {
        return Set.copyOf(jdbc.sql("""
                select m.identifier from programme.module m join programme.version v on v.id = m.version_id
                 where m.identifier = any(:identifiers::uuid[]) and v.programme_id <> :programme
                union
                select o.identifier from programme.outcome o join programme.version v on v.id = o.version_id
                 where o.identifier = any(:identifiers::uuid[]) and v.programme_id <> :programme
                """)
                .param("programme", programme)
                .param("identifiers", identifiers.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** The version holds this content, and nothing else, from now on; what has its identifier is changed where it stands. */
    void fill(long version, long institution, Content it) {
        var modules = it.modules();
        var outcomes = it.outcomes();
        for (var table : List.of("teaching", "alignment")) {
            jdbc.sql("delete from programme.%s where version_id = :version".formatted(table))
                    .param("version", version)
                    .update();
        }
        jdbc.sql("delete from programme.module where version_id = :version and identifier <> all(:identifiers::uuid[])")
                .param("version", version)
                .param("identifiers", array(modules, one -> one.identifier().toString()))
                .update();
        jdbc.sql("""
                insert into programme.module (version_id, institution_id, identifier, code, name, credits, theory, practice, exam, own_hours, material, platform, software, textbook,
                       textbook_paper, place)
                select :version, :institution, m.* from unnest(:identifiers::uuid[], :codes::text[], :names::text[], :credits::numeric[], :theory::integer[], :practice::integer[],
                       :exam::integer[], :own::integer[], :material::boolean[], :platform::boolean[], :software::boolean[], :textbooks::text[], :papers::text[]) with ordinality as m
                on conflict (version_id, identifier) do update set code = excluded.code, name = excluded.name, credits = excluded.credits, theory = excluded.theory,
                       practice = excluded.practice, exam = excluded.exam, own_hours = excluded.own_hours, material = excluded.material, platform = excluded.platform,
                       software = excluded.software, textbook = excluded.textbook, textbook_paper = excluded.textbook_paper, place = excluded.place
                """)
                .param("version", version)
                .param("institution", institution)
                .param("identifiers", array(modules, one -> one.identifier().toString()))
                .param("codes", array(modules, Content.Unit::code))
                .param("names", array(modules, Content.Unit::name))
                .param("credits", array(modules, one -> one.credits().toPlainString()))
                .param("theory", array(modules, one -> Integer.toString(one.theory())))
                .param("practice", array(modules, one -> Integer.toString(one.practice())))
                .param("exam", array(modules, one -> Integer.toString(one.exam())))
                .param("own", array(modules, one -> Integer.toString(one.own())))
                .param("material", array(modules, one -> Boolean.toString(one.material())))
                .param("platform", array(modules, one -> Boolean.toString(one.platform())))
                .param("software", array(modules, one -> Boolean.toString(one.software())))
                .param("textbooks", array(modules, Content.Unit::textbook))
                .param("papers", array(modules, Content.Unit::textbookPaper))
                .update();
        // all at the top first, so that no half-made tree hangs in a circle, nor goes with a parent that is left out
        jdbc.sql("update programme.outcome set parent_id = null where version_id = :version and parent_id is not null")
                .param("version", version)
                .update();
        jdbc.sql(
                        "delete from programme.outcome where version_id = :version and identifier <> all(:identifiers::uuid[])")
                .param("version", version)
                .param("identifiers", array(outcomes, one -> one.identifier().toString()))
                .update();
        jdbc.sql("""
                insert into programme.outcome (version_id, institution_id, identifier, code, kind, statement, hours, place)
                select :version, :institution, o.* from unnest(:identifiers::uuid[], :codes::text[], :kinds::text[], :statements::text[], :hours::integer[]) with ordinality as o
                on conflict (version_id, identifier) do update set code = excluded.code, kind = excluded.kind, statement = excluded.statement, hours = excluded.hours,
                       place = excluded.place
                """)
                .param("version", version)
                .param("institution", institution)
                .param("identifiers", array(outcomes, one -> one.identifier().toString()))
                .param("codes", array(outcomes, Content.Statement::code))
                .param("kinds", array(outcomes, one -> one.kind().name()))
                .param("statements", array(outcomes, Content.Statement::words))
                .param("hours", outcomes.stream().map(Content.Statement::hours).toArray(Integer[]::new))
                .update();
        jdbc.sql("""
                update programme.outcome o set parent_id = p.id from programme.outcome p
                 where o.version_id = :version and p.version_id = :version and p.code = regexp_replace(o.code, '\\.[0-9]+$', '') and p.id <> o.id
                """).param("version", version).update();
        teach(version, institution, outcomes);
        align(version, institution, outcomes);
    }

    private void teach(long version, long institution, List<Content.Statement> outcomes) {
        var identifiers = new ArrayList<String>();
        var codes = new ArrayList<String>();
        var teaches = new ArrayList<Boolean>();
        var assesses = new ArrayList<Boolean>();
        for (var one : outcomes) {
            var all = new java.util.LinkedHashSet<>(one.taughtIn());
            all.addAll(one.assessedIn());
            for (var code : all) {
                identifiers.add(one.identifier().toString());
                codes.add(code);
                teaches.add(one.taughtIn().contains(code));
                assesses.add(one.assessedIn().contains(code));
            }
        }
        jdbc.sql("""
                insert into programme.teaching (version_id, institution_id, outcome_id, module_id, teaches, assesses)
                select :version, :institution, o.id, m.id, t.teaches, t.assesses
                  from unnest(:outcomes::uuid[], :codes::text[], :teaches::boolean[], :assesses::boolean[]) as t (identifier, code, teaches, assesses)
                  join programme.outcome o on o.version_id = :version and o.identifier = t.identifier
                  join programme.module m on m.version_id = :version and m.code = t.code
                """)
                .param("version", version)
                .param("institution", institution)
                .param("outcomes", identifiers.toArray(String[]::new))
                .param("codes", codes.toArray(String[]::new))
                .param("teaches", teaches.toArray(Boolean[]::new))
                .param("assesses", assesses.toArray(Boolean[]::new))
                .update();
    }

    private void align(long version, long institution, List<Content.Statement> outcomes) {
        record One(UUID outcome, Content.Link link) {}
        var all = outcomes.stream()
                .flatMap(it -> it.links().stream().map(link -> new One(it.identifier(), link)))
                .toList();
        jdbc.sql("""
                insert into programme.alignment (version_id, institution_id, outcome_id, framework_id, item_id, relation, level_code)
                select :version, :institution, o.id, i.framework_id, i.id, a.relation, a.level
                  from unnest(:outcomes::uuid[], :items::bigint[], :relations::text[], :levels::text[]) as a (identifier, item_id, relation, level)
                  join programme.outcome o on o.version_id = :version and o.identifier = a.identifier
                  join framework.item_list i on i.id = a.item_id
                """)
                .param("version", version)
                .param("institution", institution)
                .param("outcomes", array(all, one -> one.outcome().toString()))
                .param("items", all.stream().map(one -> one.link().itemId()).toArray(Long[]::new))
                .param("relations", array(all, one -> one.link().relation().name()))
                .param("levels", array(all, one -> one.link().level()))
                .update();
    }

    private static <T> String[] array(List<T> all, Function<T, String> each) {
        return all.stream().map(each).toArray(String[]::new);
    }
}
