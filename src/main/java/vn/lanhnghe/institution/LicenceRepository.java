package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

@Repository
class LicenceRepository {

    private static final String SELECT = """
            select l.id, l.institution_id, i.name as institution_name, i.slug, l.kind, l.number, l.issuer, l.issued_on, l.valid_from, l.valid_to,
                   l.scan, l.scan_name, l.note, l.token, l.rehearsal, c.label as clause, c.text_id
              from institution.licence l join institution.institution i on i.id = l.institution_id
              left join law.reference c on c.clause_code = l.clause_code
            """;

    private static final String LINES = """
            select n.id, n.licence_id, n.institution_id, n.site_id, s.name as site_name, n.occupation_code, n.code_on_paper, n.occupation_name,
                   n.level, n.quota, n.valid_from, n.valid_to, n.withdrawn_by, x.number as withdrawn_number, n.note, l.number, l.issued_on
              from institution.licence_line n
              join institution.licence l on l.id = n.licence_id
              join institution.site s on s.id = n.site_id
              left join institution.licence x on x.id = n.withdrawn_by
            """;

    private static final String LINE_ORDER = " order by n.level, n.occupation_name, s.main desc, n.valid_from, n.id";

    private final JdbcClient jdbc;

    LicenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Licence> find(long id) {
        return jdbc.sql(SELECT + "where l.id = :id")
                .param("id", id)
                .query(Licence.class)
                .optional();
    }

    Optional<Licence> findByToken(String token) {
        return jdbc.sql(SELECT + "where l.token = :token")
                .param("token", token)
                .query(Licence.class)
                .optional();
    }

    List<Licence> list(long institutionId) {
        return jdbc.sql(SELECT + "where l.institution_id = :id order by l.issued_on desc, l.id desc")
                .param("id", institutionId)
                .query(Licence.class)
                .list();
    }

    /** Those whose number is the one asked for, signs and blanks aside; at most twenty. */
    List<Licence> listByNumber(String folded) {
        return jdbc.sql(
                        SELECT
                                + "where l.number_folded = :folded or l.number_folded like :begun order by l.issued_on desc, l.id limit 20")
                .param("folded", folded)
                .param("begun", folded.length() < 3 ? folded : folded + "%")
                .query(Licence.class)
                .list();
    }

    List<LicenceLine> listLines(long licenceId) {
        return jdbc.sql(LINES + "where n.licence_id = :id" + LINE_ORDER)
                .param("id", licenceId)
                .query(LicenceLine.class)
                .list();
    }

    List<LicenceLine> listLines(Collection<Long> licenceIds) {
        return jdbc.sql(LINES + "where n.licence_id = any(:ids)" + LINE_ORDER)
                .param("ids", licenceIds.toArray(Long[]::new))
                .query(LicenceLine.class)
                .list();
    }

    /** What an institution may train on a day. */
    List<LicenceLine> listInForce(long institutionId, LocalDate on) {
        return jdbc.sql(LINES
                        + "where n.institution_id = :id and n.valid_from <= :on and (n.valid_to is null or n.valid_to >= :on)"
                        + LINE_ORDER)
                .param("id", institutionId)
                .param("on", on)
                .query(LicenceLine.class)
                .list();
    }

    /** The quota of a line as it stood on the last day of a year on which it was in force. */
    record Quota(
            long institutionId,
            String institutionName,
            long siteId,
            String siteName,
            boolean main,
            @Nullable String occupationCode,
            String occupationName,
            String level,
            long quota) {}

    List<Quota> listQuotas(int year) {
        return jdbc.sql("""
                select n.institution_id, i.name as institution_name, n.site_id, s.name as site_name, s.main, n.occupation_code,
                       min(n.occupation_name) as occupation_name, n.level, sum(n.quota) as quota
                  from institution.licence_line n
                  join institution.institution i on i.id = n.institution_id
                  join institution.site s on s.id = n.site_id
                 where n.valid_from <= make_date(:year, 12, 31) and (n.valid_to is null or n.valid_to >= make_date(:year, 12, 31))
                   and n.occupation_code is not null
                 group by n.institution_id, i.name, n.site_id, s.name, s.main, n.occupation_code, n.level
                """).param("year", year).query(Quota.class).list();
    }

