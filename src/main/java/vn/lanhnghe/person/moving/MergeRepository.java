package vn.lanhnghe.person.moving;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.ui.Paging;

@Repository
class MergeRepository {

    /** Namesakes in such numbers are no hint any more. */
    private static final int CROWD = 12;

    /** Two records that may be one person's, and what speaks for it. */
    record Candidate(
            long firstId,
            long secondId,
            String firstName,
            String secondName,
            @Nullable LocalDate firstBorn,
            @Nullable LocalDate secondBorn,
            String why,
            String firstPlaces,
            String secondPlaces) {}

    /** A merge that was done. */
    record Merge(
            long id,
            long keptId,
            String fullName,
            String keptNumber,
            String goneNumber,
            String reason,
            String actor,
            OffsetDateTime mergedAt,
            @Nullable OffsetDateTime undoneAt) {}

    private static final RowMapper<Candidate> CANDIDATE = new SimplePropertyRowMapper<>(Candidate.class);

    private final JdbcClient jdbc;

    MergeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Pairs that may be one person, wherever the two work. Each reason puts together who is equal in something, so that nobody is held
     * against everybody; names are compared without their marks. No two records bear the same citizen number, so a number hints by a
     * slip of the pen.
     */
    private static final String CANDIDATES = """
            with people as materialized (
              select p.id, p.name_folded, p.birth_date, p.phone, lower(p.email) as email, p.citizen_id,
                     split_part(p.name_folded, ' ', 1) || ' ' || split_part(p.name_folded, ' ', -1) as ends
                from person.person p where p.merged_into is null),
            alike as (
              select 'cùng họ tên và ngày sinh' as why, false as renamed, false as misspelt, array_agg(id) as ids
                from people where birth_date is not null group by name_folded, birth_date having count(*) between 2 and :crowd
              union all
              select 'cùng họ tên và số điện thoại', false, false, array_agg(id) from people where phone is not null group by name_folded, phone having count(*) between 2 and :crowd
              union all
              select 'cùng họ, tên và ngày sinh, khác tên đệm', true, false, array_agg(id) from people where birth_date is not null group by ends, birth_date having count(*) between 2 and :crowd
              union all
              select 'cùng ngày sinh và số điện thoại', true, false, array_agg(id) from people where birth_date is not null and phone is not null group by birth_date, phone having count(*) between 2 and :crowd
              union all
              select 'cùng ngày sinh và thư điện tử', true, false, array_agg(id) from people where birth_date is not null and email is not null group by birth_date, email having count(*) between 2 and :crowd
              union all
              select 'cùng họ tên, số định danh lệch một, hai chữ số', false, true, array_agg(id) from people where citizen_id is not null group by name_folded, left(citizen_id, 6) having count(*) between 2 and :crowd
              union all
              select 'cùng họ tên, số định danh lệch một, hai chữ số', false, true, array_agg(id) from people where citizen_id is not null group by name_folded, right(citizen_id, 6) having count(*) between 2 and :crowd),
            told as materialized (
              select a.id as first_id, b.id as second_id, a.sort_key, string_agg(distinct g.why, '; ' order by g.why) as why
                from alike g cross join unnest(g.ids) x cross join unnest(g.ids) y
                join person.person a on a.id = x join person.person b on b.id = y
               where x < y and (not g.renamed or a.name_folded <> b.name_folded)
                 and (not g.misspelt
                      or (select count(*) from generate_series(1, 12) i where substr(a.citizen_id, i, 1) <> substr(b.citizen_id, i, 1)) <= 2
                         and (a.birth_date is null or b.birth_date is null
                              or (select count(*) from unnest(array['day', 'month', 'year']) part
                                   where date_part(part, a.birth_date) <> date_part(part, b.birth_date)) <= 1))
                 and not exists (select from person.apart d where d.first_id = x and d.second_id = y)
               group by a.id, b.id, a.sort_key)
            """;

