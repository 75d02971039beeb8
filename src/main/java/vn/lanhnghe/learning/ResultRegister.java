package vn.lanhnghe.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Column;
import vn.lanhnghe.intake.SheetKind.Progress;
import vn.lanhnghe.intake.SheetRow;

/** Writes modules and marks in bulk, as checked sheets of marks give them. */
@Repository
class ResultRegister {

    private static final int SLICE = 200;

    private static final String UPSERT_MODULE = """
            insert into learning.module (institution_id, occupation_code, cohort, code, name, credits, condition)
            values (:institution, :occupation, :cohort, :code, :name, :credits, :condition)
            on conflict (institution_id, occupation_code, cohort, code, name) do update
              set credits = excluded.credits, condition = excluded.condition
            """;

    /** A blank cell says that the module belongs to the course and changes no mark. */
    private static final String UPSERT_RESULT = """
            insert into learning.result (enrolment_id, module_code, module_id, institution_id, site_id, mark, absent, batch_id)
            select :enrolment::bigint, m.code, m.id, m.institution_id, :site::bigint, :mark::numeric, :absent::boolean, :batch::bigint
              from learning.module m
             where m.institution_id = :institution and m.occupation_code = :occupation and m.cohort = :cohort
               and m.code = :code and m.name = :name
            on conflict (enrolment_id, module_code) do update
              set module_id = excluded.module_id, mark = excluded.mark, absent = excluded.absent,
                  batch_id = excluded.batch_id, recorded_at = now()
              where (excluded.mark is not null or excluded.absent)
                and (result.module_id, result.mark, result.absent) is distinct from (excluded.module_id, excluded.mark, excluded.absent)
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Acts acts;

    ResultRegister(NamedParameterJdbcTemplate jdbc, Acts acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    void write(
            long batchId,
            Map<String, List<Column>> columns,
            List<SheetRow> rows,
            Map<String, Standing> standings,
            Grading grading,
            Progress progress) {
        writeModules(columns, rows, standings, grading);
        for (var from = 0; from < rows.size(); from += SLICE) {
            var slice = rows.subList(from, Math.min(rows.size(), from + SLICE));
            var marks = new ArrayList<MapSqlParameterSource>();
            for (var row : slice) {
                var enrolment = enrolment(standings, row);
                for (var column : columns.getOrDefault(row.sheet(), List.of())) {
                    var cell = MarkSheet.cell(row, column);
                    marks.add(module(column, enrolment)
                            .addValue("enrolment", enrolment.id())
                            .addValue("site", enrolment.siteId())
                            .addValue("mark", cell.mark())
                            .addValue("absent", cell.absent())
                            .addValue("batch", batchId));
                }
            }
            batch(UPSERT_RESULT, marks);
            var ids = slice.stream().map(it -> enrolment(standings, it).id()).toList();
            jdbc.update(
                    "update learning.enrolment set results_at = now() where id = any(:ids) and results_at is null",
                    Map.of("ids", ids.toArray(Long[]::new)));
            acts.record(
                    ActKind.RESULTS_RECORDED,
                    "enrolment",
                    ids,
                    Scope.current().institutionId(),
                    "Theo tệp số " + batchId,
                    null);
            progress.done(from + slice.size());
        }
    }

    private void writeModules(
            Map<String, List<Column>> columns, List<SheetRow> rows, Map<String, Standing> standings, Grading grading) {
        var modules = new LinkedHashMap<String, MapSqlParameterSource>();
        for (var row : rows) {
            var enrolment = enrolment(standings, row);
            for (var column : columns.getOrDefault(row.sheet(), List.of())) {
                modules.computeIfAbsent(
                        enrolment.occupationCode() + "|" + enrolment.cohort() + "|" + column.header(),
                        key -> module(column, enrolment).addValue("condition", grading.isCondition(column.header())));
            }
        }
        // a column without credits has had a fault in every row that has a mark in it
        modules.values().removeIf(it -> it.getValue("credits") == null);
        batch(UPSERT_MODULE, List.copyOf(modules.values()));
    }

    private static MapSqlParameterSource module(Column column, Enrolment enrolment) {
        var module = MarkSheet.module(column).orElseThrow();
        return new MapSqlParameterSource()
                .addValue("institution", enrolment.institutionId())
                .addValue("occupation", enrolment.occupationCode())
                .addValue("cohort", enrolment.cohort())
                .addValue("code", module.code())
                .addValue("name", module.name())
                .addValue("credits", module.credits());
    }

    private static Enrolment enrolment(Map<String, Standing> standings, SheetRow row) {
        return Objects.requireNonNull(standings.get(row.get("studentCode"))).enrolment();
    }

    private void batch(String sql, List<MapSqlParameterSource> parameters) {
        if (!parameters.isEmpty()) {
            jdbc.batchUpdate(sql, parameters.toArray(MapSqlParameterSource[]::new));
        }
    }
}
