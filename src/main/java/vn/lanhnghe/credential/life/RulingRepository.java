package vn.lanhnghe.credential.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Paging;

/** Decisions about released diplomas: drafts and what was carried out. */
@Repository
class RulingRepository {

    private static final String SELECT = """
            select r.id, r.institution_id, r.turn, r.decision, r.decided_on, r.reason_code, e.label as reason_label, c.label as clause, r.reason,
                   r.evidence, r.evidence_name, r.unknown, r.state, r.opened_by_name, r.opened_at, r.done_by_name, r.done_at, r.decision_id,
                   n.diplomas, n.carried_out
              from credential.ruling r
              left join credential.reason e on e.code = r.reason_code
              left join law.reference c on c.clause_code = e.clause_code
             cross join lateral (
                select count(*) as diplomas, count(*) filter (where x.carried_out) as carried_out
                  from credential.ruling_diploma x where x.ruling_id = r.id) n
            """;

    private final JdbcClient jdbc;

    RulingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Paging<Ruling> list(int page) {
        var rows = jdbc.sql(
                        SELECT
                                + "order by r.state = 'DONE', coalesce(r.done_at, r.opened_at) desc, r.id desc limit :size offset :offset")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(RulingRepository::ruling)
                .list();
        return new Paging<>(
                rows,
                page,
                jdbc.sql("select count(*) from credential.ruling")
                        .query(Long.class)
                        .single(),
                Paging.SIZE);
    }

    Optional<Ruling> find(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(RulingRepository::ruling)
                .optional();
    }

    /** The college's own, held until the transaction ends. */
    Optional<Ruling> lock(long id) {
        return jdbc.sql(SELECT + "where r.id = :id and r.institution_id = :own for update of r")
                .param("id", id)
                .param("own", Scope.current().institutionId())
                .query(RulingRepository::ruling)
                .optional();
    }

