package vn.lanhnghe.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

@Repository
class DiplomaRepository {

    private static final String COLUMNS = """
            d.id, d.institution_id, d.decision_id, d.enrolment_id, d.learner_id, d.code, d.serial, d.register_number,
            d.institution_name, d.full_name, d.birth_date, d.birth_place, d.occupation_code, d.occupation, d.level, d.average,
            d.rank, d.decision_number, d.decided_on, d.state, d.prepared_by, d.signed_by, d.signed_by_name, d.signed_at, d.key_id,
            d.signature, d.revoked_at, d.revoked_by_name, d.revoking_decision, d.revoking_reason
            """;

    private static final String FACTS = "select " + COLUMNS;
    private static final String FOUND = "select " + COLUMNS + ", i.slug as issuer_slug, i.name as issuer_name ";
    private static final String ISSUER = " d join institution.plate i on i.id = d.institution_id";
    private static final RowMapper<Diploma> DIPLOMA = new SimplePropertyRowMapper<>(Diploma.class);

    private static final String MATCHES = """
             where (:folded = '' or name_folded like :like or serial = :q or register_number = :q or code = :code)
               and (:state = '' or state = :state) and (:batch::bigint is null or batch_id = :batch::bigint)
               and (:decision::bigint is null or decision_id = :decision::bigint)
            """;

    /** What a list of diplomas is filtered by; empty or null means all. */
    record Filter(
            String q,
            String state,
            @Nullable Long batch,
            @Nullable Long decision,
            String sort) {

        String order() {
            return switch (sort) {
                case "register" -> "length(register_number), register_number";
                case "serial" -> "serial";
                case "decided" -> "decided_on desc, sort_key";
                default -> "sort_key, id";
            };
        }
    }

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    DiplomaRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Optional<Diploma> find(long id) {
        return jdbc.sql(FACTS + "from credential.diploma d where id = :id")
                .param("id", id)
                .query(Diploma.class)
                .optional();
    }

    /** The public's way in by code. */
    Optional<Found> lookUp(String code) {
        return jdbc.sql(FOUND + "from credential.look_up(:code)" + ISSUER)
                .param("code", code)
                .query(DiplomaRepository::found)
                .optional();
    }

