package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.indicator.formula.FactSet.Field;
import vn.lanhnghe.indicator.formula.Term.Side;

/** Formulas and what they may be made of. */
@Repository
class FormulaRepository {

    private static final String SELECT = """
            select f.*, coalesce(r.label, f.clause_code) as clause, coalesce(r.verified, false) as clause_verified
              from indicator.formula f left join law.reference r on r.clause_code = f.clause_code
            """;

    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, FactSet> catalogue;
    private volatile Map<String, String> typeLabels = Map.of();

    FormulaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By migrations alone, so that it is read once. */
    Map<String, FactSet> catalogue() {
        var known = catalogue;
        if (known == null) {
            known = readCatalogue();
            catalogue = known;
        }
        return known;
    }

    private Map<String, FactSet> readCatalogue() {
        var choices = new HashMap<String, Map<String, String>>();
        jdbc.sql("select field, value, label from indicator.choice order by field, place")
                .query((row, i) -> choices.computeIfAbsent(row.getString(1), key -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getString(3)))
                .list();
        var fields = new HashMap<String, List<Field>>();
        jdbc.sql("select set_code, code, label, kind, parts, moment from indicator.field order by set_code, place")
                .query((row, i) -> fields.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(new Field(
                                row.getString(2),
                                row.getString(3),
                                FactSet.Kind.valueOf(row.getString(4)),
                                row.getBoolean(5),
                                row.getString(6),
                                choices.getOrDefault(row.getString(2), Map.of()))))
                .list();
        var sets = new LinkedHashMap<String, FactSet>();
        jdbc.sql(
                        "select code, label, unit, relation, people, opens, authority, left_out from indicator.fact_set order by place")
                .query((row, i) -> sets.put(
                        row.getString(1),
                        new FactSet(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                fields.getOrDefault(row.getString(1), List.of()))))
                .list();
        return sets;
    }

    List<Formula> list(LocalDate asAt) {
        return whole(jdbc.sql(
                        SELECT
                                + "where f.state <> 'DRAFT' and f.valid_from <= :day and (f.valid_to is null or f.valid_to >= :day) order by f.code")
                .param("day", asAt)
                .query(FormulaRepository::formula)
                .list());
    }

    List<Formula> listDrafts() {
        return whole(jdbc.sql(SELECT + "where f.state = 'DRAFT' order by f.code")
                .query(FormulaRepository::formula)
                .list());
    }

    List<Formula> listVersions(String code) {
        return whole(jdbc.sql(SELECT + "where f.code = :code and f.state <> 'DRAFT' order by f.version desc")
                .param("code", code)
                .query(FormulaRepository::formula)
                .list());
    }

    Optional<Formula> find(String code, LocalDate asAt) {
        return whole(jdbc.sql(SELECT + """
                                where f.code = :code and f.state <> 'DRAFT' and f.valid_from <= :day and (f.valid_to is null or f.valid_to >= :day)
                                """)
                        .param("code", code)
                        .param("day", asAt)
                        .query(FormulaRepository::formula)
                        .list())
                .stream()
                .findFirst();
    }

    /** The first day for which there is a formula of the code, or any formula when none is named; today when there is none. */
    LocalDate firstDay(@Nullable String code) {
        return jdbc.sql("""
                select coalesce(min(valid_from), (now() at time zone 'Asia/Ho_Chi_Minh')::date) from indicator.formula
                 where state <> 'DRAFT' and (cast(:code as text) is null or code = :code)
                """).param("code", code).query(LocalDate.class).single();
    }

    Optional<Formula> find(long id) {
        return whole(jdbc.sql(SELECT + "where f.id = :id")
                        .param("id", id)
                        .query(FormulaRepository::formula)
                        .list())
                .stream()
                .findFirst();
    }

    boolean hasCode(String code) {
        return jdbc.sql("select exists (select from indicator.formula where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    Map<String, String> clauses() {
        var clauses = new LinkedHashMap<String, String>();
        jdbc.sql("select clause_code, label from law.reference order by label")
                .query((row, i) -> clauses.put(row.getString(1), row.getString(2)))
                .list();
        return clauses;
    }

    Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        jdbc.sql("select distinct type, type_label, type_place from institution.directory order by type_place")
                .query((row, i) -> types.put(row.getString(1), row.getString(2)))
                .list();
        return types;
    }