    boolean trains(String type, String level) {
        return jdbc.sql("select exists (select from institution.type_level where type = :type and level = :level)")
                .param("type", type)
                .param("level", level)
                .query(Boolean.class)
                .single();
    }

    long insert(
            long institutionId,
            NewLicence licence,
            String folded,
            String token,
            @Nullable String scan,
            @Nullable String scanName,
            boolean rehearsal) {
        return jdbc.sql("""
                insert into institution.licence (institution_id, kind, number, number_folded, issuer, issued_on, valid_from, valid_to, note, token,
                       scan, scan_name, rehearsal, recorded_by, clause_code)
                values (:institution, :kind, :number, :folded, :issuer, :issuedOn, :validFrom, :validTo, :note, :token, :scan, :scanName,
                        :rehearsal, :actor,
                        (select b.clause_code from institution.licence_basis b
                          where b.valid_from <= :issuedOn and (b.valid_to is null or b.valid_to >= :issuedOn) limit 1)) returning id
                """)
                .param("institution", institutionId)
                .param("kind", licence.kind().name())
                .param("number", licence.number())
                .param("folded", folded)
                .param("issuer", licence.issuer())
                .param("issuedOn", licence.issuedOn())
                .param("validFrom", licence.validFrom() == null ? licence.issuedOn() : licence.validFrom())
                .param("validTo", licence.validTo())
                .param("note", licence.note().isBlank() ? null : licence.note())
                .param("token", token)
                .param("scan", scan)
                .param("scanName", scanName)
                .param("rehearsal", rehearsal)
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .single();
    }

    void insertLines(Licence licence, List<NewLine> lines, List<@Nullable String> notes) {
        jdbc.sql("""
                insert into institution.licence_line (licence_id, institution_id, site_id, occupation_code, code_on_paper, occupation_name, level,
                       quota, valid_from, valid_to, note)
                select :licence, :institution, n.site_id, nullif(n.code, ''), nullif(n.on_paper, ''), n.name, n.level, n.quota, n.valid_from, n.valid_to,
                       n.note
                  from unnest(:sites::bigint[], :codes::text[], :papers::text[], :names::text[], :levels::text[], :quotas::integer[],
                              :froms::date[], :tos::date[], :notes::text[])
                    as n (site_id, code, on_paper, name, level, quota, valid_from, valid_to, note)
                """)
                .param("licence", licence.id())
                .param("institution", licence.institutionId())
                .param("sites", lines.stream().map(NewLine::siteId).toArray(Long[]::new))
                .param("codes", lines.stream().map(NewLine::occupationCode).toArray(String[]::new))
                .param("papers", lines.stream().map(NewLine::codeOnPaper).toArray(String[]::new))
                .param("names", lines.stream().map(NewLine::occupationName).toArray(String[]::new))
                .param("levels", lines.stream().map(NewLine::level).toArray(String[]::new))
                .param("quotas", lines.stream().map(NewLine::quota).toArray(Integer[]::new))
                .param(
                        "froms",
                        lines.stream()
                                .map(it -> (it.validFrom() == null ? licence.validFrom() : it.validFrom()).toString())
                                .toArray(String[]::new))
                .param(
                        "tos",
                        lines.stream()
                                .map(it -> it.validTo() == null ? licence.validTo() : it.validTo())
                                .map(it -> it == null ? null : it.toString())
                                .toArray(String[]::new))
                .param("notes", notes.toArray(String[]::new))
                .update();
    }

    /** Ends lines on the day before; says how many. */
    int withdraw(long institutionId, Collection<Long> lineIds, long byLicence, LocalDate from) {
        return jdbc.sql("""
                update institution.licence_line set valid_to = :last, withdrawn_by = :by
                 where id = any(:ids) and institution_id = :institution and withdrawn_by is null and valid_from <= :from
                """)
                .param("last", from.minusDays(1))
                .param("from", from)
                .param("by", byLicence)
                .param("ids", lineIds.toArray(Long[]::new))
                .param("institution", institutionId)
                .update();
    }

    /** Puts withdrawn lines back in force, to the end that their paper names. */
    int restore(long byLicence) {
        return jdbc.sql("""
                update institution.licence_line n set withdrawn_by = null, valid_to = l.valid_to
                  from institution.licence l where l.id = n.licence_id and n.withdrawn_by = :by
                """).param("by", byLicence).update();
    }
}
