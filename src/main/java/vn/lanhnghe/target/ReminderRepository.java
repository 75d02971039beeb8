package vn.lanhnghe.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReminderRepository {

    private static final String LAST = """
            select distinct on (institution_id, target_code, milestone) id, target_code, milestone, institution_id, due_on, note, sent_by_name, sent_at
              from target.reminder
            """;
    private static final String NEWEST = " order by institution_id, target_code, milestone, id desc";

    private final JdbcClient jdbc;

    ReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last reminder of each of these institutions for a target's milestone. */
    Map<Long, Reminder> list(String code, int milestone, Collection<Long> institutions) {
        return jdbc
                .sql(LAST + "where target_code = :code and milestone = :milestone and institution_id = any(:ids)"
                        + NEWEST)
                .param("code", code)
                .param("milestone", milestone)
                .param("ids", institutions.toArray(Long[]::new))
                .query(Reminder.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Reminder::institutionId, Function.identity()));
    }

    /** The last reminder for each target and milestone of one institution. */
    List<Reminder> listOf(long institution) {
        return jdbc.sql(LAST + "where institution_id = :institution" + NEWEST)
                .param("institution", institution)
                .query(Reminder.class)
                .list();
    }

    void insert(String code, int milestone, Collection<Long> institutions, LocalDate dueOn, String note, String by) {
        jdbc.sql("""
                insert into target.reminder (target_code, milestone, institution_id, due_on, note, sent_by_name)
                select :code, :milestone, id, :due, :note, :by from unnest(:ids::bigint[]) id
                """)
                .param("code", code)
                .param("milestone", milestone)
                .param("ids", institutions.toArray(Long[]::new))
                .param("due", dueOn)
                .param("note", note)
                .param("by", by)
                .update();
    }
}