    /** By migrations alone, so that they are read once there are any. */
    private Map<String, String> typeLabels() {
        var known = typeLabels;
        if (known.isEmpty()) {
            known = Map.copyOf(types());
            typeLabels = known;
        }
        return known;
    }

    private List<Formula> whole(List<Formula> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var ids = bare.stream().map(Formula::id).toArray(Long[]::new);
        var sets = catalogue();
        var labels = typeLabels();
        var conditions = new HashMap<String, List<Condition>>();
        jdbc.sql("""
                select id, formula_id, side, set_code, field, operator, value from indicator.condition where formula_id = any(:ids) order by id
                """)
                .param("ids", ids)
                .query((row, i) -> conditions
                        .computeIfAbsent(row.getLong(2) + row.getString(3), key -> new ArrayList<>())
                        .add(new Condition(
                                row.getLong(1),
                                Objects.requireNonNull(sets.get(row.getString(4)))
                                        .get(row.getString(5)),
                                Operator.valueOf(row.getString(6)),
                                texts(row.getArray(7)))))
                .list();
        var terms = new HashMap<Long, List<Term>>();
        jdbc.sql(
                        "select formula_id, side, set_code, summed, years_back from indicator.term where formula_id = any(:ids) order by side desc")
                .param("ids", ids)
                .query((row, i) -> {
                    var set = Objects.requireNonNull(sets.get(row.getString(3)));
                    return terms.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(new Term(
                                    Side.valueOf(row.getString(2)),
                                    set,
                                    row.getString(4) == null ? null : set.get(row.getString(4)),
                                    row.getInt(5),
                                    conditions.getOrDefault(row.getLong(1) + row.getString(2), List.of())));
                })
                .list();
        var demands = new HashMap<Long, List<Formula.Demand>>();
        jdbc.sql("""
                select d.formula_id, d.code, coalesce((select f.name from indicator.formula f where f.code = d.code order by f.version desc limit 1), d.code), d.least
                  from indicator.demand d where d.formula_id = any(:ids) order by d.code
                """)
                .param("ids", ids)
                .query((row, i) -> demands.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                        .add(new Formula.Demand(row.getString(2), row.getString(3), row.getBigDecimal(4))))
                .list();
        return bare.stream()
                .map(it -> new Formula(
                        it.id(),
                        it.code(),
                        it.version(),
                        it.state(),
                        it.family(),
                        it.name(),
                        it.kind(),
                        it.direction(),
                        it.decimals(),
                        it.least(),
                        it.types(),
                        it.types().stream()
                                .map(type -> labels.getOrDefault(type, type))
                                .collect(Collectors.joining(", ")),
                        it.clauseCode(),
                        it.clause(),
                        it.note(),
                        it.lacking(),
                        it.verified(),
                        it.validFrom(),
                        it.validTo(),
                        it.madeByName(),
                        it.madeAt(),
                        terms.getOrDefault(it.id(), List.of()),
                        demands.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static Formula formula(ResultSet row, int number) throws SQLException {
        return new Formula(
                row.getLong("id"),
                row.getString("code"),
                row.getInt("version"),
                Formula.State.valueOf(row.getString("state")),
                Formula.Family.valueOf(row.getString("family")),
                row.getString("name"),
                Formula.Kind.valueOf(row.getString("kind")),
                Formula.Direction.valueOf(row.getString("direction")),
                row.getInt("decimals"),
                row.getBigDecimal("least"),
                texts(row.getArray("types")),
                "",
                row.getString("clause_code"),
                row.getString("clause"),
                row.getString("note"),
                row.getString("lacking"),
                row.getBoolean("verified") && row.getBoolean("clause_verified"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("made_by_name"),
                row.getObject("made_at", OffsetDateTime.class),
                List.of(),
                List.of());
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    long insert(FormulaForm form, int version, String maker) {
        return ask("""
                insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, valid_from, made_by_name)
                values (:code, :version, 'DRAFT', 'CITY', :name, :kind, :direction, :decimals, :least, :types, :clause, :note, :from, :maker) returning id
                """, form)
                .param("version", version)
                .param("maker", maker)
                .query(Long.class)
                .single();
    }

    /** A new draft of all that a version says. */
    long copy(long id, LocalDate from, String maker) {
        var draft = jdbc.sql("""
                insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, lacking, verified, valid_from, made_by_name)
                select code, (select max(version) + 1 from indicator.formula x where x.code = f.code), 'DRAFT', family, name, kind, direction, decimals, least, types,
                       clause_code, note, null, verified, :from, :maker
                  from indicator.formula f where id = :id returning id
                """)
                .param("id", id)
                .param("from", from)
                .param("maker", maker)
                .query(Long.class)
                .single();
        for (var sql : List.of(
                "insert into indicator.term (formula_id, side, set_code, summed, years_back) select :draft, side, set_code, summed, years_back from indicator.term where formula_id = :id",
                "insert into indicator.condition (formula_id, side, set_code, field, operator, value) select :draft, side, set_code, field, operator, value from indicator.condition where formula_id = :id order by id",
                "insert into indicator.demand (formula_id, code, least) select :draft, code, least from indicator.demand where formula_id = :id")) {
            jdbc.sql(sql).param("draft", draft).param("id", id).update();
        }
        return draft;
    }

    void update(long id, FormulaForm form) {
        ask("""
                update indicator.formula set name = :name, kind = :kind, direction = :direction, decimals = :decimals, least = :least, types = :types,
                       clause_code = :clause, note = :note, valid_from = :from where id = :id and state = 'DRAFT' and code = :code
                """, form).param("id", id).update();
    }

    private JdbcClient.StatementSpec ask(String sql, FormulaForm form) {
        return jdbc.sql(sql)
                .param("code", form.code())
                .param("name", form.name())
                .param("kind", Objects.requireNonNull(form.kind()).name())
                .param("direction", Objects.requireNonNull(form.direction()).name())
                .param("decimals", form.decimals())
                .param("least", form.least())
                .param("types", form.types().isEmpty() ? null : form.types().toArray(String[]::new))
                .param("clause", form.clauseCode())
                .param("note", form.note())
                .param("from", form.validFrom());
    }

    void delete(long id) {
        jdbc.sql("delete from indicator.formula where id = :id and state = 'DRAFT'")
                .param("id", id)
                .update();
    }

    /** A side begins anew when its set changes: conditions on another set's fields mean nothing. */
    void putTerm(long id, Side side, String set, @Nullable String summed, int yearsBack) {
        jdbc.sql("delete from indicator.term where formula_id = :id and side = :side and set_code <> :set")
                .param("id", id)
                .param("side", side.name())
                .param("set", set)
                .update();
        jdbc.sql("""
                insert into indicator.term (formula_id, side, set_code, summed, years_back) values (:id, :side, :set, :summed, :back)
                on conflict (formula_id, side) do update set summed = excluded.summed, years_back = excluded.years_back
                """)
                .param("id", id)
                .param("side", side.name())
                .param("set", set)
                .param("summed", summed)
                .param("back", yearsBack)
                .update();
    }

    void addCondition(long id, Term term, String field, Operator operator, List<String> values) {
        jdbc.sql("""
                insert into indicator.condition (formula_id, side, set_code, field, operator, value) values (:id, :side, :set, :field, :operator, :value)
                """)
                .param("id", id)
                .param("side", term.side().name())
                .param("set", term.set().code())
                .param("field", field)
                .param("operator", operator.name())
                .param("value", values.toArray(String[]::new))
                .update();
    }

    int removeCondition(long id, long condition) {
        return jdbc.sql("delete from indicator.condition where id = :condition and formula_id = :id")
                .param("condition", condition)
                .param("id", id)
                .update();
    }

    void putDemand(long id, String code, BigDecimal least) {
        jdbc.sql("""
                insert into indicator.demand (formula_id, code, least) values (:id, :code, :least) on conflict (formula_id, code) do update set least = excluded.least
                """).param("id", id).param("code", code).param("least", least).update();
    }

    int removeDemand(long id, String code) {
        return jdbc.sql("delete from indicator.demand where formula_id = :id and code = :code")
                .param("id", id)
                .param("code", code)
                .update();
    }

    /** The draft takes the place of the version in use, which ends the day before. */
    void activate(Formula draft, String reason) {
        jdbc.sql("""
                update indicator.formula set state = 'ENDED', valid_to = :last where code = :code and state = 'ACTIVE'
                """)
                .param("code", draft.code())
                .param("last", draft.validFrom().minusDays(1))
                .update();
        jdbc.sql("update indicator.formula set state = 'ACTIVE', reason = :reason where id = :id")
                .param("id", draft.id())
                .param("reason", reason)
                .update();
    }
}
