package vn.lanhnghe.credential.issuing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

/** The register of diplomas as a graduation list meets it. */
@Repository
class ListRepository {

    private final JdbcClient jdbc;

    ListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("select count(*) from credential.diploma")
                .query(Long.class)
                .single();
    }

    /** How many of a list's diplomas were signed since. */
    long countSigned(long batchId) {
        return jdbc.sql(
                        "select count(*) from credential.diploma d where batch_id = :batch and state in ('SIGNED', 'VALID', 'SUSPENDED', 'REVOKED', 'ANNULLED', 'REPLACED')")
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
                delete from credential.decision c where batch_id = :batch
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
             where d.state in ('PREPARED', 'CHECKED', 'SIGNED', 'VALID', 'SUSPENDED')
               and (d.replaces is null or d.state in ('VALID', 'SUSPENDED'))
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

    /** Which of these serials, register numbers and courses of study the college's register already holds. */
    Set<String> listTaken(String column, Collection<String> values) {
        var sql = switch (column) {
            case "serial" -> "select serial from credential.diploma d where serial = any(:values)";
            case "registerNumber" ->
                "select register_number from credential.diploma d where register_number = any(:values)";
            case "studentCode" -> """
                    select s.student_code from credential.diploma d join learning.study_record s on s.enrolment_id = d.enrolment_id
                     where d.state in ('PREPARED', 'CHECKED', 'SIGNED', 'VALID', 'SUSPENDED') and s.student_code = any(:values)
                    """;
            default -> throw new IllegalArgumentException(column);
        };
        return Set.copyOf(jdbc.sql(sql)
                .param("values", values.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
