package vn.lanhnghe.learning;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.SheetKind.Extract;
import vn.lanhnghe.intake.SheetKind.Progress;
import vn.lanhnghe.intake.Streamed;

/** Writes modules and marks in bulk, as checked sheets of marks give them. */
@Repository
class ResultRegister {

    private static final int SLICE = 5_000;
    private static final int SHEET_ROWS = 20_000;
    private static final int COPY_BUFFER = 256 * 1024;

    /** As much of a course of study as a mark needs. */
    record Ref(
            long id, @Nullable Long siteId, String studentCode, String fullName, String occupationCode, int cohort) {}

    /** A module of an occupation and cohort; the id is 0 as long as it is not written. */
    record ModuleRef(long id, String occupationCode, int cohort, String code, String name, BigDecimal credits) {

        static String key(String occupationCode, int cohort, String code) {
            return occupationCode + "|" + cohort + "|" + code;
        }

        String key() {
            return key(occupationCode, cohort, code);
        }

        private ModuleRef numbered(long number) {
            return new ModuleRef(number, occupationCode, cohort, code, name, credits);
        }
    }

    /** One mark to write. {@code insists}: also over what a person has written by hand. */
    record Mark(Ref learner, ModuleRef module, @Nullable BigDecimal mark, boolean absent, boolean insists) {}

    /** What stands in the register. */
    record Recorded(
            long enrolmentId,
            String code,
            String name,
            @Nullable BigDecimal mark,
            boolean absent,
            boolean byHand) {}

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Images images;
    private final Acts acts;

