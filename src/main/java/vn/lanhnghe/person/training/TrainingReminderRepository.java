package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrainingReminderRepository {

    private static final String LAST = """
            select distinct on (institution_id, kind) institution_id, kind, missing, due_on, note, sent_on, sent_by_name from person.training_reminder
            """;
    private static final String NEWEST = " order by institution_id, kind, sent_on desc";

    private final JdbcClient jdbc;

    TrainingReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last word to each school about a kind. */
    List<TrainingReminder> list(String kind) {
        return jdbc.sql(LAST + "where kind = :kind" + NEWEST)
                .param("kind", kind)
                .query(TrainingReminder.class)
                .list();
    }

    /** The last word to one school about each kind, if its day is still to come or was after the one given. */
    List<TrainingReminder> listOf(long institutionId, LocalDate after) {
        return jdbc.sql(LAST + "where institution_id = :institution and due_on > :after" + NEWEST)
                .param("institution", institutionId)
                .param("after", after)
                .query(TrainingReminder.class)
                .list();
    }

    /** Those who were told now; who was told that day already is not told again. */
    List<Long> insert(
            String kind,
            List<Lack.School> schools,
            LocalDate dueOn,
            String note,
            OffsetDateTime at,
            LocalDate today,
            String by) {
        return jdbc.sql("""
                insert into person.training_reminder (kind, institution_id, missing, due_on, note, sent_on, sent_at, sent_by_name)
                select :kind, u.id, u.missing, :due, :note, :today, :at, :by from unnest(:ids::bigint[], :missing::integer[]) u (id, missing)
                on conflict (institution_id, kind, sent_on) do nothing returning institution_id
                """)
                .param("kind", kind)
                .param("due", dueOn)
                .param("note", note)
                .param("today", today)
                .param("at", at)
                .param("by", by)
                .param("ids", schools.stream().map(Lack.School::institutionId).toArray(Long[]::new))
                .param("missing", schools.stream().map(it -> (int) it.missing()).toArray(Integer[]::new))
                .query(Long.class)
                .list();
    }
}
