package vn.lanhnghe.credential.verifying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Diploma;

/** The public's ways into the register: each answers with one diploma at most. */
@Repository
class FoundRepository {

    private static final String FOUND = "select " + Diploma.COLUMNS
            + ", d.issuer_slug, d.issuer_name, d.logo_at, d.entered_number, d.entered_at, d.cohort, d.admitted_on, d.ruled "
            + "from (select (c.diploma).*, c.issuer_slug, c.issuer_name, c.logo_at, c.entered_number, c.entered_at, c.cohort, c.admitted_on, c.ruled from ";
    private static final RowMapper<Diploma> DIPLOMA = new SimplePropertyRowMapper<>(Diploma.class);

    private final JdbcClient jdbc;

    FoundRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The public's way in by code. */
    Optional<Found> lookUp(String code) {
        return jdbc.sql(FOUND + "credential.checked(:code) c) d")
                .param("code", code)
                .query(FoundRepository::found)
                .optional();
    }

    /** The public's way in by what the paper says; nothing when two papers say the same. */
    Optional<Found> lookUp(String serial, String foldedName, LocalDate birthDate) {
        var found = jdbc.sql(
                        FOUND
                                + "credential.look_up(:serial, :name, :birthDate) l cross join lateral credential.checked(l.code) c) d")
                .param("serial", serial)
                .param("name", foldedName)
                .param("birthDate", birthDate)
                .query(FoundRepository::found)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    Allowed allowed(Diploma diploma, Entered entered) {
        return jdbc.sql(
                        "select * from credential.allowed(:institution, :occupation, :level, :decided, :cohort, :admitted)")
                .param("institution", diploma.institutionId())
                .param("occupation", diploma.occupationCode())
                .param("level", diploma.level().name())
                .param("decided", diploma.decidedOn())
                .param("cohort", entered.cohort())
                .param("admitted", entered.admittedOn())
                .query(Allowed.class)
                .single();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                DIPLOMA.mapRow(row, number),
                new Issuer(
                        row.getString("issuer_slug"),
                        row.getString("issuer_name"),
                        row.getObject("logo_at", OffsetDateTime.class)),
                new Entered(
                        row.getString("entered_number"),
                        row.getObject("entered_at", OffsetDateTime.class),
                        row.getInt("cohort"),
                        row.getObject("admitted_on", LocalDate.class),
                        row.getBoolean("ruled")));
    }
}
