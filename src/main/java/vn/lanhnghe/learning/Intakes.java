package vn.lanhnghe.learning;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.institution.Heritage;
import vn.lanhnghe.institution.QuotaUse;

/** How many learners each college took in, and whom it would leave behind. */
@Repository
class Intakes implements QuotaUse, Heritage {

    private final JdbcClient jdbc;

    Intakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Intake> listIntake(int year) {
        return jdbc.sql("""
                select institution_id, site_id, occupation_code, level, count(*) as learners from learning.enrolment
                 where cohort = :year group by institution_id, site_id, occupation_code, level
                """).param("year", year).query(Intake.class).list();
    }

    @Override
    public List<Integer> listYears() {
        return jdbc.sql("select distinct cohort from learning.enrolment where cohort > 0 order by cohort desc")
                .query(Integer.class)
                .list();
    }

    @Override
    public String address(Intake intake, int year) {
        return "/learners?institution=%d&occupation=%s&cohort=%d"
                .formatted(intake.institutionId(), intake.occupationCode(), year);
    }

    @Override
    public List<Matter> listMatters(Collection<Long> institutionIds) {
        return jdbc.sql("""
                select 'LEARNERS' as fate, 'người đang học' as what, count(*) as count from learning.enrolment
                 where institution_id = any(:ids) and status in ('STUDYING', 'SUSPENDED')
                """)
                .param("ids", institutionIds.toArray(Long[]::new))
                .query(Matter.class)
                .list();
    }
}
