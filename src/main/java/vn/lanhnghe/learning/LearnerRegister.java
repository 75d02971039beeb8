package vn.lanhnghe.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.SheetKind.Progress;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.shared.Vietnamese;

/** Writes learners and their courses of study in bulk, as a checked list gives them. */
@Repository
class LearnerRegister {

    private static final int SLICE = 500;

    private static final String INSERT_LEARNER = """
            insert into learning.learner (institution_id, site_id, full_name, name_folded, sort_key, birth_date, sex, citizen_id,
                                          birth_place, ethnicity, phone, policy_group)
            values (:institution, :site, :fullName, :folded, :sortKey, :birthDate::date, :sex, :citizenId,
                    :birthPlace, :ethnicity, :phone, :policyGroup)
            on conflict (institution_id, citizen_id) do update
              set full_name = excluded.full_name, name_folded = excluded.name_folded, sort_key = excluded.sort_key,
                  birth_date = excluded.birth_date, sex = coalesce(excluded.sex, learner.sex),
                  birth_place = coalesce(excluded.birth_place, learner.birth_place),
                  ethnicity = coalesce(excluded.ethnicity, learner.ethnicity),
                  phone = coalesce(excluded.phone, learner.phone),
                  policy_group = coalesce(excluded.policy_group, learner.policy_group)
            """;

    private static final String INSERT_ENROLMENT = """
            insert into learning.enrolment (learner_id, institution_id, site_id, student_code, occupation_code, level, admitted_on,
                                            note, batch_id)
            select l.id, l.institution_id, :site::bigint, :studentCode, :occupationCode, :level, :admittedOn::date, :note, :batch::bigint
              from learning.learner l where l.institution_id = :institution and l.citizen_id = :citizenId
            """;

    private static final String UPDATE_LEARNER = """
            update learning.learner set full_name = :fullName, name_folded = :folded, sort_key = :sortKey,
                   birth_date = :birthDate::date, sex = coalesce(:sex, sex), citizen_id = :citizenId,
                   birth_place = coalesce(:birthPlace, birth_place), ethnicity = coalesce(:ethnicity, ethnicity),
                   phone = coalesce(:phone, phone), policy_group = coalesce(:policyGroup, policy_group)
             where id = :learner
            """;

    private static final String UPDATE_ENROLMENT = """
            update learning.enrolment set occupation_code = :occupationCode, level = :level,
                   admitted_on = coalesce(:admittedOn::date, admitted_on), note = coalesce(:note, note), batch_id = :batch
             where id = :enrolment
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final EnrolmentRepository enrolments;
    private final Acts acts;

    LearnerRegister(NamedParameterJdbcTemplate jdbc, EnrolmentRepository enrolments, Acts acts) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
        this.acts = acts;
    }

    /** {@code existing} are the courses of study that the rows' student codes already name. */
    void write(long batchId, List<SheetRow> rows, Map<String, Enrolment> existing, Progress progress) {
        for (var from = 0; from < rows.size(); from += SLICE) {
            var slice = rows.subList(from, Math.min(rows.size(), from + SLICE));
            var fresh = new ArrayList<MapSqlParameterSource>();
            var known = new ArrayList<MapSqlParameterSource>();
            for (var row : slice) {
                var before = existing.get(row.get("studentCode"));
                (before == null ? fresh : known).add(parameters(batchId, row, before));
            }
            batch(INSERT_LEARNER, fresh);
            batch(INSERT_ENROLMENT, fresh);
            batch(UPDATE_LEARNER, known);
            batch(UPDATE_ENROLMENT, known);
            tell(batchId, slice, existing);
            progress.done(from + slice.size());
        }
    }

    private void batch(String sql, List<MapSqlParameterSource> parameters) {
        if (!parameters.isEmpty()) {
            jdbc.batchUpdate(sql, parameters.toArray(MapSqlParameterSource[]::new));
        }
    }

    private void tell(long batchId, List<SheetRow> slice, Map<String, Enrolment> existing) {
        var written =
                enrolments.list(slice.stream().map(it -> it.get("studentCode")).toList());
        var summary = "Theo tệp số " + batchId;
        var admitted = written.stream()
                .filter(it -> !existing.containsKey(it.studentCode()))
                .map(Enrolment::id)
                .toList();
        var changed = written.stream()
                .filter(it -> existing.containsKey(it.studentCode()))
                .map(Enrolment::id)
                .toList();
        var institution = Scope.current().institutionId();
        acts.record(ActKind.LEARNER_ADMITTED, "enrolment", admitted, institution, summary, null);
        acts.record(ActKind.LEARNER_CHANGED, "enrolment", changed, institution, summary, null);
    }

    private static MapSqlParameterSource parameters(long batchId, SheetRow row, @Nullable Enrolment before) {
        var scope = Scope.current();
        var parameters = new MapSqlParameterSource()
                .addValue("institution", scope.institutionId())
                .addValue("site", scope.siteId())
                .addValue("batch", batchId)
                .addValue("folded", Vietnamese.fold(row.get("fullName")))
                .addValue("sortKey", Vietnamese.sortKey(row.get("fullName")))
                .addValue("learner", before == null ? null : before.learnerId())
                .addValue("enrolment", before == null ? null : before.id());
        for (var field : List.of(
                "studentCode",
                "fullName",
                "birthDate",
                "sex",
                "citizenId",
                "birthPlace",
                "ethnicity",
                "phone",
                "policyGroup",
                "occupationCode",
                "level",
                "admittedOn",
                "note")) {
            parameters.addValue(field, row.text(field), java.sql.Types.VARCHAR);
        }
        return parameters;
    }
}
