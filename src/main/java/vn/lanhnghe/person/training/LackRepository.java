package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

/** Who is missing: those at work, less those whom something counts for, which is gathered once for a statement and not once a person. */
@Repository
class LackRepository {

    /** Each person once for whom something counts: of the kind, or of one that brings a person into the same figure. */
    private static final String COUNTED = """
            with alike as materialized (
              select :kind as kind union select b.kind from person.counted_kind a join person.counted_kind b on b.figure = a.figure where a.kind = :kind),
            counted as materialized (
              select e.person_id from person.training_enrolment e
                join person.training_class c on c.id = e.class_id
                join person.training_course o on o.id = c.course_id
                left join person.training_certificate t on t.enrolment_id = e.id
               where e.state = 'COMPLETED' and o.kind in (select kind from alike) and t.revoked_at is null
              union
              select x.person_id from person.training_elsewhere x where x.kind in (select kind from alike) and x.state in ('CONFIRMED', 'ACCEPTED'))
            """;

    /** Who is at work today: a principal spell that is open, nobody on leave. */
    private static final String AT_WORK = """
              from person.staff s
              left join counted n on n.person_id = s.person_id
             where s.principal and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)
               and not exists (select from person.leave a
                                where a.spell_id = s.spell_id and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today))
               and (:institution::bigint is null or s.institution_id = :institution)
               and (:post = '' or s.post = :post)
               and (not exists (select from person.counted_kind k where k.kind = :kind)
                    or s.post <> 'INSTRUCTOR' and (s.teaches or exists (select from person.counted_kind k where k.kind = :kind and k.figure = 'STAFF')))
               and (:q = '' or s.name_folded like :like or s.staff_number = upper(:q))
            """;

    private static final String UNTRAINED = "n.person_id is null";

    private final JdbcClient jdbc;

    LackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Lack> list(Lack.Filter filter, LocalDate today, int page) {
        return with(
                        // all first and a page of them then: a limit would have PostgreSQL walk the counted once a
                        // person
                        COUNTED + """
                        , missing as materialized (
                          select s.person_id, s.staff_number, s.full_name, s.sort_key, s.institution_id, s.department, s.title
                        """ + AT_WORK + " and " + UNTRAINED + """
                        )
                        select s.person_id, s.staff_number, s.full_name, s.institution_id, i.name as institution, s.department, s.title,
                               (select max(c.name) from person.training_enrolment e join person.training_class c on c.id = e.class_id
                                  join person.training_course o on o.id = c.course_id
                                 where e.person_id = s.person_id and e.state in ('ASKED', 'ENROLLED') and c.state = 'OPEN' and o.kind in (select kind from alike)) as in_class
                          from (select * from missing m order by m.institution_id, m.sort_key, m.person_id limit :size offset :offset) s
                          join institution.directory i on i.id = s.institution_id
                         order by s.institution_id, s.sort_key, s.person_id
                        """, filter, today)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Lack.class)
                .list();
    }

    long count(Lack.Filter filter, LocalDate today) {
        return with(COUNTED + "select count(*) " + AT_WORK + " and " + UNTRAINED, filter, today)
                .query(Long.class)
                .single();
    }

    /** Who sits in an open class of the kind. */
    private static final String LEARNING = """
            , learning as materialized (
              select e.person_id, max(c.name) as class_name from person.training_enrolment e join person.training_class c on c.id = e.class_id
                join person.training_course o on o.id = c.course_id
               where e.state = 'ENROLLED' and c.state = 'OPEN' and o.kind in (select kind from alike) group by e.person_id)
            """;

    /** All of the filter who do not learn it already. */
    List<Long> listPeople(Lack.Filter filter, LocalDate today) {
        return with(COUNTED + LEARNING + "select s.person_id " + AT_WORK + " and " + UNTRAINED + """
                 and s.person_id not in (select l.person_id from learning l)
                 order by s.institution_id, s.sort_key, s.person_id
                """, filter, today)
                .query(Long.class)
                .list();
    }

    /** How many they are. */
    int countFree(Lack.Filter filter, LocalDate today) {
        return with(COUNTED + LEARNING + "select count(*) " + AT_WORK + " and " + UNTRAINED + """
                 and s.person_id not in (select l.person_id from learning l)
                """, filter, today)
                .query(Integer.class)
                .single();
    }

    /** Somebody who lacks the kind and learns it. */
    record Learning(String fullName, String className) {}

    List<Learning> listLearning(Lack.Filter filter, LocalDate today) {
        return with(COUNTED + LEARNING + """
                        , lacking as materialized (select s.person_id, s.full_name, s.institution_id, s.sort_key
                        """ + AT_WORK + " and " + UNTRAINED + """
                        )
                        select s.full_name, l.class_name from lacking s join learning l on l.person_id = s.person_id
                         order by s.institution_id, s.sort_key, s.person_id
                        """, filter, today)
                .query(Learning.class)
                .list();
    }

    /** The kind and those that bring a person into the same figure, by their labels. */
    List<String> listAlike(String kind) {
        return jdbc.sql("""
                select k.label from person.training_kind k
                 where k.code = :kind or k.code in (select b.kind from person.counted_kind a join person.counted_kind b on b.figure = a.figure where a.kind = :kind)
                 order by k.place
                """).param("kind", kind).query(String.class).list();
    }

    /** A kind that the plan counts, and how many of one school lack it. */
    record Missing(String kind, String label, long people) {}

    /** What one school's people lack, all kinds at once: each of them is looked up, not the whole city's trainings. */
    List<Missing> listMissing(long institution, LocalDate today) {
        return jdbc.sql("""
                select k.code as kind, k.label, count(*) as people
                  from person.training_kind k cross join person.staff s
                 where k.planned and s.institution_id = :institution and s.principal and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)
                   and not exists (select from person.leave a
                                    where a.spell_id = s.spell_id and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today))
                   and s.post <> 'INSTRUCTOR' and (s.teaches or exists (select from person.counted_kind c where c.kind = k.code and c.figure = 'STAFF'))
                   and not exists (select from person.training_record r
                                    where r.person_id = s.person_id and r.ended_at is null and r.tier <> 'DECLARED'
                                      and (r.kind = k.code or r.kind in (select b.kind from person.counted_kind a join person.counted_kind b on b.figure = a.figure
                                                                          where a.kind = k.code)))
                 group by k.code, k.label, k.place order by k.place
                """)
                .param("institution", institution)
                .param("today", today)
                .query(Missing.class)
                .list();
    }

    /** Each school with those at work and those of them who lack the kind. */
    List<Lack.School> listSchools(Lack.Filter filter, LocalDate today) {
        return with(COUNTED + """
                        select w.institution_id, i.name as institution, w.staff, w.missing
                          from (select s.institution_id, count(*) as staff, count(*) filter (where n.person_id is null) as missing
                        """ + AT_WORK + """
                                 group by s.institution_id) w
                          join institution.directory i on i.id = w.institution_id
                         order by w.missing desc, i.sort_key
                        """, filter, today)
                .query(Lack.School.class)
                .list();
    }

    private JdbcClient.StatementSpec with(String sql, Lack.Filter filter, LocalDate today) {
        var folded = Vietnamese.fold(filter.q());
        return jdbc.sql(sql)
                .param("kind", filter.kind())
                .param("today", today)
                .param("institution", filter.institution())
                .param("post", filter.post())
                .param("q", filter.q().strip())
                .param(
                        "like",
                        "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** Of these people who is at work today and where; {@code own} narrows to one college. */
    List<Worker> listAtWork(List<Long> people, LocalDate today, @Nullable Long own) {
        return jdbc.sql("""
                select s.person_id, s.full_name, s.institution_id from person.staff s
                 where s.person_id = any(:people) and s.principal and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)
                   and (:own::bigint is null or s.institution_id = :own)
                """)
                .param("people", people.toArray(Long[]::new))
                .param("today", today)
                .param("own", own)
                .query(Worker.class)
                .list();
    }

    record Worker(long personId, String fullName, long institutionId) {}

    /** Somebody by a number that a file wrote; {@code institutionId} where they work today, null when nowhere. */
    record Numbered(
            long personId,
            String staffNumber,
            @Nullable String citizenId,
            String fullName,
            @Nullable Long institutionId) {}

    List<Numbered> listNumbered(List<String> numbers, LocalDate today) {
        return jdbc.sql("""
                select p.id as person_id, p.staff_number, p.citizen_id, p.full_name, s.institution_id
                  from person.person p
                  left join person.spell s on s.person_id = p.id and s.principal and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)
                 where p.merged_into is null and (p.staff_number = any(:numbers) or p.citizen_id = any(:numbers))
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("today", today)
                .query(Numbered.class)
                .list();
    }
}
