package vn.lanhnghe.learning;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

@Repository
public class SchemeRepository {

    private record Row(
            long institutionId,
            int cohortFrom,
            Scheme.System system,
            @Nullable Long conversionId) {}

    private record Head(long id, String name, String source) {}

    private record StepRow(long conversionId, String letter, BigDecimal atLeast, BigDecimal points) {}

    private record BandRow(long conversionId, String label, String english, BigDecimal atLeast) {}

    private final JdbcClient jdbc;

    SchemeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these colleges have chosen, the latest cohort first. */
    public List<Scheme> list(Collection<Long> institutionIds) {
        var rows = jdbc.sql("""
                select institution_id, cohort_from, system, conversion_id from learning.scheme
                 where institution_id = any(:ids) order by institution_id, cohort_from desc
                """)
                .param("ids", institutionIds.toArray(Long[]::new))
                .query(Row.class)
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var conversions = listConversions().stream().collect(Collectors.toMap(Conversion::id, Function.identity()));
        return rows.stream()
                .map(it -> new Scheme(
                        it.institutionId(),
                        it.cohortFrom(),
                        it.system(),
                        it.conversionId() == null ? null : conversions.get(it.conversionId())))
                .toList();
    }

    /** What holds for a cohort: what was chosen last for it or an earlier one; by credits, without letters, when nothing was. */
    public static Scheme of(List<Scheme> schemes, long institutionId, int cohort) {
        return schemes.stream()
                .filter(it -> it.institutionId() == institutionId && it.cohortFrom() <= cohort)
                .max(Comparator.comparingInt(Scheme::cohortFrom))
                .orElse(new Scheme(institutionId, 0, Scheme.System.CREDIT, null));
    }

    /** Those offered to all and the college's own. */
    public List<Conversion> listConversions() {
        var steps = jdbc
                .sql(
                        "select conversion_id, letter, at_least, points from learning.conversion_step order by at_least desc")
                .query(StepRow.class)
                .list()
                .stream()
                .collect(groupingBy(StepRow::conversionId));
        var bands = jdbc
                .sql(
                        "select conversion_id, label, english, at_least from learning.conversion_band order by at_least desc")
                .query(BandRow.class)
                .list()
                .stream()
                .collect(groupingBy(BandRow::conversionId));
        return jdbc
                .sql("select id, name, source from learning.conversion order by institution_id nulls first, id")
                .query(Head.class)
                .list()
                .stream()
                .map(it -> new Conversion(
                        it.id(),
                        it.name(),
                        it.source(),
                        steps.getOrDefault(it.id(), List.of()).stream()
                                .map(step -> new Conversion.Step(step.letter(), step.atLeast(), step.points()))
                                .toList(),
                        bands.getOrDefault(it.id(), List.of()).stream()
                                .map(band -> new Conversion.Band(band.label(), band.english(), band.atLeast()))
                                .toList()))
                .toList();
    }

    public void choose(int cohortFrom, Scheme.System system, @Nullable Long conversionId) {
        jdbc.sql("""
                insert into learning.scheme (institution_id, cohort_from, system, conversion_id, chosen_by)
                values (:own, :cohort, :system, :conversion, :actor)
                on conflict (institution_id, cohort_from) do update
                  set system = excluded.system, conversion_id = excluded.conversion_id, chosen_by = excluded.chosen_by, chosen_at = now()
                """)
                .param("own", Scope.current().institutionId())
                .param("cohort", cohortFrom)
                .param("system", system.name())
                .param("conversion", conversionId)
                .param("actor", Scope.current().actor())
                .update();
    }

    /** A table of the college's own: marks from the best letter down, with the ranks of the first common table. */
    public long add(String name, List<Conversion.Step> steps) {
        var id = jdbc.sql("""
                insert into learning.conversion (institution_id, name, source) values (:own, :name, :source) returning id
                """)
                .param("own", Scope.current().institutionId())
                .param("name", name)
                .param("source", "Bảng của trường, " + Scope.current().actor() + " ghi")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into learning.conversion_step (conversion_id, letter, at_least, points)
                select :id, s.* from unnest(:letters::text[], :least::numeric[], :points::numeric[]) as s
                """)
                .param("id", id)
                .param("letters", steps.stream().map(Conversion.Step::letter).toArray(String[]::new))
                .param("least", steps.stream().map(Conversion.Step::atLeast).toArray(BigDecimal[]::new))
                .param("points", steps.stream().map(Conversion.Step::points).toArray(BigDecimal[]::new))
                .update();
        jdbc.sql("""
                insert into learning.conversion_band (conversion_id, label, english, at_least)
                select :id, label, english, at_least from learning.conversion_band where conversion_id = 1
                """).param("id", id).update();
        return id;
    }
}
