package vn.lanhnghe.credential.life;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.database.Scope;

/** What becomes of the diplomas themselves, and what else is known of them. */
@Repository
class LifeRepository {

    static final RowMapper<Diploma> DIPLOMA = new SimplePropertyRowMapper<>(Diploma.class);

    private final JdbcClient jdbc;

    LifeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void turn(Collection<Long> ids, DiplomaState to, boolean ends, @Nullable String decision, String reason) {
        jdbc.sql("""
                update credential.diploma set state = :state, state_at = now(), state_by_name = :by, state_decision = :decision,
                       state_reason = :reason, ended_at = case when :ends then now() end
                 where id = any(:ids)
                """)
                .param("state", to.name())
                .param("by", Scope.current().actor())
                .param("decision", decision)
                .param("reason", reason)
                .param("ends", ends)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Ends diplomas whose place others take; {@code reasons} by id. */
    void replace(Map<Long, String> reasons, String decision) {
        var ids = List.copyOf(reasons.keySet());
        jdbc.sql("""
                update credential.diploma d set state = 'REPLACED', state_at = now(), state_by_name = :by, state_decision = :decision,
                       state_reason = n.reason, ended_at = now()
                  from unnest(:ids::bigint[], :reasons::text[]) as n (id, reason)
                 where d.id = n.id and d.state = 'VALID'
                """)
                .param("by", Scope.current().actor())
                .param("decision", decision)
                .param("ids", ids.toArray(Long[]::new))
                .param("reasons", ids.stream().map(reasons::get).toArray(String[]::new))
                .update();
    }

    /** The diplomas with these ids, by id; held until the transaction ends. */
    Map<Long, Diploma> lock(Collection<Long> ids) {
        return jdbc
                .sql("select " + Diploma.COLUMNS
                        + "from credential.diploma d where d.id = any(:ids) order by d.id for update")
                .param("ids", ids.toArray(Long[]::new))
                .query(Diploma.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Diploma::id, it -> it));
    }

    /** Which of these diplomas another is on its way to take the place of, with the decision that orders it. */
    Map<Long, String> listGivingWay(Collection<Long> ids) {
        return jdbc
                .sql("""
                select n.replaces as id, c.number from credential.diploma n join credential.decision c on c.id = n.decision_id
                 where n.replaces = any(:ids) and n.state in ('PREPARED', 'CHECKED', 'SIGNED')
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> Map.entry(row.getLong("id"), Objects.toString(row.getString("number"), "")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a learner's record says today. */
    record Recorded(long enrolmentId, String fullName, LocalDate birthDate) {}

    Map<Long, Recorded> listRecorded(Collection<Long> enrolmentIds) {
        return jdbc
                .sql(
                        "select enrolment_id, full_name, birth_date from learning.study_record where enrolment_id = any(:ids)")
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .query(Recorded.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Recorded::enrolmentId, it -> it));
    }

    /** A line of what stands beside a diploma. */
    private record Line(
            long rulingId,
            Turn turn,
            String decision,
            LocalDate decidedOn,
            OffsetDateTime doneAt,
            @Nullable Correctable field,
            @Nullable String before,
            @Nullable String after) {}

    /** Open to everybody who holds the code. */
    List<Annotation> annotations(String code) {
        var lines =
                jdbc
                        .sql("select * from credential.rulings_of(:code)")
                        .param("code", code)
                        .query(Line.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Line::rulingId, LinkedHashMap::new, Collectors.toList()));
        var annotations = new ArrayList<Annotation>();
        lines.values().forEach(it -> {
            var first = it.getFirst();
            annotations.add(new Annotation(
                    first.rulingId(),
                    first.turn(),
                    first.decision(),
                    first.decidedOn(),
                    first.doneAt(),
                    it.stream()
                            .filter(line -> line.field() != null)
                            .map(line -> new Annotation.Correction(
                                    Objects.requireNonNull(line.field()),
                                    Objects.toString(line.before(), ""),
                                    Objects.toString(line.after(), "")))
                            .toList()));
        });
        return annotations;
    }

    List<Annotation.Kin> kin(String code) {
        return jdbc.sql("select * from credential.kin_of(:code)")
                .param("code", code)
                .query(Annotation.Kin.class)
                .list();
    }
}
