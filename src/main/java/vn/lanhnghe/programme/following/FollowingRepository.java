package vn.lanhnghe.programme.following;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FollowingRepository {

    private final JdbcClient jdbc;

    FollowingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cohort> listCohorts(long programme) {
        return jdbc.sql("""
                select c.year, c.version_id, v.number, c.recorded_by from programme.cohort c join programme.version v on v.id = c.version_id
                 where c.programme_id = :programme order by c.year desc
                """).param("programme", programme).query(Cohort.class).list();
    }

    boolean insertCohort(long programme, long institution, int year, long version, String by) {
        return jdbc.sql("""
                insert into programme.cohort (programme_id, institution_id, year, version_id, recorded_by) values (:programme, :institution, :year, :version, :by)
                on conflict (programme_id, year) do nothing
                """)
                        .param("programme", programme)
                        .param("institution", institution)
                        .param("year", year)
                        .param("version", version)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Answers whether it was taken away; it is not where a result of it was recorded. */
    boolean removeCohort(long programme, int year) {
        return jdbc.sql("""
                delete from programme.cohort c where c.programme_id = :programme and c.year = :year
                   and not exists (select from programme.attainment a join programme.outcome o on o.id = a.outcome_id
                                    where o.version_id = c.version_id and a.cohort = c.year)
                """).param("programme", programme).param("year", year).update() == 1;
    }

    List<Review> listReviews(long programme) {
        return jdbc.sql("""
                select r.year, r.reviewed_on, r.updated, r.words, r.recorded_by from programme.review r where r.programme_id = :programme order by r.year desc
                """).param("programme", programme).query(Review.class).list();
    }

    boolean insertReview(
            long programme, long institution, int year, LocalDate on, boolean updated, String words, String by) {
        return jdbc.sql("""
                insert into programme.review (programme_id, institution_id, year, reviewed_on, updated, words, recorded_by)
                values (:programme, :institution, :year, :on, :updated, :words, :by) on conflict (programme_id, year) do nothing
                """)
                        .param("programme", programme)
                        .param("institution", institution)
                        .param("year", year)
                        .param("on", on)
                        .param("updated", updated)
                        .param("words", words)
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Partner> listPartners(long programme) {
        return jdbc.sql("""
                select p.id, p.year, p.organisation, p.practice, p.assessment, p.research, p.design, p.words, p.recorded_by, q.version_id as asked_of
                  from programme.partner p left join programme.inquiry q on q.id = p.inquiry_id
                 where p.programme_id = :programme order by p.year desc, p.id limit 200
                """).param("programme", programme).query(Partner.class).list();
    }

    boolean insertPartner(long programme, long institution, Partner it, String by) {
        return jdbc.sql("""
                insert into programme.partner (programme_id, institution_id, year, organisation, practice, assessment, research, words, recorded_by)
                values (:programme, :institution, :year, :organisation, :practice, :assessment, :research, :words, :by) on conflict (programme_id, year, organisation) where inquiry_id is null do nothing
                """)
                        .param("programme", programme)
                        .param("institution", institution)
                        .param("year", it.year())
                        .param("organisation", it.organisation())
                        .param("practice", it.practice())
                        .param("assessment", it.assessment())
                        .param("research", it.research())
                        .param("words", it.words())
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Attainment> listAttainments(long version) {
        return jdbc.sql("""
                select a.outcome_id, a.cohort, a.assessed, a.achieved, a.source, a.recorded_by
                  from programme.attainment a join programme.outcome o on o.id = a.outcome_id where o.version_id = :version order by a.cohort desc, a.outcome_id
                """).param("version", version).query(Attainment.class).list();
    }

    void keep(long institution, Attainment it, String by) {
        jdbc.sql("""
                insert into programme.attainment (outcome_id, institution_id, cohort, assessed, achieved, source, recorded_by)
                values (:outcome, :institution, :cohort, :assessed, :achieved, :source, :by)
                on conflict (outcome_id, cohort) do update set assessed = excluded.assessed, achieved = excluded.achieved, source = excluded.source,
                       recorded_by = excluded.recorded_by, recorded_at = now()
                """)
                .param("outcome", it.outcomeId())
                .param("institution", institution)
                .param("cohort", it.cohort())
                .param("assessed", it.assessed())
                .param("achieved", it.achieved())
                .param("source", it.source())
                .param("by", by)
                .update();
    }
}
