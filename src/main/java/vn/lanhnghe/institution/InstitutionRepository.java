package vn.lanhnghe.institution;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.access.Colleges;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

@Repository
class InstitutionRepository {

    private static final String SELECT = """
            select i.id, i.code, i.slug, i.name, i.type, t.label as type_label, t.trains, o.label as ownership_label,
                   i.governing_body, i.status, i.status_from, i.address_old, w.name as ward_name, w.region, i.lat, i.lon,
                   i.location_verified, i.phone, i.website, i.verified, i.rehearsal
              from institution.institution i
              join institution.type t on t.code = i.type
              join institution.ownership o on o.code = i.ownership
              left join place.unit w on w.code = i.ward_code
            """;

    private static final String MATCHES = """
             where (:folded = '' or i.name_folded like :like or lower(i.code) = :folded or i.ward_code = :folded)
               and (:type = '' or i.type = :type) and (:ownership = '' or i.ownership = :ownership)
               and (:region = 0 or w.region = :region) and (:status = '' or i.status = :status)
            """;

    /** A code of a list with its label. */
    record Choice(String code, String label) {}

    /** What a list of institutions is filtered by; empty or 0 means all. */
    record Filter(String q, String type, String ownership, int region, String status) {}

    private final JdbcClient jdbc;

    InstitutionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Institution> find(long id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(Institution.class)
                .optional();
    }

    Optional<Institution> findByCode(String code) {
        return jdbc.sql(SELECT + "where i.code = :code")
                .param("code", code)
                .query(Institution.class)
                .optional();
    }

    Optional<Institution> findBySlug(String slug) {
        return jdbc.sql(SELECT + "where i.slug = :slug")
                .param("slug", slug)
                .query(Institution.class)
                .optional();
    }

    Paging<Institution> list(Filter filter, int page) {
        var rows = matching(SELECT + MATCHES + "order by i.sort_key, i.id limit :size offset :offset", filter)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Institution.class)
                .list();
        var total = matching(
                        "select count(*) from institution.institution i left join place.unit w on w.code = i.ward_code"
                                + MATCHES,
                        filter)
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, Paging.SIZE);
    }

    private JdbcClient.StatementSpec matching(String sql, Filter filter) {
        var folded = Vietnamese.fold(filter.q());
        var like = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(sql)
                .param("folded", folded)
                .param("like", "%" + like + "%")
                .param("type", filter.type())
                .param("ownership", filter.ownership())
                .param("region", filter.region())
                .param("status", filter.status());
    }

    long count() {
        return jdbc.sql("select count(*) from institution.institution")
                .query(Long.class)
                .single();
    }

    List<Site> listSites(long institutionId) {
        return jdbc.sql("""
                select s.id, s.name, s.address, w.name as ward_name, s.main
                  from institution.site s left join place.unit w on w.code = s.ward_code
                 where s.institution_id = :id order by s.main desc, s.id
                """).param("id", institutionId).query(Site.class).list();
    }

    List<Colleges.College> listOpen() {
        return jdbc.sql("select id, name from institution.institution where status = 'OPEN' order by sort_key")
                .query(Colleges.College.class)
                .list();
    }

    List<Choice> listTypes() {
        return jdbc.sql("select code, label from institution.type order by place")
                .query(Choice.class)
                .list();
    }

    List<Choice> listOwnerships() {
        return jdbc.sql("select code, label from institution.ownership order by code")
                .query(Choice.class)
                .list();
    }

    long insert(NewInstitution institution) {
        return jdbc.sql("""
                insert into institution.institution (code, slug, name, name_folded, sort_key, type, ownership, ward_code, rehearsal)
                values (:code, :slug, :name, :folded, :sortKey, :type, :ownership, :wardCode, :rehearsal) returning id
                """)
                .param("code", institution.code())
                .param("slug", institution.slug())
                .param("name", institution.name())
                .param("folded", Vietnamese.fold(institution.name()))
                .param("sortKey", Vietnamese.wordKey(institution.name()))
                .param("type", institution.type())
                .param("ownership", institution.ownership())
                .param("wardCode", institution.wardCode())
                .param("rehearsal", institution.rehearsal())
                .query(Long.class)
                .single();
    }
}
