package vn.lanhnghe.framework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FrameworkRepository {

    private static final String SELECT = """
            select f.id, f.identifier, f.code, f.version, f.title, f.english, f.audience, f.creator, coalesce(r.label, f.clause_code) as clause, f.note,
                   f.state, f.valid_from, f.valid_to, f.made_by_name, f.made_at
              from framework.framework f left join law.reference r on r.clause_code = f.clause_code
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    FrameworkRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<Framework> list() {
        return jdbc.sql(SELECT + "order by f.code, f.id desc")
                .query(Framework.class)
                .list();
    }

    Optional<Framework> find(long id) {
        return jdbc.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query(Framework.class)
                .optional();
    }

    Optional<Framework> find(String code, String version) {
        return jdbc.sql(SELECT + "where f.code = :code and f.version = :version")
                .param("code", code)
                .param("version", version)
                .query(Framework.class)
                .optional();
    }

    Optional<Framework> findInUse(String code) {
        return jdbc.sql(SELECT + "where f.code = :code and f.state = 'ACTIVE'")
                .param("code", code)
                .query(Framework.class)
                .optional();
    }

    Optional<Framework> findPublished(UUID identifier) {
        return jdbc.sql(SELECT + """
                where f.state <> 'DRAFT'
                  and (f.identifier = :identifier or f.id in (select i.framework_id from framework.item i where i.identifier = :identifier))
                order by f.identifier = :identifier desc, f.state = 'ACTIVE' desc, f.valid_from desc limit 1
                """)
                .param("identifier", identifier)
                .query(Framework.class)
                .optional();
    }

    List<Level> listLevels(long framework) {
        return jdbc.sql("select code, name, english, band from framework.level where framework_id = :id order by place")
                .param("id", framework)
                .query(Level.class)
                .list();
    }

    List<Item> listItems(long framework) {
        return jdbc.sql("""
                select i.identifier, i.code, p.code as parent_code, i.kind, i.level_code, i.name, i.english
                  from framework.item i left join framework.item p on p.id = i.parent_id where i.framework_id = :id order by i.place, i.id
                """).param("id", framework).query(Item.class).list();
    }

    /** What an item of the framework is held against in another. */
    record Match(
            UUID from,
            String fromCode,
            String fromName,
            String toFramework,
            UUID to,
            String toCode,
            String toName,
            String relation,
            String note) {

        boolean exact() {
            return relation.equals("EXACT");
        }
    }

    List<Match> listMatches(long framework) {
        return jdbc.sql("""
                select a.identifier as "from", a.code as from_code, a.name as from_name, f.code as to_framework, b.identifier as "to", b.code as to_code,
                       b.name as to_name, c.relation, c.note
                  from framework.crosswalk c join framework.item a on a.identifier = c.from_identifier and a.framework_id = :id
                  join framework.item b on b.identifier = c.to_identifier join framework.framework f on f.id = b.framework_id and f.state = 'ACTIVE'
                 order by a.place, f.code, b.place
                """)
                .param("id", framework)
                .query((row, i) -> new Match(
                        row.getObject("from", UUID.class),
                        row.getString("from_code"),
                        row.getString("from_name"),
                        row.getString("to_framework"),
                        row.getObject("to", UUID.class),
                        row.getString("to_code"),
                        row.getString("to_name"),
                        row.getString("relation"),
                        row.getString("note")))
                .list();
    }

    long insert(Content it, UUID identifier, @Nullable Framework before, String by) {
        return jdbc.sql("""
                insert into framework.framework (identifier, code, version, title, english, audience, creator, clause_code, note, state, made_by_name)
                values (:identifier, :code, :version, :title, :english, :audience, :creator,
                        (select f.clause_code from framework.framework f where f.id = :before), :note, 'DRAFT', :by) returning id
                """)
                .param("identifier", identifier)
                .param("code", it.code())
                .param("version", it.version())
                .param("title", it.title())
                .param("english", it.english())
                .param("audience", it.audience().name())
                .param("creator", it.creator().isEmpty() ? "Chưa ghi" : it.creator())
                .param("before", before == null ? null : before.id())
                .param("note", before == null ? "" : before.note())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void update(long draft, Content it) {
        jdbc.sql("""
                update framework.framework set title = :title, english = :english, audience = :audience, creator = :creator where id = :id and state = 'DRAFT'
                """)
                .param("id", draft)
                .param("title", it.title())
                .param("english", it.english())
                .param("audience", it.audience().name())
                .param("creator", it.creator().isEmpty() ? "Chưa ghi" : it.creator())
                .update();
        jdbc.sql("delete from framework.succession where framework_id = :id")
                .param("id", draft)
                .update();
        jdbc.sql("delete from framework.item where framework_id = :id")
                .param("id", draft)
                .update();
        jdbc.sql("delete from framework.level where framework_id = :id")
                .param("id", draft)
                .update();
    }

    void fill(long framework, Content it) {
        var levels = new ArrayList<SqlParameterSource>();
        for (var level : it.levels()) {
            levels.add(new MapSqlParameterSource("framework", framework)
                    .addValue("code", level.code())
                    .addValue("name", level.name())
                    .addValue("english", level.english())
                    .addValue("band", level.band())
                    .addValue("place", levels.size()));
        }
        template.batchUpdate(
                "insert into framework.level (framework_id, code, name, english, band, place) values (:framework, :code, :name, :english, :band, :place)",
                levels.toArray(SqlParameterSource[]::new));
        var items = new ArrayList<SqlParameterSource>();
        for (var item : it.items()) {
            items.add(new MapSqlParameterSource("framework", framework)
                    .addValue("identifier", item.identifier())
                    .addValue("code", item.code())
                    .addValue("parent", item.parentCode())
                    .addValue("kind", item.kind().name())
                    .addValue("level", item.levelCode())
                    .addValue("name", item.name())
                    .addValue("english", item.english())
                    .addValue("place", items.size()));
        }
        var all = items.toArray(SqlParameterSource[]::new);
        template.batchUpdate("""
                insert into framework.item (framework_id, identifier, code, kind, level_code, name, english, place)
                values (:framework, :identifier, :code, :kind, :level, :name, :english, :place)
                """, all);
        template.batchUpdate("""
                update framework.item i set parent_id = p.id from framework.item p
                 where i.framework_id = :framework and i.code = :code and p.framework_id = :framework and p.code = :parent
                """, all);
    }

    List<Successors.Kept> listKept(long framework) {
        return jdbc.sql(
                        "select id, identifier, code, kind, name from framework.item where framework_id = :id order by place, id")
                .param("id", framework)
                .query(Successors.Kept.class)
                .list();
    }

    /** Each item of the version in use with what is proposed in its place. */
    void propose(long draft, List<Successors.Proposal> proposals) {
        jdbc.sql("""
                insert into framework.succession (framework_id, item_id, successor_id, how)
                select :draft, p.item_id, p.successor_id, p.how from unnest(:items::bigint[], :successors::bigint[], :hows::text[]) as p (item_id, successor_id, how)
                """)
                .param("draft", draft)
                .param(
                        "items",
                        proposals.stream().map(Successors.Proposal::item).toArray(Long[]::new))
                .param(
                        "successors",
                        proposals.stream().map(Successors.Proposal::successor).toArray(Long[]::new))
                .param("hows", proposals.stream().map(Successors.Proposal::how).toArray(String[]::new))
                .update();
    }

    /** What takes the place of an item in a newer version. */
    record Succession(
            long itemId,
            String code,
            Item.Kind kind,
            String name,
            @Nullable Long successorId,
            @Nullable String successorCode,
            @Nullable String successorName,
            String how) {

        /** Why it is proposed, in words. */
        public String why() {
            return switch (how) {
                case "SAME" -> "cùng định danh";
                case "CODE" -> "cùng mã";
                case "NAME" -> "cùng tên";
                case "SIMILAR" -> "tên gần giống";
                case "CHOSEN" -> "người chọn";
                default -> "chưa thấy mục tương ứng";
            };
        }
    }

    List<Succession> listSuccessions(long framework) {
        return jdbc.sql("""
                select s.item_id, o.code, o.kind, o.name, s.successor_id, n.code as successor_code, n.name as successor_name, s.how
                  from framework.succession s join framework.item o on o.id = s.item_id left join framework.item n on n.id = s.successor_id
                 where s.framework_id = :id order by o.place, o.id
                """).param("id", framework).query(Succession.class).list();
    }

    boolean choose(long framework, String oldCode, @Nullable String newCode) {
        return jdbc.sql("""
                update framework.succession s
                   set successor_id = (select n.id from framework.item n where n.framework_id = :framework and n.code = :new),
                       how = case when cast(:new as text) is null then 'NONE' else 'CHOSEN' end
                  from framework.item o where s.framework_id = :framework and o.id = s.item_id and o.code = :old
                """)
                        .param("framework", framework)
                        .param("old", oldCode)
                        .param("new", newCode)
                        .update()
                == 1;
    }

    void activate(long draft, String code, LocalDate from) {
        jdbc.sql(
                        "update framework.framework set state = 'ENDED', valid_to = :last where code = :code and state = 'ACTIVE'")
                .param("code", code)
                .param("last", from.minusDays(1))
                .update();
        jdbc.sql(
                        "update framework.framework set state = 'ACTIVE', valid_from = :from where id = :id and state = 'DRAFT'")
                .param("id", draft)
                .param("from", from)
                .update();
    }

    void remove(long draft) {
        jdbc.sql("delete from framework.framework where id = :id and state = 'DRAFT'")
                .param("id", draft)
                .update();
    }
}
