package vn.lanhnghe.place;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlaceRepository {

    private static final String SET = """
            select id, state, file_name, sha256, source, licence, valid_from, web_bytes, uploaded_by, uploaded_at, used_at, retired_at
              from place.boundary_set
            """;

    /** What an old unit, or a part of it, became. Folded names are without their kind, save numbers: {@code phuong 4}. */
    record FormerUnit(
            String name,
            String nameFolded,
            String district,
            String districtFolded,
            @Nullable String earlierDistrict,
            @Nullable String earlierDistrictFolded,
            String province,
            String wardCode,
            boolean part,
            boolean verified,
            LocalDate validTo,
            String clause) {}

    private final JdbcClient jdbc;

    PlaceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ward> list(LocalDate on) {
        return jdbc.sql("""
                select code, name, region, lat, lon, area_km2, valid_from, valid_to from place.ward
                 where valid_from <= :on and (valid_to is null or valid_to >= :on) order by region, code
                """).param("on", on).query(Ward.class).list();
    }

    /** Changes whenever the outlines of that day do. */
    String stamp(LocalDate on) {
        return jdbc.sql("""
                select coalesce((select id from place.boundary_set where state = 'USED'), 0) || ':'
                       || coalesce(md5(string_agg(concat_ws(' ', code, name, region, lat, lon, area_km2), '|' order by code)), '')
                  from place.ward where valid_from <= :on and (valid_to is null or valid_to >= :on)
                """).param("on", on).query(String.class).single();
    }

    List<FormerUnit> listFormer() {
        return jdbc.sql("""
                select name, name_folded, district, district_folded, earlier_district, earlier_district_folded, province,
                       ward_code, part, verified, valid_to, clause
                  from place.former_unit order by id
                """).query(FormerUnit.class).list();
    }

    Optional<BoundarySet> find(long id) {
        return jdbc.sql(SET + "where id = :id")
                .param("id", id)
                .query(BoundarySet.class)
                .optional();
    }

    Optional<BoundarySet> findUsed() {
        return jdbc.sql(SET + "where state = 'USED'").query(BoundarySet.class).optional();
    }

    List<BoundarySet> listSets() {
        return jdbc.sql(SET + "order by id desc").query(BoundarySet.class).list();
    }

    List<BoundaryFault> listWarnings(long setId) {
        return jdbc.sql(
                        "select feature, written, false as grave, what, fix from place.boundary_warning where set_id = :id order by id")
                .param("id", setId)
                .query(BoundaryFault.class)
                .list();
    }

    Map<String, Geometry> listOutlines(long setId) {
        return outlines("select ward_code, full_wkb as wkb from place.boundary where set_id = :id", setId);
    }

    Map<String, Geometry> listWebOutlines(long setId) {
        return outlines("select ward_code, web_wkb as wkb from place.boundary where set_id = :id", setId);
    }

    private Map<String, Geometry> outlines(String sql, long setId) {
        var outlines = new LinkedHashMap<String, Geometry>();
        jdbc.sql(sql).param("id", setId).query(row -> {
            try {
                outlines.put(row.getString("ward_code"), new WKBReader(Plane.FACTORY).read(row.getBytes("wkb")));
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        });
        return outlines;
    }

    /** One import at a time, in the whole city. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('place.boundary_set'))::text")
                .query(String.class)
                .optional();
    }

    long insert(NewBoundaries set, String fileName, String sha256, int webBytes, String uploadedBy) {
        return jdbc.sql("""
                insert into place.boundary_set (file_name, sha256, source, licence, valid_from, web_bytes, uploaded_by)
                values (:fileName, :sha256, :source, :licence, :validFrom, :webBytes, :uploadedBy) returning id
                """)
                .param("fileName", fileName)
                .param("sha256", sha256)
                .param("source", set.source().strip())
                .param("licence", set.licence().strip())
                .param("validFrom", set.validFrom())
                .param("webBytes", webBytes)
                .param("uploadedBy", uploadedBy)
                .query(Long.class)
                .single();
    }

    void insertOutlines(long setId, Map<String, Geometry> full, Map<String, Geometry> web) {
        full.forEach((code, outline) -> jdbc.sql(
                        "insert into place.boundary (set_id, ward_code, full_wkb, web_wkb) values (:set, :code, :full, :web)")
                .param("set", setId)
                .param("code", code)
                .param("full", new WKBWriter().write(outline))
                .param("web", new WKBWriter().write(Objects.requireNonNull(web.get(code))))
                .update());
    }

    void insertWarnings(long setId, List<BoundaryFault> warnings) {
        warnings.forEach(it -> jdbc.sql(
                        "insert into place.boundary_warning (set_id, feature, written, what, fix) values (:set, :feature, :written, :what, :fix)")
                .param("set", setId)
                .param("feature", it.feature())
                .param("written", it.written())
                .param("what", it.what())
                .param("fix", it.fix())
                .update());
    }

    void retireUsed() {
        jdbc.sql("update place.boundary_set set state = 'RETIRED', retired_at = now() where state = 'USED'")
                .update();
    }

    void use(long id) {
        jdbc.sql("update place.boundary_set set state = 'USED', used_at = now(), retired_at = null where id = :id")
                .param("id", id)
                .update();
    }

    void deleteDrafts() {
        jdbc.sql("delete from place.boundary_set where state = 'DRAFT'").update();
    }
}
