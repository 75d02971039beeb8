package vn.lanhnghe.target.task;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.target.task.Task.Extension;
import vn.lanhnghe.target.task.Task.Milestone;
import vn.lanhnghe.target.task.Task.Partner;
import vn.lanhnghe.target.task.Task.Report;
import vn.lanhnghe.target.task.Task.Rule;

@Repository
class TaskRepository {

    private static final String SELECT = """
            select t.id, t.text_code, (select min(r.text_id) from law.reference r where r.text_code = t.text_code) as text_id, t.title, t.product, t.lead_id,
                   coalesce(i.name, 'Sở Giáo dục và Đào tạo') as lead, t.due_on, t.first_due_on,
                   (select min(m.due_on) from target.task_milestone m where m.task_id = t.id and m.done_on is null) as next_on,
                   coalesce((select p.percent from target.task_report p where p.task_id = t.id and p.institution_id is not distinct from t.lead_id
                              order by p.id desc limit 1), 0) as percent,
                   exists (select from target.task_extension x where x.task_id = t.id and x.granted is null) as waiting,
                   t.made_by_name, t.made_at, t.closed_on, t.closed_by_name, t.close_reason
              from target.task t left join institution.directory i on i.id = t.lead_id
            """;

    private static final String CHOSEN = """
             where (not :open or t.closed_on is null) and (not :overdue or (t.closed_on is null and t.due_on < :today))
            """;

    private final JdbcClient jdbc;

    TaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Task> list(boolean open, boolean overdue, LocalDate today, int limit, int offset) {
        return jdbc.sql(SELECT + CHOSEN
                        + " order by t.closed_on is not null, t.due_on, t.id limit :limit offset :offset")
                .param("open", open)
                .param("overdue", overdue)
                .param("today", today)
                .param("limit", limit)
                .param("offset", offset)
                .query(Task.class)
                .list();
    }

    long count(boolean open, boolean overdue, LocalDate today) {
        return jdbc.sql("select count(*) from target.task t" + CHOSEN)
                .param("open", open)
                .param("overdue", overdue)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** How many tasks each lead has: open, overdue, closed. */
    List<Task.Unit> listUnits(LocalDate today) {
        return jdbc.sql("""
                select coalesce(i.name, 'Sở Giáo dục và Đào tạo') as name, count(*) filter (where t.closed_on is null) as open,
                       count(*) filter (where t.closed_on is null and t.due_on < :today) as overdue, count(*) filter (where t.closed_on is not null) as closed
                  from target.task t left join institution.directory i on i.id = t.lead_id
                 group by t.lead_id, i.name, i.sort_key order by 3 desc, 2 desc, i.sort_key nulls first limit 100
                """).param("today", today).query(Task.Unit.class).list();
    }

    Optional<Task> find(long id) {
        return jdbc.sql(SELECT + "where t.id = :id")
                .param("id", id)
                .query(Task.class)
                .optional();
    }

    Rule rule(LocalDate day) {
        return jdbc.sql(
                        "select remind_days, escalate_days, note from target.task_rule where valid_from <= :day order by valid_from desc limit 1")
                .param("day", day)
                .query(Rule.class)
                .single();
    }

    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        jdbc.sql("select distinct text_code from law.reference order by text_code")
                .query((row, i) -> texts.put(row.getString(1), row.getString(1)))
                .list();
        return texts;
    }

