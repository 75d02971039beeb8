package vn.lanhnghe.person.moving;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    private final JdbcClient jdbc;

    MergeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Candidate> listCandidates() {
        return jdbc.sql("""
                with people as materialized (
                  select p.id, p.full_name, p.name_folded, p.birth_date, p.phone, p.sort_key,
                         count(*) over (partition by p.name_folded, p.birth_date) as born_alike,
                         count(*) over (partition by p.name_folded, p.phone) as phoned_alike
                    from person.person p where p.merged_into is null),
                pairs as (
                  select a.id as first_id, b.id as second_id, 'cùng họ tên và ngày sinh' as why
                    from people a join people b on b.name_folded = a.name_folded and b.birth_date = a.birth_date and b.id > a.id
                   where a.born_alike between 2 and :crowd
                  union
                  select a.id, b.id, 'cùng họ tên và số điện thoại'
                    from people a join people b on b.name_folded = a.name_folded and b.phone = a.phone and b.id > a.id
                   where a.phoned_alike between 2 and :crowd),
                told as (
                  select p.first_id, p.second_id, string_agg(p.why, '; ' order by p.why) as why from pairs p
                   where not exists (select from person.apart d where d.first_id = p.first_id and d.second_id = p.second_id)
                   group by p.first_id, p.second_id)
                select t.first_id, t.second_id, a.full_name as first_name, b.full_name as second_name, a.birth_date as first_born,
                       b.birth_date as second_born, t.why,
                       coalesce((select string_agg(distinct i.name, '; ') from person.spell s join institution.plate i on i.id = s.institution_id where s.person_id = a.id), '') as first_places,
                       coalesce((select string_agg(distinct i.name, '; ') from person.spell s join institution.plate i on i.id = s.institution_id where s.person_id = b.id), '') as second_places
                  from told t join people a on a.id = t.first_id join people b on b.id = t.second_id
                 order by a.sort_key, t.first_id limit 200
                """).param("crowd", CROWD).query(Candidate.class).list();
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

    /** Writes down both records as they are, and what moves, before anything does. */
    long begin(long kept, long gone, String reason, String actor) {
        return jdbc.sql("""
                insert into person.merge (kept_id, gone_id, before, moved, reason, actor)
                select :kept, :gone, jsonb_build_object('kept', to_jsonb(k), 'gone', to_jsonb(g), 'principal',
                       coalesce((select jsonb_agg(s.id) from person.spell s where s.person_id = :gone and s.principal), '[]')), '{}', :reason, :actor
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
    void giveWay(long kept, long gone) {
        jdbc.sql("""
                update person.spell g set principal = false
                 where g.person_id = :gone and g.principal
                   and exists (select from person.spell k where k.person_id = :kept and k.principal
                                  and daterange(k.starts_on, k.ends_on, '[]') && daterange(g.starts_on, g.ends_on, '[]'))
                """).param("kept", kept).param("gone", gone).update();
    }

    void move(long merge, long kept, long gone) {
        jdbc.sql("update person.merge set moved = person.move(:gone, :kept) where id = :id")
                .param("gone", gone)
                .param("kept", kept)
                .param("id", merge)
                .update();
    }

    /** The record that goes keeps its number and its page's address, and points to the other. */
    void close(long kept, long gone) {
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

    /** Takes the values from the record that goes which the officer chose. */
    void take(long merge, List<String> columns) {
        for (var column : columns) {
            jdbc.sql("""
                    update person.person k set %1$s = g.%1$s
                      from person.merge m, jsonb_populate_record(null::person.person, m.before -> 'gone') g
                     where m.id = :id and k.id = m.kept_id
                    """.formatted(column)).param("id", merge).update();
        }
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

    void undo(Done it, String actor) {
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
        for (var side : List.of("kept", "gone")) {
            jdbc.sql("""
                    update person.person p
                       set (full_name, name_folded, sort_key, birth_date, sex, citizen_id, phone, email, degree, merged_into)
                         = (select r.full_name, r.name_folded, r.sort_key, r.birth_date, r.sex, r.citizen_id, r.phone, r.email, r.degree, r.merged_into
                              from jsonb_populate_record(null::person.person, m.before -> '%1$s') r)
                      from person.merge m where m.id = :id and p.id = m.%1$s_id
                    """.formatted(side)).param("id", it.id()).update();
        }
        jdbc.sql("""
                update person.spell s set principal = true
                  from person.merge m where m.id = :id and s.person_id = m.gone_id and m.before -> 'principal' @> to_jsonb(s.id)
                """).param("id", it.id()).update();
        jdbc.sql("update person.merge set undone_at = now(), undone_by = :actor where id = :id")
                .param("actor", actor)
                .param("id", it.id())
                .update();
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
