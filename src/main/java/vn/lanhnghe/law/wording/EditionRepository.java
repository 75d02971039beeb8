package vn.lanhnghe.law.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EditionRepository {

    private static final String SELECT = """
            select e.id, t.id as text_id, e.text_code, t.title, e.valid_from, e.note,
                   (select count(*) from law.passage p where p.edition_id = e.id) as passages, e.made_by_name, e.made_at
              from law.edition e join law.text t on t.code = e.text_code where e.undone_at is null
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    EditionRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Editions of a text, the newest first. */
    List<Edition> list(String textCode) {
        return jdbc.sql(SELECT + " and e.text_code = :code order by e.valid_from desc, e.id desc")
                .param("code", textCode)
                .query(Edition.class)
                .list();
    }

    /** Everything that can be compared. */
    List<Edition> list() {
        return jdbc.sql(SELECT + " order by e.text_code, e.valid_from desc, e.id desc limit 500")
                .query(Edition.class)
                .list();
    }

    Optional<Edition> find(long id) {
        return jdbc.sql(SELECT + " and e.id = :id")
                .param("id", id)
                .query(Edition.class)
                .optional();
    }

    List<Passage> listPassages(long edition) {
        return jdbc.sql("select anchor, label, words from law.passage where edition_id = :id order by place")
                .param("id", edition)
                .query(Passage.class)
                .list();
    }

    long insert(String textCode, LocalDate validFrom, String note, String by, List<Passage> passages) {
        var id = jdbc.sql("""
                insert into law.edition (text_code, valid_from, note, made_by_name) values (:code, :from, :note, :by) returning id
                """)
                .param("code", textCode)
                .param("from", validFrom)
                .param("note", note)
                .param("by", by)
                .query(Long.class)
                .single();
        var rows = new ArrayList<SqlParameterSource>();
        for (var it : passages) {
            rows.add(new MapSqlParameterSource("edition", id)
                    .addValue("place", rows.size())
                    .addValue("anchor", it.anchor())
                    .addValue("label", it.label())
                    .addValue("words", it.words()));
        }
        template.batchUpdate(
                "insert into law.passage (edition_id, place, anchor, label, words) values (:edition, :place, :anchor, :label, :words)",
                rows.toArray(SqlParameterSource[]::new));
        return id;
    }

    boolean undo(long id, String by) {
        return jdbc.sql(
                                "update law.edition set undone_at = now(), undone_by = :by where id = :id and undone_at is null")
                        .param("id", id)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** A clause that was found; the anchor is null for one that is only referred to, without the whole wording. */
    record Found(
            long textId,
            String textCode,
            String title,
            @Nullable Long editionId,
            @Nullable String anchor,
            String label,
            String words) {}

    private static final String FOUND = """
            with query as (select websearch_to_tsquery('simple', :query) as q), standing as (
              select distinct on (e.text_code) e.id, e.text_code from law.edition e
               where e.undone_at is null and e.valid_from <= :day order by e.text_code, e.valid_from desc, e.id desc
            ), found as (
              select t.id as text_id, t.code as text_code, t.title, p.edition_id, p.anchor, p.label, p.words, ts_rank_cd(p.%1$s, query.q) as rank, p.place
                from query, law.passage p join standing s on s.id = p.edition_id join law.text t on t.code = s.text_code
               where p.%1$s @@ query.q
              union all
              select t.id, t.code, t.title, null, c.code, c.label, c.summary, ts_rank_cd(c.%1$s, query.q), 0
                from query, law.clause c join law.text t on t.code = c.text_code where c.%1$s @@ query.q
            )
            """;

    private static final String NARROWED = """
              from found f join law.text t on t.id = f.text_id
             where (:kind = '' or t.kind = :kind)
               and case :force when 'IN_FORCE' then t.effective_from <= :day and (t.effective_to is null or t.effective_to >= :day)
                               when 'NOT_YET' then t.effective_from > :day when 'EXPIRED' then t.effective_to < :day
                               when 'UNKNOWN' then t.effective_from is null and (t.effective_to is null or t.effective_to >= :day) else true end
            """;

    /** Clauses with the words, by rank; {@code folded} looks past the marks. */
    List<Found> search(Map<String, Object> asked, boolean folded, int limit, int offset) {
        return jdbc.sql(FOUND.formatted(folded ? "folded" : "exact")
                        + "select f.text_id, f.text_code, f.title, f.edition_id, f.anchor, f.label, f.words" + NARROWED
                        + " order by f.rank desc, f.text_code, f.place, f.anchor limit :limit offset :offset")
                .params(with(asked, limit, offset))
                .query(Found.class)
                .list();
    }

    long count(Map<String, Object> asked, boolean folded) {
        return jdbc.sql(FOUND.formatted(folded ? "folded" : "exact") + "select count(*)" + NARROWED)
                .params(asked)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> with(Map<String, Object> asked, int limit, int offset) {
        var all = new HashMap<>(asked);
        all.put("limit", limit);
        all.put("offset", offset);
        return all;
    }
}