    /** A page past the last shows the last. */
    Paging<Candidate> listCandidates(int page) {
        var total = new long[1];
        var rows = jdbc.sql(CANDIDATES + """
                        select t.first_id, t.second_id, a.full_name as first_name, b.full_name as second_name, a.birth_date as first_born,
                               b.birth_date as second_born, t.why, t.total,
                               coalesce((select string_agg(distinct i.name, '; ') from person.spell s join institution.plate i on i.id = s.institution_id where s.person_id = a.id), '') as first_places,
                               coalesce((select string_agg(distinct i.name, '; ') from person.spell s join institution.plate i on i.id = s.institution_id where s.person_id = b.id), '') as second_places
                          from (select t.*, count(*) over () as total from told t order by t.sort_key, t.first_id, t.second_id
                                 limit :size offset (select least(:offset, (greatest(count(*) - 1, 0) / :size) * :size) from told)) t
                          join person.person a on a.id = t.first_id join person.person b on b.id = t.second_id
                         order by t.sort_key, t.first_id, t.second_id
                        """)
                .param("crowd", CROWD)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query((row, i) -> {
                    total[0] = row.getLong("total");
                    return Objects.requireNonNull(CANDIDATE.mapRow(row, i));
                })
                .list();
        return Paging.of(total[0], page, shown -> rows);
    }

    /** Whose record bears, or bore, this staff number. */
    Optional<Long> findByNumber(String staffNumber) {
        return jdbc.sql("""
                select p.id from person.person p where p.staff_number = :number and p.merged_into is null
                union all
                select a.person_id from person.alias a where a.staff_number = :number
                """).param("number", staffNumber).query(Long.class).optional();
    }

    List<Merge> listMerges() {
        return jdbc.sql("""
                select m.id, m.kept_id, k.full_name, k.staff_number as kept_number, g.staff_number as gone_number, m.reason, m.actor, m.merged_at, m.undone_at
                  from person.merge m join person.person k on k.id = m.kept_id join person.person g on g.id = m.gone_id
                 order by m.id desc limit 50
                """).query(Merge.class).list();
    }

    List<Long> lock(long first, long second) {
        return jdbc.sql(
                        "select id from person.person where id = any(:ids) and merged_into is null order by id for update")
                .param("ids", new Long[] {first, second})
                .query(Long.class)
                .list();
    }

    /** What stands twice when two records become one: it stops the merge, or is only to be known. */
    record Collision(boolean stops, String told) {}