    ResultRegister(JdbcClient jdbc, DataSource dataSource, Images images, Acts acts) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.images = images;
        this.acts = acts;
    }

    private static final String REF = """
            select e.id, e.site_id, e.student_code, l.full_name, e.occupation_code, e.cohort
              from learning.enrolment e join learning.learner l on l.id = e.learner_id where e.institution_id = :own
            """;

    /** Every course of study of the college in scope, by student code. */
    Map<String, Ref> refs() {
        return byCode(jdbc.sql(REF)
                .param("own", Scope.current().institutionId())
                .query(Ref.class)
                .list());
    }

    Map<String, Ref> refs(Collection<String> studentCodes) {
        return byCode(jdbc.sql(REF + " and e.student_code = any(:codes)")
                .param("own", Scope.current().institutionId())
                .param("codes", studentCodes.toArray(String[]::new))
                .query(Ref.class)
                .list());
    }

    private static Map<String, Ref> byCode(List<Ref> refs) {
        var byCode = new HashMap<String, Ref>(refs.size() * 2);
        refs.forEach(it -> byCode.put(it.studentCode(), it));
        return byCode;
    }

    /** The modules of the college in scope, by occupation, cohort and code. */
    Map<String, ModuleRef> modules() {
        var modules = new HashMap<String, ModuleRef>();
        jdbc.sql("""
                select id, occupation_code, cohort, code, name, credits from learning.module where institution_id = :own order by id
                """)
                .param("own", Scope.current().institutionId())
                .query(ModuleRef.class)
                .list()
                .forEach(it -> modules.put(it.key(), it));
        return modules;
    }

    /** The marks of these courses of study, by course and module code. */
    Map<String, Recorded> recorded(Collection<Long> enrolmentIds) {
        var recorded = new HashMap<String, Recorded>();
        jdbc.sql("""
                select r.enrolment_id, r.module_code as code, m.name, r.mark, r.absent, r.by_hand
                  from learning.result r join learning.module m on m.id = r.module_id
                 where r.enrolment_id = any(:ids) and (r.mark is not null or r.absent)
                """)
                .param("ids", enrolmentIds.stream().distinct().toArray(Long[]::new))
                .query(Recorded.class)
                .list()
                .forEach(it -> recorded.put(it.enrolmentId() + "|" + it.code(), it));
        return recorded;
    }

    long count() {
        return jdbc.sql("select count(*) from learning.enrolment where results_at is not null")
                .query(Long.class)
                .single();
    }

    /** A blank mark says that the module belongs to the course and changes no mark. */
    void write(long batchId, List<Mark> marks, Grading grading, Progress progress) {
        var modules = new LinkedHashMap<String, ModuleRef>();
        marks.forEach(
                it -> modules.putIfAbsent(it.module().key() + "|" + it.module().name(), it.module()));
        writeModules(batchId, modules.values(), grading);
        var done = 0;
        for (var from = 0; from < marks.size(); from += SLICE) {
            var slice = marks.subList(from, Math.min(marks.size(), from + SLICE));
            write(batchId, slice);
            done += (int) slice.stream().map(it -> it.learner().id()).distinct().count();
            progress.done(done);
        }
        images.dropUnchangedResults(batchId);
        told(marks.stream().map(it -> it.learner().id()).distinct().toList(), batchId);
    }

    private void write(long batchId, List<Mark> slice) {
        var ids = slice.stream().map(it -> it.learner().id()).distinct().toList();
        images.keepResults(batchId, ids);
        jdbc.sql("""
                insert into learning.result (enrolment_id, module_code, module_id, institution_id, site_id, mark, absent, batch_id,
                                             first_batch_id)
                select n.enrolment, m.code, m.id, m.institution_id, n.site, n.mark, n.absent, :batch, :batch
                  from unnest(:enrolments::bigint[], :sites::bigint[], :occupations::text[], :cohorts::integer[], :codes::text[],
                              :names::text[], :marks::numeric[], :absents::boolean[]) as n
                         (enrolment, site, occupation, cohort, code, name, mark, absent)
                  join learning.module m on m.institution_id = :own and m.occupation_code = n.occupation and m.cohort = n.cohort
                   and m.code = n.code and m.name = n.name
                on conflict (enrolment_id, module_code) do update
                  set module_id = excluded.module_id, mark = excluded.mark, absent = excluded.absent,
                      batch_id = excluded.batch_id, recorded_at = now(), by_hand = false
                  where (excluded.mark is not null or excluded.absent)
                    and (result.module_id, result.mark, result.absent) is distinct from (excluded.module_id, excluded.mark, excluded.absent)
                    and (not result.by_hand or result.enrolment_id = any(:insisting::bigint[]))
                """)
                .param("batch", batchId)
                .param("own", Scope.current().institutionId())
                .param("enrolments", slice.stream().map(it -> it.learner().id()).toArray(Long[]::new))
                .param("sites", slice.stream().map(it -> it.learner().siteId()).toArray(Long[]::new))
                .param(
                        "occupations",
                        slice.stream().map(it -> it.module().occupationCode()).toArray(String[]::new))
                .param("cohorts", slice.stream().map(it -> it.module().cohort()).toArray(Integer[]::new))
                .param("codes", slice.stream().map(it -> it.module().code()).toArray(String[]::new))
                .param("names", slice.stream().map(it -> it.module().name()).toArray(String[]::new))
                .param("marks", slice.stream().map(Mark::mark).toArray(BigDecimal[]::new))
                .param("absents", slice.stream().map(Mark::absent).toArray(Boolean[]::new))
                .param(
                        "insisting",
                        slice.stream()
                                .filter(Mark::insists)
                                .map(it -> it.learner().id())
                                .distinct()
                                .toArray(Long[]::new))
                .update();
        jdbc.sql("update learning.enrolment set results_at = now() where id = any(:ids) and results_at is null")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private void writeModules(long batchId, Collection<ModuleRef> modules, Grading grading) {
        var wanted = List.copyOf(modules);
        images.keepModules(
                batchId,
                wanted.stream().map(ModuleRef::occupationCode).distinct().toList(),
                wanted.stream().map(ModuleRef::cohort).distinct().toList());
        jdbc.sql("""
                insert into learning.module (institution_id, occupation_code, cohort, code, name, credits, condition, first_batch_id)
                select :own, n.occupation, n.cohort, n.code, n.name, n.credits, n.condition, :batch
                  from unnest(:occupations::text[], :cohorts::integer[], :codes::text[], :names::text[], :credits::numeric[],
                              :conditions::boolean[]) as n (occupation, cohort, code, name, credits, condition)
                on conflict (institution_id, occupation_code, cohort, code, name) do update
                  set credits = excluded.credits, condition = excluded.condition
                  where (module.credits, module.condition) is distinct from (excluded.credits, excluded.condition)
                """)
                .param("batch", batchId)
                .param("own", Scope.current().institutionId())
                .param(
                        "occupations",
                        wanted.stream().map(ModuleRef::occupationCode).toArray(String[]::new))
                .param("cohorts", wanted.stream().map(ModuleRef::cohort).toArray(Integer[]::new))
                .param("codes", wanted.stream().map(ModuleRef::code).toArray(String[]::new))
                .param("names", wanted.stream().map(ModuleRef::name).toArray(String[]::new))
                .param("credits", wanted.stream().map(ModuleRef::credits).toArray(BigDecimal[]::new))
                .param(
                        "conditions",
                        wanted.stream()
                                .map(it -> grading.isCondition(it.name()))
                                .toArray(Boolean[]::new))
                .update();
    }

    /** Sets new modules down beside the register, to be written with the rows that name them; answers with them and their ids. */
    List<ModuleRef> stageModules(long batchId, Collection<ModuleRef> modules, Grading grading) {
        var wanted = List.copyOf(modules);
        var ids = jdbc.sql("""
                select id from learning.stage_modules(:batch, :occupations, :cohorts, :codes, :names, :credits, :conditions)
                """)
                .param("batch", batchId)
                .param(
                        "occupations",
                        wanted.stream().map(ModuleRef::occupationCode).toArray(String[]::new))
                .param("cohorts", wanted.stream().map(ModuleRef::cohort).toArray(Integer[]::new))
                .param("codes", wanted.stream().map(ModuleRef::code).toArray(String[]::new))
                .param("names", wanted.stream().map(ModuleRef::name).toArray(String[]::new))
                .param("credits", wanted.stream().map(ModuleRef::credits).toArray(BigDecimal[]::new))
                .param(
                        "conditions",
                        wanted.stream()
                                .map(it -> grading.isCondition(it.name()))
                                .toArray(Boolean[]::new))
                .query(Long.class)
                .list();
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> wanted.get(i).numbered(ids.get(i)))
                .toList();
    }

    private void told(List<Long> enrolmentIds, long batchId) {
        acts.record(
                ActKind.RESULTS_RECORDED,
                "enrolment",
                enrolmentIds,
                Scope.current().institutionId(),
                "Theo tệp số " + batchId,
                null);
    }

    List<String> obstacles(long batchId) {
        var obstacles = new ArrayList<String>();
        obstacle(obstacles, "%d kết quả đã được một tệp sau hoặc sổ điểm ghi tiếp", """
                select count(*) from learning.image i
                  join learning.result r on i.place = 'result' and r.enrolment_id = i.id and r.module_code = i.part
                 where i.batch_id = :batch and r.batch_id is distinct from :batch
                   and (r.mark, r.absent) is distinct from ((i.before ->> 'mark')::numeric, (i.before ->> 'absent')::boolean)
                """, batchId);
        obstacle(obstacles, "%d kết quả do tệp này ghi đã được sửa tay", """
                select count(*) from learning.result where batch_id = :batch and by_hand
                """, batchId);
        obstacle(obstacles, "%d người học đã được công nhận tốt nghiệp", """
                select count(distinct e.id) from learning.enrolment e join learning.result r on r.enrolment_id = e.id
                 where r.batch_id = :batch and e.status = 'GRADUATED'
                """, batchId);
        return obstacles;
    }

    private void obstacle(List<String> obstacles, String sentence, String sql, long batchId) {
        var count = jdbc.sql(sql).param("batch", batchId).query(Long.class).single();
        if (count > 0) {
            obstacles.add(sentence.formatted(count));
        }
    }

    int undo(long batchId) {
        var touched = jdbc.sql("select count(distinct enrolment_id) from learning.result where batch_id = :batch")
                .param("batch", batchId)
                .query(Integer.class)
                .single();
        images.restoreResults(batchId);
        return touched;
    }

    private record Line(
            String studentCode,
            String fullName,
            String code,
            String name,
            BigDecimal credits,
            @Nullable BigDecimal mark,
            boolean absent) {}

    /** Every mark of the college, one row each. */
    List<Extract> extractLong() {
        var rows = jdbc.sql("""
                select e.student_code, l.full_name, m.code, m.name, m.credits, r.mark, r.absent
                  from learning.result r join learning.enrolment e on e.id = r.enrolment_id join learning.learner l on l.id = e.learner_id
                  join learning.module m on m.id = r.module_id
                 where e.institution_id = :own and (r.mark is not null or r.absent) order by e.student_code, m.code
                """).param("own", Scope.current().institutionId()).query(Line.class).list().stream()
                .map(it -> List.of(
                        it.studentCode(),
                        it.fullName(),
                        it.code(),
                        it.name(),
                        it.credits().stripTrailingZeros().toPlainString().replace('.', ','),
                        MarkSheet.shown(it.mark(), it.absent())))
                .toList();
        var headers =
                List.of("Mã HSSV", "Họ và tên", "Mã môn học, mô-đun", "Tên môn học, mô-đun", "Số tín chỉ", "Điểm");
        var extracts = new ArrayList<Extract>();
        for (var from = 0; from == 0 || from < rows.size(); from += SHEET_ROWS) {
            extracts.add(new Extract(
                    "Kết quả " + (from / SHEET_ROWS + 1),
                    headers,
                    List.of(),
                    rows.subList(from, Math.min(rows.size(), from + SHEET_ROWS))));
        }
        return extracts;
    }

    /** Rows on their way to the stage, by COPY. */
    final class Copying {

        private final long batchId;
        private final StringBuilder text = new StringBuilder(COPY_BUFFER + 1024);

        private Copying(long batchId) {
            this.batchId = batchId;
        }

        void row(
                int number, Ref learner, ModuleRef module, @Nullable BigDecimal mark, boolean absent, boolean insists) {
            text.append(batchId)
                    .append('\t')
                    .append(number)
                    .append('\t')
                    .append(learner.id())
                    .append('\t');
            text.append(module.id()).append('\t').append(escaped(module.code())).append('\t');
            text.append(learner.siteId() == null ? "\\N" : learner.siteId()).append('\t');
            text.append(mark == null ? "\\N" : mark.toPlainString()).append('\t');
            text.append(absent ? 't' : 'f')
                    .append('\t')
                    .append(insists ? 't' : 'f')
                    .append('\n');
            if (text.length() > COPY_BUFFER) {
                flush();
            }
        }

        void flush() {
            if (text.isEmpty()) {
                return;
            }
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy learning.staged_result (batch_id, row_no, enrolment_id, module_id, module_code, site_id, mark, absent, insists) from stdin",
                                new java.io.ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
                text.setLength(0);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }

        private static String escaped(String text) {
            return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
        }
    }

    Copying copy(long batchId) {
        return new Copying(batchId);
    }

    List<Streamed.Twin> stagedTwins(long batchId) {
        return jdbc.sql("select row_no as row, first_row as first from learning.staged_twins(:batch)")
                .param("batch", batchId)
                .query(Streamed.Twin.class)
                .list();
    }

    Streamed.Effect stagedEffect(long batchId) {
        return jdbc.sql("select fresh, changed, unchanged, kept from learning.staged_effect(:batch)")
                .param("batch", batchId)
                .query(Streamed.Effect.class)
                .single();
    }

    void unstage(long batchId) {
        jdbc.sql("select learning.unstage(:batch, null)")
                .param("batch", batchId)
                .query((row, i) -> i)
                .list();
    }

    void unstage(long batchId, List<Integer> rows) {
        jdbc.sql("select learning.unstage(:batch, :rows)")
                .param("batch", batchId)
                .param("rows", rows.toArray(Integer[]::new))
                .query((row, i) -> i)
                .list();
    }

    long commitStaged(long batchId) {
        var written = jdbc.sql("select learning.commit_staged(:batch)")
                .param("batch", batchId)
                .query(Long.class)
                .single();
        var enrolments = (Long[]) Objects.requireNonNull(jdbc.sql("select learning.staged_enrolments(:batch)")
                .param("batch", batchId)
                .query((row, i) -> row.getArray(1).getArray())
                .single());
        told(List.of(enrolments), batchId);
        return written;
    }
}