    /** The public's way in by what the paper says; nothing when two papers say the same. */
    Optional<Found> lookUp(String serial, String foldedName, LocalDate birthDate) {
        var found = jdbc.sql(FOUND + "from credential.look_up(:serial, :name, :birthDate)" + ISSUER)
                .param("serial", serial)
                .param("name", foldedName)
                .param("birthDate", birthDate)
                .query(DiplomaRepository::found)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                DIPLOMA.mapRow(row, number), new Issuer(row.getString("issuer_slug"), row.getString("issuer_name")));
    }

    List<Diploma> listOf(long enrolmentId) {
        return jdbc.sql(FACTS + "from credential.diploma d where enrolment_id = :id order by id")
                .param("id", enrolmentId)
                .query(Diploma.class)
                .list();
    }

    List<Diploma> listPrepared(long decisionId) {
        return jdbc.sql(FACTS + "from credential.diploma d where decision_id = :id and state = 'PREPARED' for update")
                .param("id", decisionId)
                .query(Diploma.class)
                .list();
    }

    Paging<Diploma> list(Filter filter, int page) {
        var rows = matching(
                        FACTS + "from credential.diploma d" + MATCHES + "order by " + filter.order()
                                + " limit :size offset :offset",
                        filter)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Diploma.class)
                .list();
        var total = matching("select count(*) from credential.diploma d" + MATCHES, filter)
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
                .param("q", filter.q().strip())
                .param("code", Code.read(filter.q()).orElse(""))
                .param("state", filter.state())
                .param("batch", filter.batch())
                .param("decision", filter.decision());
    }

    long count() {
        return jdbc.sql("select count(*) from credential.diploma")
                .query(Long.class)
                .single();
    }

    /** Which of these serials, register numbers and courses of study the college's register already holds. */
    long countSigned(long batchId) {
        return jdbc.sql("select count(*) from credential.diploma d where batch_id = :batch and state <> 'PREPARED'")
                .param("batch", batchId)
                .query(Long.class)
                .single();
    }

    /** Takes a prepared list back; a decision without diplomas goes with it. */
    int removePrepared(long batchId) {
        var removed = jdbc.sql("delete from credential.diploma d where batch_id = :batch and state = 'PREPARED'")
                .param("batch", batchId)
                .update();
        jdbc.sql("""
                delete from credential.decision c where batch_id = :batch and state = 'PREPARED'
                   and not exists (select from credential.diploma d where d.decision_id = c.id)
                """).param("batch", batchId).update();
        return removed;
    }

    private static final String LIVING = """
            select s.student_code as "studentCode", d.full_name as "fullName", d.birth_date::text as "birthDate",
                   d.birth_place as "birthPlace", d.occupation_code as "occupationCode", d.level as "level", d.average::text as "average",
                   d.rank as "rank", d.decision_number as "decisionNumber", d.decided_on::text as "decidedOn", d.serial as "serial",
                   d.register_number as "registerNumber"
              from credential.diploma d join learning.study_record s on s.enrolment_id = d.enrolment_id
             where d.state <> 'REVOKED'
            """;

    /** The diplomas of these learners that are not revoked, by student code; each by the fields of the graduation list. */
    Map<String, Map<String, String>> listLiving(Collection<String> studentCodes) {
        var living = new HashMap<String, Map<String, String>>();
        living(jdbc.sql(LIVING + " and s.student_code = any(:codes) and d.institution_id = :own")
                        .param("codes", studentCodes.toArray(String[]::new)))
                .forEach(it -> living.put(it.getOrDefault("studentCode", ""), it));
        return living;
    }

    List<Map<String, String>> listLiving() {
        return living(jdbc.sql(LIVING + " and d.institution_id = :own order by d.decided_on, d.register_number"));
    }

    private static List<Map<String, String>> living(JdbcClient.StatementSpec statement) {
        return statement.param("own", Scope.current().institutionId()).query().listOfRows().stream()
                .map(row -> {
                    var facts = new HashMap<String, String>();
                    row.forEach((field, value) -> {
                        if (value != null) {
                            facts.put(field, value.toString());
                        }
                    });
                    return (Map<String, String>) facts;
                })
                .toList();
    }

    Set<String> listTaken(String column, Collection<String> values) {
        var sql = switch (column) {
            case "serial" -> "select serial from credential.diploma d where serial = any(:values)";
            case "registerNumber" ->
                "select register_number from credential.diploma d where register_number = any(:values)";
            case "studentCode" -> """
                    select s.student_code from credential.diploma d join learning.study_record s on s.enrolment_id = d.enrolment_id
                     where d.state <> 'REVOKED' and s.student_code = any(:values)
                    """;
            default -> throw new IllegalArgumentException(column);
        };
        return Set.copyOf(jdbc.sql(sql)
                .param("values", values.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    void insert(List<MapSqlParameterSource> diplomas) {
        template.batchUpdate("""
                insert into credential.diploma (institution_id, site_id, decision_id, enrolment_id, learner_id, code, serial, register_number,
                  institution_name, full_name, name_folded, sort_key, birth_date, birth_place, occupation_code, occupation, level, average,
                  rank, decision_number, decided_on, prepared_by, batch_id)
                values (:institutionId, :siteId, :decisionId, :enrolmentId, :learnerId, :code, :serial, :registerNumber, :institutionName,
                  :fullName, :folded, :sortKey, :birthDate, :birthPlace, :occupationCode, :occupation, :level, :average, :rank,
                  :decisionNumber, :decidedOn, :preparedBy, :batchId)
                """, diplomas.toArray(MapSqlParameterSource[]::new));
    }

    /** {@code signatures} by diploma id. */
    void sign(java.util.Map<Long, byte[]> signatures, String keyId, long by, String name, OffsetDateTime at) {
        template.batchUpdate(
                """
                update credential.diploma set state = 'VALID', signature = :signature, key_id = :key, signed_by = :by,
                       signed_by_name = :name, signed_at = :at
                 where id = :id and state = 'PREPARED'
                """,
                signatures.entrySet().stream()
                        .map(it -> new MapSqlParameterSource()
                                .addValue("id", it.getKey())
                                .addValue("signature", it.getValue())
                                .addValue("key", keyId)
                                .addValue("by", by)
                                .addValue("name", name)
                                .addValue("at", at))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Says whether it was valid until now. */
    boolean revoke(long id, Revocation revocation, String by) {
        return jdbc.sql("""
                update credential.diploma set state = 'REVOKED', revoked_at = now(), revoked_by_name = :by,
                       revoking_decision = :decision, revoking_reason = :reason
                 where id = :id and state = 'VALID'
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("decision", revocation.decision())
                        .param("reason", revocation.reason())
                        .update()
                == 1;
    }
}