    List<Collision> listCollisions(long kept, long gone) {
        return jdbc.sql("""
                select true as stops, format('Cả hai hồ sơ cùng có tên trong lớp “%s” đang mở. Người mở lớp ghi một tên thôi học, rồi gộp.', c.name) as told
                  from person.training_enrolment k join person.training_enrolment g on g.class_id = k.class_id
                  join person.training_class c on c.id = k.class_id
                 where k.person_id = :kept and g.person_id = :gone and c.state = 'OPEN'
                   and k.state in ('ASKED', 'ENROLLED') and g.state in ('ASKED', 'ENROLLED')
                union all
                select true, format('Trong lớp “%s” đang mở, hồ sơ giữ không còn học mà hồ sơ kia đang học. Hãy đổi: giữ hồ sơ kia.', c.name)
                  from person.training_enrolment k join person.training_enrolment g on g.class_id = k.class_id
                  join person.training_class c on c.id = k.class_id
                 where k.person_id = :kept and g.person_id = :gone and c.state = 'OPEN'
                   and k.state not in ('ASKED', 'ENROLLED') and g.state in ('ASKED', 'ENROLLED')
                union all
                select true, format('Trong lớp “%s”, hồ sơ kia hoàn thành mà hồ sơ giữ thì không. Hãy đổi: giữ hồ sơ kia.', c.name)
                  from person.training_enrolment k join person.training_enrolment g on g.class_id = k.class_id
                  join person.training_class c on c.id = k.class_id
                 where k.person_id = :kept and g.person_id = :gone and g.state = 'COMPLETED' and k.state <> 'COMPLETED'
                union all
                select true, format('Cả hai hồ sơ đang có đề nghị chuyển công tác chờ trả lời: %s. Đợi trả lời hoặc rút một đề nghị, rồi gộp.',
                                    string_agg(format('từ %s đến %s', f.name, t.name), '; ' order by x.id))
                  from person.transfer x join institution.plate f on f.id = x.from_id join institution.plate t on t.id = x.to_id
                 where x.person_id in (:kept, :gone) and x.state = 'PENDING' having count(*) > 1
                union all
                select false, format('Cả hai hồ sơ có tên trong lớp “%s”: tên của hồ sơ kia ở lại hồ sơ đó; kết quả vẫn được tính một lần.', c.name)
                  from person.training_enrolment k join person.training_enrolment g on g.class_id = k.class_id
                  join person.training_class c on c.id = k.class_id
                 where k.person_id = :kept and g.person_id = :gone and (c.state <> 'OPEN' or g.state not in ('ASKED', 'ENROLLED'))
                   and (g.state <> 'COMPLETED' or k.state = 'COMPLETED')
                union all
                select false, 'Cả hai hồ sơ có hộ chiếu số: trang của hồ sơ giữ dùng tiếp, trang của hồ sơ kia đóng lại.'
                  from person.training_passport where person_id in (:kept, :gone) having count(*) > 1
                union all
                select false, format('Quyết định công nhận %s có ở cả hai hồ sơ: hồ sơ giữ dùng bản của mình.', k.decision_number)
                  from person.recognition k join person.recognition g on g.institution_id = k.institution_id and g.decision_number = k.decision_number
                 where k.person_id = :kept and g.person_id = :gone
                union all
                select false, format('Giấy “%s” có ở cả hai hồ sơ nên sẽ hiện hai lần; trường chọn Không nhận ở bản thừa.', k.name)
                  from person.paper k join person.paper g on lower(g.name) = lower(k.name) and g.kind = k.kind and g.issued_on = k.issued_on
                 where k.person_id = :kept and g.person_id = :gone and k.state <> 'REJECTED' and g.state <> 'REJECTED'
                union all
                select false, format('Bồi dưỡng nơi khác “%s” có ở cả hai hồ sơ nên sẽ hiện hai lần; vẫn được tính một lần.', k.title)
                  from person.training_elsewhere k join person.training_elsewhere g on lower(g.title) = lower(k.title) and g.finished_on = k.finished_on
                 where k.person_id = :kept and g.person_id = :gone and k.state <> 'REJECTED' and g.state <> 'REJECTED'
                """)
                .param("kept", kept)
                .param("gone", gone)
                .query(Collision.class)
                .list();
    }

