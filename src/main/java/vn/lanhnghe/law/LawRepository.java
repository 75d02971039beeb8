package vn.lanhnghe.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

@Repository
class LawRepository {

    private static final String SELECT = """
            select t.id, t.code, t.title, t.kind, t.issuer, t.issued_on, t.effective_from, t.effective_to, t.use, t.source, t.verified,
                   t.signatory, t.scope, t.file_sha256, t.file_name
              from law.text t
            """;

    private static final String RELATIONS = """
            select r.id, r.kind, f.id as from_id, r.from_text as from_code, t.id as to_id, r.to_text as to_code, r.since, r.note
              from law.relation r join law.text f on f.code = r.from_text join law.text t on t.code = r.to_text
             where r.undone_at is null
            """;

    private final JdbcClient jdbc;

    LawRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LawText> list() {
        return jdbc.sql(SELECT + "order by coalesce(t.effective_from, t.issued_on) desc nulls last, t.code")
                .query(LawText.class)
                .list();
    }

    Optional<LawText> find(long id) {
        return jdbc.sql(SELECT + "where t.id = :id")
                .param("id", id)
                .query(LawText.class)
                .optional();
    }

    Optional<LawText> find(String code) {
        return jdbc.sql(SELECT + "where lower(t.code) = lower(:code)")
                .param("code", code)
                .query(LawText.class)
                .optional();
    }

    List<Clause> listClauses(String textCode) {
        return jdbc.sql("""
                select clause_code, text_code, label, summary, verified, effective_from, effective_to from law.reference
                 where text_code = :code order by clause_code
                """).param("code", textCode).query(Clause.class).list();
    }

    List<String> listClauseCodes() {
        return jdbc.sql("select code from law.clause").query(String.class).list();
    }

    /** Clauses of texts that were repealed or replaced, or run out within the days. */
    List<Clause> listEnding(LocalDate until) {
        return jdbc.sql("""
                select clause_code, text_code, label, summary, verified, effective_from, effective_to from law.reference
                 where effective_to <= :until order by effective_to, clause_code
                """).param("until", until).query(Clause.class).list();
    }

    List<Relation> listRelations(String code) {
        return jdbc.sql(RELATIONS + " and (r.from_text = :code or r.to_text = :code) order by r.kind, r.since, r.id")
                .param("code", code)
                .query(Relation.class)
                .list();
    }

    /** Does {@code code} replace {@code other}, by itself or over others? */
    boolean replaces(String code, String other) {
        return jdbc.sql("""
                with recursive replaced (code) as (
                  select to_text from law.relation where from_text = :code and kind in ('REPLACES', 'REPEALS') and undone_at is null
                  union
                  select r.to_text from law.relation r join replaced x on r.from_text = x.code
                   where r.kind in ('REPLACES', 'REPEALS') and r.undone_at is null)
                select exists (select from replaced where code = :other)
                """)
                .param("code", code)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    void insert(String code, String title, LawText.Kind kind, LocalDate effectiveFrom) {
        jdbc.sql(
                        "insert into law.text (code, title, kind, effective_from, source) values (:code, :title, :kind, :from, 'Sở ghi')")
                .param("code", code)
                .param("title", title)
                .param("kind", kind.name())
                .param("from", effectiveFrom)
                .update();
    }

    void insert(NewText text, @Nullable String sha256, @Nullable String fileName) {
        jdbc.sql("""
                insert into law.text (code, title, kind, issuer, signatory, scope, issued_on, effective_from, source, file_sha256, file_name)
                values (:code, :title, :kind, :issuer, :signatory, :scope, :issued, :from, 'Sở ghi', :sha, :name)
                """)
                .param("code", text.code())
                .param("title", text.title())
                .param("kind", Objects.requireNonNull(text.kind()).name())
                .param("issuer", text.issuer())
                .param("signatory", text.signatory())
                .param("scope", text.scope())
                .param("issued", text.issuedOn())
                .param("from", text.effectiveFrom())
                .param("sha", sha256)
                .param("name", fileName)
                .update();
    }

    void insertRelation(String from, String to, Relation.Kind kind, @Nullable LocalDate since, String note) {
        jdbc.sql(
                        "insert into law.relation (from_text, to_text, kind, since, note) values (:from, :to, :kind, :since, :note)")
                .param("from", from)
                .param("to", to)
                .param("kind", kind.name())
                .param("since", since)
                .param("note", note)
                .update();
    }

    void end(String code, LocalDate last) {
        jdbc.sql("update law.text set effective_to = :last where code = :code")
                .param("last", last)
                .param("code", code)
                .update();
    }

    /** Takes replacements of a text back; its last day is what other replacements leave it, or none. */
    int reinstate(String code) {
        var undone = jdbc.sql("""
                update law.relation set undone_at = now(), undone_by = :actor
                 where to_text = :code and kind in ('REPLACES', 'REPEALS') and undone_at is null
                """)
                .param("code", code)
                .param("actor", Scope.current().actor())
                .update();
        jdbc.sql("update law.text set effective_to = null where code = :code")
                .param("code", code)
                .update();
        return undone;
    }
}
