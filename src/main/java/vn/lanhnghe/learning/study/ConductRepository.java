package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

@Repository
class ConductRepository {

    private static final String SELECT = """
            select enrolment_id, year, term, rules, study, activities, community, leadership, total, discipline, note, by_hand
              from learning.conduct
            """;

    private final JdbcClient jdbc;

    ConductRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ConductRule rule() {
        return new ConductRule(
                jdbc.sql("select code, label, most from learning.conduct_part where valid_to is null order by ordinal")
                        .query(ConductRule.Part.class)
                        .list(),
                jdbc.sql("select code, label, english, at_least from learning.conduct_band order by at_least desc")
                        .query(ConductRule.Band.class)
                        .list(),
                jdbc.sql("select discipline, label, band_code from learning.conduct_cap order by discipline")
                        .query(ConductRule.Cap.class)
                        .list());
    }

    List<Conduct> list(Collection<Long> enrolmentIds) {
        return jdbc.sql(SELECT + "where enrolment_id = any(:ids) order by year, term")
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .query(Conduct.class)
                .list();
    }

    List<Conducts.Term> terms(long classId) {
        return jdbc.sql("""
                select distinct c.year, c.term from learning.conduct c join learning.enrolment e on e.id = c.enrolment_id
                 where e.class_id = :id order by 1, 2
                """).param("id", classId).query(Conducts.Term.class).list();
    }

    String institution(long id) {
        return jdbc.sql("select name from institution.directory where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void put(List<Conducts.Entry> entries, @Nullable Long batchId, boolean byHand) {
        jdbc.sql("""
                insert into learning.conduct (enrolment_id, year, term, institution_id, site_id, rules, study, activities, community,
                                              leadership, discipline, note, batch_id, first_batch_id, by_hand, recorder)
                select n.enrolment, n.year, n.term, :own, n.site, n.rules, n.study, n.activities, n.community, n.leadership, n.discipline,
                       n.note, :batch::bigint, :batch::bigint, :hand, :actor
                  from unnest(:enrolments::bigint[], :sites::bigint[], :years::integer[], :terms::integer[], :rules::numeric[],
                              :studies::numeric[], :activities::numeric[], :communities::numeric[], :leaderships::numeric[],
                              :disciplines::text[], :notes::text[])
                         as n (enrolment, site, year, term, rules, study, activities, community, leadership, discipline, note)
                on conflict (enrolment_id, year, term) do update
                  set rules = excluded.rules, study = excluded.study, activities = excluded.activities, community = excluded.community,
                      leadership = excluded.leadership, discipline = excluded.discipline, note = coalesce(excluded.note, conduct.note),
                      batch_id = excluded.batch_id, by_hand = excluded.by_hand, recorder = excluded.recorder, recorded_at = now()
                """)
                .param("own", Scope.current().institutionId())
                .param("batch", batchId)
                .param("hand", byHand)
                .param("actor", Scope.current().actor())
                .param(
                        "enrolments",
                        entries.stream().map(Conducts.Entry::enrolmentId).toArray(Long[]::new))
                .param("sites", entries.stream().map(Conducts.Entry::siteId).toArray(Long[]::new))
                .param("years", entries.stream().map(Conducts.Entry::year).toArray(Integer[]::new))
                .param("terms", entries.stream().map(Conducts.Entry::term).toArray(Integer[]::new))
                .param("rules", part(entries, "rules"))
                .param("studies", part(entries, "study"))
                .param("activities", part(entries, "activities"))
                .param("communities", part(entries, "community"))
                .param("leaderships", part(entries, "leadership"))
                .param(
                        "disciplines",
                        entries.stream().map(Conducts.Entry::discipline).toArray(String[]::new))
                .param("notes", entries.stream().map(Conducts.Entry::note).toArray(String[]::new))
                .update();
    }

    private static BigDecimal[] part(List<Conducts.Entry> entries, String code) {
        return entries.stream()
                .map(it -> it.parts().getOrDefault(code, BigDecimal.ZERO))
                .toArray(BigDecimal[]::new);
    }
}