    /** Writes down both records as they are, before anything moves. */
    long begin(long kept, long gone, String reason, String actor) {
        return jdbc.sql("""
                insert into person.merge (kept_id, gone_id, before, moved, reason, actor)
                select :kept, :gone, jsonb_build_object('kept', to_jsonb(k), 'gone', to_jsonb(g),
                       'led', coalesce((select jsonb_agg(x.id) from person.person x where x.merged_into = :gone), '[]')), '{}', :reason, :actor
                  from person.person k, person.person g where k.id = :kept and g.id = :gone returning id
                """)
                .param("kept", kept)
                .param("gone", gone)
                .param("reason", reason)
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    /** Where both records say "principal" on the same days, the one that goes gives way. */
    void giveWay(long merge, long kept, long gone) {
        jdbc.sql("""
                with gave as (
                  update person.spell g set principal = false
                   where g.person_id = :gone and g.principal
                     and exists (select from person.spell k where k.person_id = :kept and k.principal
                                    and daterange(k.starts_on, k.ends_on, '[]') && daterange(g.starts_on, g.ends_on, '[]'))
                  returning g.id)
                update person.merge set before = before || jsonb_build_object('principal', coalesce((select jsonb_agg(id) from gave), '[]')) where id = :merge
                """)
                .param("kept", kept)
                .param("gone", gone)
                .param("merge", merge)
                .update();
    }

    /** Everything goes over but what a person has only once; a second passport is closed. */
    void move(long merge, long kept, long gone) {
        jdbc.sql("update person.merge set moved = person.move(:gone, :kept) where id = :id")
                .param("gone", gone)
                .param("kept", kept)
                .param("id", merge)
                .update();
        jdbc.sql("""
                with closed as (update person.training_passport set open = false where person_id = :gone and open returning person_id)
                update person.merge set before = before || '{"open": true}' where id = :id and exists (select from closed)
                """).param("gone", gone).param("id", merge).update();
    }

    /** The record that goes keeps its number and its page's address, and points to the other; so do those that pointed to it. */
    void close(long kept, long gone) {
        jdbc.sql("update person.person set merged_into = :kept where merged_into = :gone")
                .param("kept", kept)
                .param("gone", gone)
                .update();
        jdbc.sql("update person.person set merged_into = :kept, citizen_id = null where id = :gone")
                .param("kept", kept)
                .param("gone", gone)
                .update();
        jdbc.sql(
                        "insert into person.alias (staff_number, person_id) select staff_number, :kept from person.person where id = :gone")
                .param("kept", kept)
                .param("gone", gone)
                .update();
    }

    /** Takes the values from the record that goes which the officer chose, and writes down what the kept one is now. */
    void take(long merge, List<String> columns) {
        for (var column : columns) {
            jdbc.sql("""
                    update person.person k set %1$s = g.%1$s
                      from person.merge m, jsonb_populate_record(null::person.person, m.before -> 'gone') g
                     where m.id = :id and k.id = m.kept_id
                    """.formatted(column)).param("id", merge).update();
        }
        jdbc.sql(
                        "update person.merge m set after = to_jsonb(k) from person.person k where m.id = :id and k.id = m.kept_id")
                .param("id", merge)
                .update();
        jdbc.sql("""
                update person.merge m set spells = (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from person.spell s where s.person_id = m.kept_id) where m.id = :id
                """).param("id", merge).update();
    }

    /** A merge to be undone. */
    record Done(long id, long keptId, long goneId) {}

    Optional<Done> lockMerge(long id) {
        return jdbc.sql("select id, kept_id, gone_id from person.merge where id = :id and undone_at is null for update")
                .param("id", id)
                .query(Done.class)
                .optional();
    }

    boolean mergedFurther(long kept) {
        return jdbc.sql("select merged_into is not null from person.person where id = :kept")
                .param("kept", kept)
                .query(Boolean.class)
                .single();
    }

    /** The columns of the kept record, and the fields corrected by hand, that changed after the merge. */
    Set<String> listChanged(long merge) {
        return jdbc.sql("""
                        select a.key from person.merge m join person.person k on k.id = m.kept_id cross join jsonb_each(m.after) a
                         where m.id = :id and a.value <> to_jsonb(k) -> a.key
                        union
                        select c.field from person.merge m join person.correction c on c.person_id = m.kept_id and c.at > m.merged_at
                         where m.id = :id and m.after is null
                        """).param("id", merge).query(String.class).list().stream()
                .collect(Collectors.toSet());
    }

    /** What was written since of where the person works: spells edited and added, transfers; in words. */
    List<String> listWritten(long merge) {
        return jdbc.sql("""
                select told from (
                  select s.starts_on as day, format('thời gian công tác %s, %s, từ %s%s', t.label, i.name, to_char(s.starts_on, 'DD/MM/YYYY'),
                                case when b is null then ' (mới ghi)' else '' end) as told
                    from person.merge m join person.spell s on s.person_id = m.kept_id
                    join person.title t on t.code = s.title_code join institution.plate i on i.id = s.institution_id
                    left join jsonb_array_elements(m.spells) b on (b ->> 'id')::bigint = s.id
                   where m.id = :id and m.spells is not null
                     and (b is null or exists (select from unnest(array['department', 'title_code', 'teaches', 'contract', 'percent', 'principal', 'starts_on', 'ends_on']) k
                                                where to_jsonb(s) ->> k is distinct from b ->> k))
                  union all
                  select x.starts_on, format('chuyển công tác từ %s đến %s ngày %s', f.name, t.name, to_char(x.starts_on, 'DD/MM/YYYY'))
                    from person.merge m join person.transfer x on x.person_id = m.kept_id and x.state = 'DONE' and x.answered_at > m.merged_at
                    join institution.plate f on f.id = x.from_id join institution.plate t on t.id = x.to_id
                   where m.id = :id) w
                 order by day, told
                """).param("id", merge).query(String.class).list();
    }

    /** Does the kept record, or another, bear the citizen number that the other one had? */
    boolean numberTaken(Done it, boolean stays) {
        return jdbc.sql("""
                select exists (select from person.merge m join person.person p on p.citizen_id = m.before -> 'gone' ->> 'citizen_id'
                                where m.id = :id and p.id <> m.gone_id and (p.id <> m.kept_id or :stays))
                """)
                .param("id", it.id())
                .param("stays", stays)
                .query(Boolean.class)
                .single();
    }

    /** Gives the kept record these columns back as they were, and the other one its own. */
    void undo(Done it, List<String> columns, List<String> own, String actor) {
        jdbc.sql(
                        "delete from person.alias a using person.person g where g.id = :gone and a.staff_number = g.staff_number")
                .param("gone", it.goneId())
                .update();
        jdbc.sql("select person.move_back(m.moved, :gone, :kept)::text from person.merge m where m.id = :id")
                .param("gone", it.goneId())
                .param("kept", it.keptId())
                .param("id", it.id())
                .query((row, i) -> i)
                .list();
        // the kept record first: it may hold the citizen number of the other
        restore(it.id(), "kept", columns);
        restore(it.id(), "gone", own);
        jdbc.sql("update person.person set merged_into = null where id = :gone")
                .param("gone", it.goneId())
                .update();
        jdbc.sql("""
                update person.person p set merged_into = m.gone_id from person.merge m where m.id = :id and m.before -> 'led' @> to_jsonb(p.id)
                """).param("id", it.id()).update();
        // a spell that gave way is principal again, unless it was given another place since
        jdbc.sql("""
                update person.spell s set principal = true
                  from person.merge m where m.id = :id and s.person_id = m.gone_id and not s.principal and m.before -> 'principal' @> to_jsonb(s.id)
                   and not exists (select from person.spell o where o.person_id = s.person_id and o.principal
                                      and daterange(o.starts_on, o.ends_on, '[]') && daterange(s.starts_on, s.ends_on, '[]'))
                """).param("id", it.id()).update();
        jdbc.sql("""
                update person.training_passport w set open = true from person.merge m
                 where m.id = :id and w.person_id = m.gone_id and m.before -> 'open' = 'true'
                """).param("id", it.id()).update();
        jdbc.sql("update person.merge set undone_at = now(), undone_by = :actor where id = :id")
                .param("actor", actor)
                .param("id", it.id())
                .update();
    }

    private void restore(long merge, String side, List<String> columns) {
        if (!columns.isEmpty()) {
            jdbc.sql("""
                    update person.person p set %1$s
                      from person.merge m, jsonb_populate_record(null::person.person, m.before -> '%2$s') r where m.id = :id and p.id = m.%2$s_id
                    """.formatted(
                            columns.stream().map("%1$s = r.%1$s"::formatted).collect(Collectors.joining(", ")), side))
                    .param("id", merge)
                    .update();
        }
    }

    void tellApart(long first, long second, String actor) {
        jdbc.sql(
                        "insert into person.apart (first_id, second_id, actor) values (:first, :second, :actor) on conflict do nothing")
                .param("first", Math.min(first, second))
                .param("second", Math.max(first, second))
                .param("actor", actor)
                .update();
    }

    List<Long> listColleges(long personId) {
        return jdbc.sql("select distinct institution_id from person.spell where person_id = :person")
                .param("person", personId)
                .query(Long.class)
                .list();
    }
}