    Map<String, Long> institutions(Collection<String> codes) {
        var ids = new LinkedHashMap<String, Long>();
        jdbc.sql("select code, id from institution.directory where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, i) -> ids.put(row.getString(1), row.getLong(2)))
                .list();
        return ids;
    }

    List<Partner> listPartners(long task) {
        return jdbc.sql("""
                select i.id, i.name from target.task_partner p join institution.directory i on i.id = p.institution_id where p.task_id = :id order by i.sort_key
                """).param("id", task).query(Partner.class).list();
    }

    List<Report> listReports(long task) {
        return jdbc.sql("""
                select r.id, r.institution_id, coalesce(i.name, 'Sở Giáo dục và Đào tạo') as institution, r.percent, r.words, r.evidence, r.evidence_name, r.by_name, r.at
                  from target.task_report r left join institution.directory i on i.id = r.institution_id where r.task_id = :id order by r.id desc
                """).param("id", task).query(Report.class).list();
    }

    List<Extension> listExtensions(long task) {
        return jdbc.sql("""
                select id, wanted_on, reason, asked_by_name, asked_at, granted, answer, answered_by_name from target.task_extension where task_id = :id order by id desc
                """).param("id", task).query(Extension.class).list();
    }

    List<Milestone> listMilestones(long task) {
        return jdbc.sql(
                        "select place, name, due_on, done_on, done_by_name from target.task_milestone where task_id = :id order by place")
                .param("id", task)
                .query(Milestone.class)
                .list();
    }

    boolean reach(long task, int place, LocalDate day, String by) {
        return jdbc.sql("""
                update target.task_milestone set done_on = :day, done_by_name = :by where task_id = :id and place = :place and done_on is null
                """)
                        .param("id", task)
                        .param("place", place)
                        .param("day", day)
                        .param("by", by)
                        .update()
                == 1;
    }

    long insert(
            NewTask task, @Nullable Long lead, Collection<Long> partners, List<Milestone> milestones, String maker) {
        var id = jdbc.sql("""
                insert into target.task (text_code, title, product, lead_id, due_on, first_due_on, made_by_name)
                values (:text, :title, :product, :lead, :due, :due, :maker) returning id
                """)
                .param("text", task.textCode())
                .param("title", task.title())
                .param("product", task.product())
                .param("lead", lead)
                .param("due", task.dueOn())
                .param("maker", maker)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into target.task_partner (task_id, institution_id) select :id, unnest(cast(:partners as bigint[]))")
                .param("id", id)
                .param("partners", partners.toArray(Long[]::new))
                .update();
        for (var it : milestones) {
            jdbc.sql(
                            "insert into target.task_milestone (task_id, place, name, due_on) values (:id, :place, :name, :due)")
                    .param("id", id)
                    .param("place", it.place())
                    .param("name", it.name())
                    .param("due", it.dueOn())
                    .update();
        }
        return id;
    }

    void report(
            long task,
            @Nullable Long institution,
            int percent,
            String words,
            @Nullable String evidence,
            @Nullable String evidenceName,
            String by) {
        jdbc.sql("""
                insert into target.task_report (task_id, institution_id, percent, words, evidence, evidence_name, by_name)
                values (:id, :institution, :percent, :words, :evidence, :name, :by)
                """)
                .param("id", task)
                .param("institution", institution)
                .param("percent", percent)
                .param("words", words)
                .param("evidence", evidence)
                .param("name", evidenceName)
                .param("by", by)
                .update();
    }

    void ask(long task, LocalDate wanted, String reason, String by) {
        jdbc.sql(
                        "insert into target.task_extension (task_id, wanted_on, reason, asked_by_name) values (:id, :wanted, :reason, :by)")
                .param("id", task)
                .param("wanted", wanted)
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** Answers the open request; a granted one moves the due day. */
    int answer(long task, boolean granted, String words, String by) {
        if (granted) {
            jdbc.sql("""
                    update target.task set due_on = (select x.wanted_on from target.task_extension x where x.task_id = :id and x.granted is null)
                     where id = :id and exists (select from target.task_extension x where x.task_id = :id and x.granted is null)
                    """).param("id", task).update();
        }
        return jdbc.sql("""
                update target.task_extension set granted = :granted, answer = :words, answered_by_name = :by, answered_at = now()
                 where task_id = :id and granted is null
                """)
                .param("id", task)
                .param("granted", granted)
                .param("words", words)
                .param("by", by)
                .update();
    }

    int close(long task, LocalDate day, String by, String reason) {
        return jdbc.sql(
                        "update target.task set closed_on = :day, closed_by_name = :by, close_reason = :reason where id = :id and closed_on is null")
                .param("id", task)
                .param("day", day)
                .param("by", by)
                .param("reason", reason)
                .update();
    }
}
