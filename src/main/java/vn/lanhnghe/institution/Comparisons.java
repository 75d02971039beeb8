package vn.lanhnghe.institution;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Lists;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Đối chiếu danh sách: another office's list beside the register; the program proposes, a person decides. */
@Service
public class Comparisons {

    /** A list that was compared, and how far its rows are decided. */
    public record Comparison(
            long id,
            String fileName,
            String uploadedBy,
            OffsetDateTime uploadedAt,
            long rows,
            long accepted,
            long absent,
            long open) {}

    /** A row of the other list; {@code candidates} by id, best first, each with its score from 0 to 1. */
    public record Row(
            long id,
            int rowNo,
            @Nullable String code,
            String name,
            @Nullable String other,
            List<Long> candidates,
            List<Double> scores,
            @Nullable Long matchedId,
            String decision,
            @Nullable String decidedBy) {

        public double best() {
            return scores.isEmpty() ? 0 : scores.getFirst();
        }
    }

    private static final int CANDIDATES = 4;
    private static final int HEADER_WITHIN = 30;
    private static final List<String> NAME_HEADERS = List.of(
            "ten co so",
            "ten truong",
            "ten don vi",
            "ten co so gdnn",
            "ten co so giao duc nghe nghiep",
            "co so",
            "ten",
            "don vi",
            "ten co so dao tao",
            "name");
    private static final List<String> CODE_HEADERS =
            List.of("ma", "ma truong", "ma co so", "ma don vi", "ma csgdnn", "code");

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Pen pen;