    private static Ruling ruling(ResultSet row, int number) throws SQLException {
        var turn = row.getString("turn");
        return new Ruling(
                row.getLong("id"),
                row.getLong("institution_id"),
                turn == null ? null : Turn.valueOf(turn),
                row.getString("decision"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason_code"),
                row.getString("reason_label"),
                row.getString("clause"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("evidence_name"),
                List.of((String[]) row.getArray("unknown").getArray()),
                row.getString("state").equals("DONE"),
                row.getString("opened_by_name"),
                row.getObject("opened_at", OffsetDateTime.class),
                row.getString("done_by_name"),
                row.getObject("done_at", OffsetDateTime.class),
                row.getObject("decision_id", Long.class),
                row.getInt("diplomas"),
                row.getInt("carried_out"));
    }

    long open(List<Long> diplomaIds, List<String> unknown) {
        var id = jdbc.sql("""
                insert into credential.ruling (institution_id, unknown, opened_by, opened_by_name)
                values (:own, :unknown, :account, :actor) returning id
                """)
                .param("own", Scope.current().institutionId())
                .param("unknown", unknown.toArray(String[]::new))
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into credential.ruling_diploma (ruling_id, diploma_id, institution_id)
                select :id, diploma_id, :own from unnest(:ids::bigint[]) as diploma_id
                """)
                .param("id", id)
                .param("own", Scope.current().institutionId())
                .param("ids", diplomaIds.toArray(Long[]::new))
                .update();
        return id;
    }

    void word(long id, Terms terms, @Nullable String evidence, @Nullable String evidenceName) {
        jdbc.sql("""
                update credential.ruling set turn = :turn, decision = :decision, decided_on = :day, reason_code = :code, reason = :reason,
                       evidence = coalesce(:evidence::text, evidence), evidence_name = coalesce(:name::text, evidence_name)
                 where id = :id
                """)
                .param("turn", Objects.requireNonNull(terms.turn()).name())
                .param("decision", terms.decision())
                .param("day", terms.decidedOn())
                .param("code", terms.reasonCode())
                .param("reason", terms.reason())
                .param("evidence", evidence)
                .param("name", evidenceName)
                .param("id", id)
                .update();
    }

    void change(Ruling ruling, Map<Correctable, String> changes) {
        jdbc.sql("delete from credential.ruling_change where ruling_id = :id")
                .param("id", ruling.id())
                .update();
        jdbc.sql("""
                insert into credential.ruling_change (ruling_id, institution_id, field, value)
                select :id, :own, n.field, n.value from unnest(:fields::text[], :values::text[]) as n (field, value)
                """)
                .param("id", ruling.id())
                .param("own", ruling.institutionId())
                .param(
                        "fields",
                        changes.keySet().stream().map(Correctable::name).toArray(String[]::new))
                .param("values", changes.values().toArray(String[]::new))
                .update();
    }

    Map<Correctable, String> changes(long id) {
        var changes = new EnumMap<Correctable, String>(Correctable.class);
        jdbc.sql("select field, value from credential.ruling_change where ruling_id = :id")
                .param("id", id)
                .query((row, i) -> Map.entry(
                        Correctable.valueOf(row.getString("field")), Objects.requireNonNull(row.getString("value"))))
                .list()
                .forEach(it -> changes.put(it.getKey(), it.getValue()));
        return changes;
    }

    void remove(long id) {
        jdbc.sql("delete from credential.ruling where id = :id").param("id", id).update();
    }

    void remove(long id, long diplomaId) {
        jdbc.sql("delete from credential.ruling_diploma where ruling_id = :id and diploma_id = :diploma")
                .param("id", id)
                .param("diploma", diplomaId)
                .update();
    }

    private static final String DIPLOMAS = "select " + Diploma.COLUMNS + """
            from credential.ruling_diploma n join credential.diploma d on d.id = n.diploma_id where n.ruling_id = :id order by d.sort_key, d.id
            """;

    /** The diplomas of a ruling by name; held until the transaction ends when asked to. */
    List<Diploma> diplomas(long id, boolean hold) {
        return jdbc.sql(DIPLOMAS + (hold ? " for update of d" : ""))
                .param("id", id)
                .query(Diploma.class)
                .list();
    }

    /** A page of what was done to each diploma of a ruling, the ones left out first. */
    Paging<Effect> effects(Ruling ruling, int page) {
        var rows = jdbc.sql("select " + Diploma.COLUMNS + """
                , n.carried_out, n.told from credential.ruling_diploma n join credential.diploma d on d.id = n.diploma_id
                 where n.ruling_id = :id order by n.carried_out, d.sort_key, d.id limit :size offset :offset
                """)
                .param("id", ruling.id())
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query((row, i) -> new Effect(
                        LifeRepository.DIPLOMA.mapRow(row, i),
                        row.getBoolean("carried_out"),
                        Objects.toString(row.getString("told"), "")))
                .list();
        return new Paging<>(rows, page, ruling.diplomas(), Paging.SIZE);
    }

    /** The diplomas on which a ruling was carried out. */
    List<Long> listCarriedOut(long id) {
        return jdbc.sql("select diploma_id from credential.ruling_diploma where ruling_id = :id and carried_out")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    void tell(long id, Collection<Effect> effects) {
        jdbc.sql("""
                update credential.ruling_diploma r set carried_out = n.happens, told = n.told
                  from unnest(:ids::bigint[], :happens::boolean[], :told::text[]) as n (id, happens, told)
                 where r.ruling_id = :ruling and r.diploma_id = n.id
                """)
                .param("ruling", id)
                .param("ids", effects.stream().map(it -> it.diploma().id()).toArray(Long[]::new))
                .param("happens", effects.stream().map(Effect::happens).toArray(Boolean[]::new))
                .param("told", effects.stream().map(Effect::told).toArray(String[]::new))
                .update();
    }

    void close(long id, @Nullable Long decisionId) {
        jdbc.sql("""
                update credential.ruling set state = 'DONE', done_by_name = :actor, done_at = now(), decision_id = :decision where id = :id
                """)
                .param("actor", Scope.current().actor())
                .param("decision", decisionId)
                .param("id", id)
                .update();
    }

    /** One corrected fact of one diploma, as it is written down. */
    record Corrected(long diplomaId, Correctable field, String before, String after, String value) {}

    void insert(Ruling ruling, List<Corrected> corrections) {
        jdbc.sql("""
                insert into credential.correction (ruling_id, diploma_id, institution_id, field, before, after, value)
                select :ruling, n.diploma_id, :own, n.field, n.before, n.after, n.value
                  from unnest(:ids::bigint[], :fields::text[], :befores::text[], :afters::text[], :values::text[])
                    as n (diploma_id, field, before, after, value)
                """)
                .param("ruling", ruling.id())
                .param("own", ruling.institutionId())
                .param("ids", corrections.stream().map(Corrected::diplomaId).toArray(Long[]::new))
                .param(
                        "fields",
                        corrections.stream().map(it -> it.field().name()).toArray(String[]::new))
                .param("befores", corrections.stream().map(Corrected::before).toArray(String[]::new))
                .param("afters", corrections.stream().map(Corrected::after).toArray(String[]::new))
                .param("values", corrections.stream().map(Corrected::value).toArray(String[]::new))
                .update();
    }

    /** What counts on diplomas in the place of what is printed, by decisions that corrected them without issuing them again; the latest first. */
    List<Corrected> listStanding(Collection<Long> diplomaIds) {
        return jdbc.sql("""
                select distinct on (c.diploma_id, c.field) c.diploma_id, c.field, c.before, c.after, c.value
                  from credential.correction c join credential.ruling r on r.id = c.ruling_id and r.turn = 'CORRECT'
                 where c.diploma_id = any(:ids) order by c.diploma_id, c.field, c.id desc
                """)
                .param("ids", diplomaIds.toArray(Long[]::new))
                .query(Corrected.class)
                .list();
    }

    List<Reason> listReasons(LocalDate on) {
        return jdbc.sql("""
                select e.code, e.turn, e.label, e.evidence, c.label as clause
                  from credential.reason e join law.reference c on c.clause_code = e.clause_code
                 where e.valid_from <= :on and (e.valid_to is null or e.valid_to >= :on) order by e.turn, e.position
                """).param("on", on).query(Reason.class).list();
    }

    /** The decisions that a diploma was part of and that were carried out on it, the latest first. */
    List<Ruling> listOf(long diplomaId) {
        return jdbc.sql(SELECT + """
                where r.state = 'DONE' and r.id in (select ruling_id from credential.ruling_diploma where diploma_id = :id and carried_out)
                order by r.id desc
                """)
                .param("id", diplomaId)
                .query(RulingRepository::ruling)
                .list();
    }
}
