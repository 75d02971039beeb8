package vn.lanhnghe.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.SheetKind.Extract;

/** The college's marks as sheets: one an occupation and cohort, one row a learner, one column a module. */
@Repository
class MarkExtracts {

    private static final int LONGEST_NAME = 31;

    private record Cell(
            String occupationCode,
            int cohort,
            String studentCode,
            String fullName,
            String code,
            String name,
            BigDecimal credits,
            @Nullable BigDecimal mark,
            boolean absent) {

        String sheet() {
            var sheet = occupationCode + " khoá " + cohort;
            return sheet.length() > LONGEST_NAME ? sheet.substring(0, LONGEST_NAME) : sheet;
        }

        String column() {
            return code + " " + name;
        }
    }

    private final JdbcClient jdbc;

    MarkExtracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Extract> extract() {
        var sheets = new LinkedHashMap<String, List<Cell>>();
        jdbc.sql("""
                select e.occupation_code, e.cohort, e.student_code, l.full_name, m.code, m.name, m.credits, r.mark, r.absent
                  from learning.result r join learning.enrolment e on e.id = r.enrolment_id join learning.learner l on l.id = e.learner_id
                  join learning.module m on m.id = r.module_id
                 where e.institution_id = :own
                 order by e.occupation_code, e.cohort, e.student_code, regexp_replace(m.code, '\\D', '', 'g'), m.code
                """)
                .param("own", Scope.current().institutionId())
                .query(Cell.class)
                .list()
                .forEach(it -> sheets.computeIfAbsent(it.sheet(), key -> new ArrayList<>())
                        .add(it));
        return sheets.entrySet().stream()
                .map(it -> sheet(it.getKey(), it.getValue()))
                .toList();
    }

    private static Extract sheet(String name, List<Cell> cells) {
        var columns = new LinkedHashMap<String, String>();
        cells.forEach(it -> columns.putIfAbsent(
                it.column(), it.credits().stripTrailingZeros().toPlainString().replace('.', ',')));
        var byLearner = new LinkedHashMap<String, Map<String, Cell>>();
        cells.forEach(it -> byLearner
                .computeIfAbsent(it.studentCode(), key -> new LinkedHashMap<>())
                .put(it.column(), it));
        var headers = new ArrayList<>(List.of("Mã HSSV", "Họ và tên"));
        headers.addAll(columns.keySet());
        var legend = new ArrayList<>(List.of("", "Số tín chỉ"));
        legend.addAll(columns.values());
        var rows = byLearner.entrySet().stream()
                .map(it -> {
                    var row = new ArrayList<>(List.of(
                            it.getKey(),
                            it.getValue().values().iterator().next().fullName()));
                    columns.keySet().forEach(column -> {
                        var cell = it.getValue().get(column);
                        row.add(cell == null ? "" : MarkSheet.shown(cell.mark(), cell.absent()));
                    });
                    return (List<String>) row;
                })
                .toList();
        return new Extract(name, headers, legend, rows);
    }
}
