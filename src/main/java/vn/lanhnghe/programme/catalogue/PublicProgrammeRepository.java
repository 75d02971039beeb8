package vn.lanhnghe.programme.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.programme.integration.Frame;
import vn.lanhnghe.shared.Vietnamese;

@Repository
class PublicProgrammeRepository {

    private static final String SELECT = """
            select p.id, v.id as version_id, v.number, i.name as institution, i.slug, p.level, v.name, v.english, v.occupation_code, o.name as occupation, v.hours, v.credits,
                   v.months, v.admission, v.goal, v.decision_number, v.decision_on, p.ended_on, s.integrated
              from programme.version v join programme.programme p on p.id = v.programme_id join institution.plate i on i.id = v.institution_id
              left join programme.occupation o on o.code = v.occupation_code left join programme.standing s on s.version_id = v.id
             where v.state = 'PUBLISHED'
            """;
    private static final String MATCHING = """
               and (:folded = '' or v.name_folded like '%' || :folded || '%' or lower(v.english) like '%' || :folded || '%' or v.occupation_code like :folded || '%')
               and (:level = '' or p.level = :level) and (:school = '' or i.slug = :school) and (:integrated = '' or s.integrated)
            """;

    private final JdbcClient jdbc;

    PublicProgrammeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec matching(String sql, PublicProgrammeController.Filter it) {
        return jdbc.sql(sql)
                .param(
                        "folded",
                        Vietnamese.fold(it.q())
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_"))
                .param("level", it.trinhDo())
                .param("school", it.truong())
                .param("integrated", it.so());
    }

    List<Listed> list(PublicProgrammeController.Filter filter, int limit, int offset) {
        return matching(SELECT + MATCHING + " order by v.sort_key, i.name, v.id limit :limit offset :offset", filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(Listed.class)
                .list();
    }

    long count(PublicProgrammeController.Filter filter) {
        return matching("select count(*) from (" + SELECT + MATCHING + ") as m", filter)
                .query(Long.class)
                .single();
    }

    Optional<Listed> find(long programme) {
        return jdbc.sql(SELECT + "and p.id = :id")
                .param("id", programme)
                .query(Listed.class)
                .optional();
    }

    /** A school that has a programme in force. */
    record School(String slug, String name) {}

    List<School> listSchools() {
        return jdbc.sql("""
                select i.slug, i.name from institution.plate i where i.id in (select v.institution_id from programme.version v where v.state = 'PUBLISHED') order by i.name
                """).query(School.class).list();
    }

    Profile profile(long version, Frame frame) {
        return new Profile(
                jdbc.sql("""
                        select o.code, o.kind, o.statement, string_agg(i.code || ' ' || i.name || ' (' || l.name || ')', '; ' order by i.place) as components,
                               string_agg(i.code || ' ' || coalesce(nullif(i.english, ''), i.name) || ' (' || coalesce(nullif(l.english, ''), l.name) || ')', '; ' order by i.place) as english
                          from programme.outcome o left join programme.alignment a on a.outcome_id = o.id left join framework.item_list i on i.id = a.item_id
                          left join framework.level_list l on l.framework_id = a.framework_id and l.code = a.level_code
                         where o.version_id = :version group by o.id order by string_to_array(o.code, '.')::integer[]
                        """)
                        .param("version", version)
                        .query(Profile.Line.class)
                        .list(),
                jdbc.sql("""
                        select m.code, m.name, m.credits, m.theory, m.practice, m.exam, m.material and m.platform and m.software as online
                          from programme.module m where m.version_id = :version order by m.place, m.id
                        """)
                        .param("version", version)
                        .query(Profile.Unit.class)
                        .list(),
                jdbc.sql("""
                        select d.code, d.name, d.english, coalesce(max(r.rank), 0) as rank
                          from framework.item_list d left join programme.reach r on r.version_id = :version and r.framework_code = d.framework_code and r.domain_code = d.code
                         where d.framework_id = :frame and d.kind = 'DOMAIN' group by d.id, d.code, d.name, d.english, d.place order by d.place
                        """)
                        .param("version", version)
                        .param("frame", frame.id())
                        .query(Profile.Height.class)
                        .list());
    }
}