    Comparisons(JdbcClient jdbc, Acts acts, Pen pen) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.pen = pen;
    }

    List<Comparison> list() {
        return jdbc.sql(SELECT + "group by c.id order by c.id desc limit 100")
                .query(Comparison.class)
                .list();
    }

    private static final String SELECT = """
            select c.id, c.file_name, c.uploaded_by, c.uploaded_at, count(r.id) as rows, count(r.id) filter (where r.decision = 'ACCEPTED') as accepted,
                   count(r.id) filter (where r.decision = 'ABSENT') as absent, count(r.id) filter (where r.decision = 'OPEN') as open
              from institution.comparison c left join institution.comparison_row r on r.comparison_id = c.id
            """;

    Optional<Comparison> find(long id) {
        return jdbc.sql(SELECT + "where c.id = :id group by c.id")
                .param("id", id)
                .query(Comparison.class)
                .optional();
    }

    /** The rows of a comparison; {@code decision} is empty for all. */
    List<Row> listRows(long comparison, String decision, int limit, int offset) {
        return jdbc.sql("""
                select id, row_no, code, name, other, candidates, scores, matched_id, decision, decided_by
                  from institution.comparison_row where comparison_id = :comparison and (:decision = '' or decision = :decision)
                 order by row_no limit :limit offset :offset
                """)
                .param("comparison", comparison)
                .param("decision", decision)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new Row(
                        row.getLong("id"),
                        row.getInt("row_no"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("other"),
                        List.of((Long[]) row.getArray("candidates").getArray()),
                        List.of((java.math.BigDecimal[]) row.getArray("scores").getArray()).stream()
                                .map(java.math.BigDecimal::doubleValue)
                                .toList(),
                        row.getObject("matched_id", Long.class),
                        row.getString("decision"),
                        row.getString("decided_by")))
                .list();
    }

    /** Reads a list and proposes for each row the most alike of the register; decides nothing. */
    long compare(String fileName, byte[] file) {
        officer();
        var lines = Lists.read(file);
        var header = header(lines);
        var nameAt = column(header, NAME_HEADERS);
        var codeAt = column(header, CODE_HEADERS);
        var rows = lines.stream()
                .filter(it -> it.number() > header.number())
                .filter(it ->
                        nameAt < it.cells().size() && it.cells().get(nameAt).length() > 2)
                .toList();
        if (rows.isEmpty()) {
            throw new Refusal(
                    "Tệp có dòng tiêu đề ở dòng %d nhưng không có dòng nào ghi tên cơ sở.".formatted(header.number()));
        }
        return pen.raised(() -> {
            var names = names();
            var match = NameMatch.over(names.keySet());
            var id = jdbc.sql(
                            "insert into institution.comparison (file_name, uploaded_by) values (:file, :actor) returning id")
                    .param("file", fileName.isBlank() ? "không tên" : fileName)
                    .param("actor", Scope.current().actor())
                    .query(Long.class)
                    .single();
            insert(id, rows, nameAt, codeAt, names, match);
            acts.record(
                    ActKind.LISTS_RECONCILED,
                    new Subject("comparison", id, null),
                    "Đối chiếu tệp %s: %d dòng".formatted(fileName, rows.size()),
                    null);
            return id;
        });
    }

    private static Lists.Line header(List<Lists.Line> lines) {
        return lines.stream()
                .filter(it -> it.number() <= HEADER_WITHIN)
                .filter(it -> column(it, NAME_HEADERS) >= 0)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "Không thấy cột tên cơ sở trong %d dòng đầu. Đặt tiêu đề cột là “Tên cơ sở” hoặc “Tên trường”; cột “Mã” có cũng được, không cũng được."
                                .formatted(HEADER_WITHIN)));
    }

    private static int column(Lists.Line line, List<String> headers) {
        for (var header : headers) {
            for (var i = 0; i < line.cells().size(); i++) {
                if (Vietnamese.fold(line.cells().get(i))
                        .replaceAll("[^a-z0-9 ]", "")
                        .strip()
                        .equals(header)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Every name that an institution bears or bore, or is called by. */
    private Map<String, Long> names() {
        var names = new HashMap<String, Long>();
        jdbc.sql("""
                select v.name, v.institution_id from institution.version v where v.superseded_at is null
                union all select a.name, a.institution_id from institution.alias a where a.valid_to is null
                union all select i.name, i.id from institution.institution i
                """)
                .query((row, i) -> names.put(row.getString(1), row.getLong(2)))
                .list();
        return names;
    }

    private void insert(
            long comparison, List<Lists.Line> rows, int nameAt, int codeAt, Map<String, Long> names, NameMatch match) {
        var found = rows.stream()
                .map(it -> best(it.cells().get(nameAt), names, match))
                .toList();
        jdbc.sql("""
                insert into institution.comparison_row (comparison_id, row_no, code, name, other, candidates, scores)
                select :comparison, r.row_no, nullif(r.code, ''), r.name, nullif(r.other, ''), r.candidates::bigint[], r.scores::numeric[]
                  from unnest(:rows::integer[], :codes::text[], :names::text[], :others::text[], :candidates::text[], :scores::text[])
                    as r (row_no, code, name, other, candidates, scores)
                """)
                .param("comparison", comparison)
                .param("rows", rows.stream().map(Lists.Line::number).toArray(Integer[]::new))
                .param(
                        "codes",
                        rows.stream()
                                .map(it -> codeAt >= 0 && codeAt < it.cells().size()
                                        ? it.cells().get(codeAt)
                                        : "")
                                .toArray(String[]::new))
                .param("names", rows.stream().map(it -> it.cells().get(nameAt)).toArray(String[]::new))
                .param(
                        "others",
                        rows.stream().map(it -> others(it, nameAt, codeAt)).toArray(String[]::new))
                .param(
                        "candidates",
                        found.stream()
                                .map(it -> it.keySet().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(",", "{", "}")))
                                .toArray(String[]::new))
                .param(
                        "scores",
                        found.stream()
                                .map(it -> it.values().stream()
                                        .map(score -> String.format(java.util.Locale.ROOT, "%.3f", score))
                                        .collect(Collectors.joining(",", "{", "}")))
                                .toArray(String[]::new))
                .update();
    }

    private static Map<Long, Double> best(String name, Map<String, Long> names, NameMatch match) {
        var best = new java.util.LinkedHashMap<Long, Double>();
        for (var candidate : match.best(name, CANDIDATES * 3)) {
            var id = names.get(candidate.name());
            if (id != null && best.size() < CANDIDATES && candidate.score() > 0.2) {
                best.putIfAbsent(id, candidate.score());
            }
        }
        return best;
    }

    private static String others(Lists.Line line, int nameAt, int codeAt) {
        var others = new ArrayList<String>();
        for (var i = 0; i < line.cells().size(); i++) {
            if (i != nameAt && i != codeAt && !line.cells().get(i).isEmpty()) {
                others.add(line.cells().get(i));
            }
        }
        var text = String.join(" · ", others);
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    /** Decides a row: it is this institution, or (null) none of the register. */
    void decide(long comparison, long row, @Nullable Long institution) {
        officer();
        var known = listRows(comparison, "", Integer.MAX_VALUE, 0).stream()
                .filter(it -> it.id() == row)
                .findFirst()
                .orElseThrow(() -> new NotFound("Bảng đối chiếu này không có dòng đó."));
        if (institution != null && !known.candidates().contains(institution)) {
            throw new Refusal("Cơ sở này không nằm trong các đề xuất của dòng. Hãy chọn trong danh sách.");
        }
        pen.raised(() -> {
            write(List.of(row), institution);
            return row;
        });
    }

    /** Takes the best proposal of every open row that is alike enough and of no other row's; answers with how many. */
    int acceptAlike(long comparison) {
        officer();
        var open = listRows(comparison, "OPEN", Integer.MAX_VALUE, 0).stream()
                .filter(it -> it.best() >= NameMatch.SAME)
                .toList();
        var taken = open.stream()
                .collect(Collectors.groupingBy(it -> it.candidates().getFirst(), Collectors.counting()));
        var sure = open.stream()
                .filter(it -> taken.getOrDefault(it.candidates().getFirst(), 0L) == 1)
                .toList();
        if (sure.isEmpty()) {
            throw new Refusal("Không còn dòng nào đủ giống một cơ sở duy nhất. Hãy quyết định từng dòng.");
        }
        return pen.raised(() -> {
            jdbc.sql("""
                    update institution.comparison_row r set decision = 'ACCEPTED', matched_id = r.candidates[1], decided_by = :actor, decided_at = now()
                     where r.id = any(:ids) and r.decision = 'OPEN'
                    """)
                    .param("actor", Scope.current().actor())
                    .param("ids", sure.stream().map(Row::id).toArray(Long[]::new))
                    .update();
            acts.record(
                    ActKind.LISTS_RECONCILED,
                    new Subject("comparison", comparison, null),
                    "Nhận %d cặp giống nhau".formatted(sure.size()),
                    null);
            return sure.size();
        });
    }

    /** Takes decisions back, for one row or (null) for all. */
    void reopen(long comparison, @Nullable Long row) {
        officer();
        pen.raised(() ->
                jdbc.sql("""
                update institution.comparison_row set decision = 'OPEN', matched_id = null, decided_by = null, decided_at = null
                 where comparison_id = :comparison and (:row::bigint is null or id = :row::bigint)
                """).param("comparison", comparison).param("row", row).update());
    }

    private void write(Collection<Long> rows, @Nullable Long institution) {
        jdbc.sql("""
                update institution.comparison_row set decision = :decision, matched_id = :institution::bigint, decided_by = :actor, decided_at = now()
                 where id = any(:rows)
                """)
                .param("decision", institution == null ? "ABSENT" : "ACCEPTED")
                .param("institution", institution)
                .param("actor", Scope.current().actor())
                .param("rows", rows.toArray(Long[]::new))
                .update();
    }

    /** Open institutions of the register that no row of the other list was matched with. */
    List<InstitutionRepository.Choice> listMissing(long comparison) {
        return jdbc.sql("""
                select i.code, i.name as label from institution.institution i
                 where i.status <> 'CLOSED' and not exists (select from institution.comparison_row r
                        where r.comparison_id = :comparison and r.matched_id = i.id)
                 order by i.sort_key limit 2000
                """)
                .param("comparison", comparison)
                .query(InstitutionRepository.Choice.class)
                .list();
    }

    private void officer() {
        if (!pen.ofTheCity()) {
            throw new Refusal("Chỉ chuyên viên Sở đối chiếu danh sách.");
        }
    }
}
