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
             where (:every or lower(i.code) = :code or i.ward_code in (:wards)
                    or regexp_replace(i.name_folded, '( va |[^a-z0-9])+', ' ', 'g') like :like)
               and (:type = '' or i.type = :type) and (:ownership = '' or i.ownership = :ownership)
               and (:region = 0 or w.region = :region) and (:ward = '' or i.ward_code = :ward)
               and (:status = '' or i.status = :status)
            """;

    /** A code of a list with its label. */
    record Choice(String code, String label) {}

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

    /** A page past the last one shows the last one. */
    Paging<Institution> list(InstitutionFilter filter, List<Choice> wards, int page) {
        var total = matching(
                        "select count(*) from institution.institution i left join place.unit w on w.code = i.ward_code"
                                + MATCHES,
                        filter,
                        wards)
                .query(Long.class)
                .single();
        var shown = Math.min(page, new Paging<>(List.of(), 1, total, Paging.SIZE).last());
        var rows = matching(SELECT + MATCHES + "order by i.sort_key, i.id limit :size offset :offset", filter, wards)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(shown))
                .query(Institution.class)
                .list();
        return new Paging<>(rows, shown, total, Paging.SIZE);
    }

    private JdbcClient.StatementSpec matching(String sql, InstitutionFilter filter, List<Choice> wards) {
        var words = InstitutionFilter.words(filter.q());
        return jdbc.sql(sql)
                .param("every", filter.q().isBlank())
                .param("code", Vietnamese.fold(filter.q()))
                .param("wards", named(words, wards))
                .param("like", words.isEmpty() ? "" : "%" + words + "%")
                .param("type", filter.type())
                .param("ownership", filter.ownership())
                .param("region", filter.region())
                .param("ward", filter.ward())
                .param("status", filter.status());
    }

    /** The codes of the wards meant by the words; never empty, for SQL knows no empty list. */
    private static List<String> named(String words, List<Choice> wards) {
        var meant = wards.stream()
                .filter(it -> !words.isEmpty()
                        && (it.code().equals(words)
                                || InstitutionFilter.words(it.label()).contains(words)))
                .map(Choice::code)
                .toList();
        return meant.isEmpty() ? List.of("") : meant;
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

    List<Colleges.Seat> listSeats() {
        return jdbc.sql("""
                select s.id, s.institution_id, i.name || ' – ' || s.name as name
                  from institution.site s join institution.institution i on i.id = s.institution_id
                 where i.status = 'OPEN' and not s.main order by i.sort_key, s.id
                """).query(Colleges.Seat.class).list();
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

    List<Choice> listWards() {
        return jdbc.sql("select code, name as label from place.unit order by region, code")
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
