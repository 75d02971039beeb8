package vn.lanhnghe.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.SheetKind.Progress;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.shared.Vietnamese;

/** Writes learners and their courses of study in bulk, as a checked list gives them. */
@Repository
class LearnerRegister {

    private static final int SLICE = 2_000;

    /** The columns of a row, as every statement below reads them. A null never overwrites anything. */
    private static final String ROWS = """
            jsonb_to_recordset(:rows::jsonb) as r (enrolment bigint, learner bigint, "studentCode" text, "fullName" text, folded text,
              "sortKey" text, "birthDate" date, sex text, "citizenId" text, passport text, "citizenIssuedOn" date, "citizenIssuedBy" text,
              "birthPlace" text, "homeTown" text, ethnicity text, religion text, nationality text, phone text, email text,
              "permanentAddress" text, "currentAddress" text, contact text, "policyGroup" text, "occupationCode" text, level text,
              "admittedOn" date, "admissionDecision" text, "className" text, mode text, "entrySchooling" text, "entryYear" integer,
              note text)
            """;

    private static final String INSERT_LEARNERS = """
            insert into learning.learner (institution_id, site_id, full_name, name_folded, sort_key, birth_date, sex, citizen_id, passport,
              person_id, citizen_issued_on, citizen_issued_by, birth_place, home_town, ethnicity, religion, nationality, phone, email,
              permanent_address, current_address, contact, policy_group, first_batch_id)
            select :institution, :site::bigint, r."fullName", r.folded, r."sortKey", r."birthDate", r.sex, r."citizenId", r.passport,
                   p.person_id, r."citizenIssuedOn", r."citizenIssuedBy", r."birthPlace", r."homeTown", r.ethnicity, r.religion,
                   coalesce(r.nationality, 'Việt Nam'), r.phone, r.email, r."permanentAddress", r."currentAddress", r.contact,
                   r."policyGroup", :batch
              from %s
              left join learning.persons(:citizens::text[], :passports::text[]) p
                on p.key = coalesce('C' || r."citizenId", 'P' || r.passport)
             where r.learner is null
            """.formatted(ROWS);

    private static final String UPDATE_LEARNERS = """
            update learning.learner l
               set full_name = coalesce(r."fullName", l.full_name), name_folded = coalesce(r.folded, l.name_folded),
                   sort_key = coalesce(r."sortKey", l.sort_key), birth_date = coalesce(r."birthDate", l.birth_date),
                   sex = coalesce(r.sex, l.sex), citizen_id = coalesce(r."citizenId", l.citizen_id),
                   passport = coalesce(r.passport, l.passport), person_id = coalesce(p.person_id, l.person_id),
                   citizen_issued_on = coalesce(r."citizenIssuedOn", l.citizen_issued_on),
                   citizen_issued_by = coalesce(r."citizenIssuedBy", l.citizen_issued_by),
                   birth_place = coalesce(r."birthPlace", l.birth_place), home_town = coalesce(r."homeTown", l.home_town),
                   ethnicity = coalesce(r.ethnicity, l.ethnicity), religion = coalesce(r.religion, l.religion),
                   nationality = coalesce(r.nationality, l.nationality), phone = coalesce(r.phone, l.phone),
                   email = coalesce(r.email, l.email), permanent_address = coalesce(r."permanentAddress", l.permanent_address),
                   current_address = coalesce(r."currentAddress", l.current_address), contact = coalesce(r.contact, l.contact),
                   policy_group = coalesce(r."policyGroup", l.policy_group)
              from %s
              left join learning.persons(:citizens::text[], :passports::text[]) p
                on p.key = coalesce('C' || r."citizenId", 'P' || r.passport)
             where l.id = r.learner
            """.formatted(ROWS);

    private static final String INSERT_CLASSES = """
            insert into learning.class (institution_id, site_id, code, occupation_code, level, cohort, first_batch_id)
            select distinct on (r."className") :institution, :site::bigint, r."className", r."occupationCode", r.level,
                   coalesce(extract(year from r."admittedOn")::integer, 0), :batch
              from %s where r."className" is not null
            on conflict (institution_id, code) do nothing
            """.formatted(ROWS);

    private static final String INSERT_ENROLMENTS = """
            insert into learning.enrolment (learner_id, institution_id, site_id, student_code, occupation_code, level, admitted_on, note,
              class_id, mode, entry_schooling, entry_year, admission_decision, batch_id, first_batch_id)
            select l.id, l.institution_id, :site::bigint, r."studentCode", r."occupationCode", r.level, r."admittedOn", r.note, c.id,
                   r.mode, r."entrySchooling", r."entryYear", r."admissionDecision", :batch, :batch
              from %s
              left join learning.learner n on r.learner is null and n.institution_id = :institution and n.citizen_id = r."citizenId"
              left join learning.learner f on r.learner is null and r."citizenId" is null and f.institution_id = :institution
               and f.passport = r.passport
              join learning.learner l on l.id = coalesce(r.learner, n.id, f.id)
              left join learning.class c on c.institution_id = :institution and c.code = r."className"
             where r.enrolment is null
            returning id
            """.formatted(ROWS);

    private static final String UPDATE_ENROLMENTS = """
            update learning.enrolment e
               set occupation_code = coalesce(r."occupationCode", e.occupation_code), level = coalesce(r.level, e.level),
                   admitted_on = coalesce(r."admittedOn", e.admitted_on), note = coalesce(r.note, e.note),
                   class_id = coalesce(c.id, e.class_id), mode = coalesce(r.mode, e.mode),
                   entry_schooling = coalesce(r."entrySchooling", e.entry_schooling), entry_year = coalesce(r."entryYear", e.entry_year),
                   admission_decision = coalesce(r."admissionDecision", e.admission_decision), batch_id = :batch
              from %s left join learning.class c on c.institution_id = :institution and c.code = r."className"
             where e.id = r.enrolment
            """.formatted(ROWS);

    private final JdbcClient jdbc;
    private final Images images;
    private final HandEdits hands;
    private final Acts acts;
    private final JsonMapper json;

    LearnerRegister(JdbcClient jdbc, Images images, HandEdits hands, Acts acts, JsonMapper json) {
        this.jdbc = jdbc;
        this.images = images;
        this.hands = hands;
        this.acts = acts;
        this.json = json;
    }

    /** What a row is to the register: a course of study already there, a person already there, or both new. */
    record Known(Map<String, Enrolment> byCode, Map<String, Long> byIdentity, Map<Long, Set<String>> hands) {

        @Nullable
        Enrolment enrolment(SheetRow row) {
            return byCode.get(Objects.toString(row.text("studentCode"), ""));
        }

        @Nullable
        Long learner(SheetRow row) {
            var enrolment = enrolment(row);
            if (enrolment != null) {
                return enrolment.learnerId();
            }
            var citizen = byIdentity.get(Objects.toString(row.text("citizenId"), ""));
            return citizen != null ? citizen : byIdentity.get(Objects.toString(row.text("passport"), ""));
        }

        /** Fields of this row that a person has written by hand and the row does not insist on. */
        Set<String> kept(SheetRow row) {
            var enrolment = enrolment(row);
            return enrolment == null || row.text("overwrite") != null
                    ? Set.of()
                    : hands.getOrDefault(enrolment.id(), Set.of());
        }
    }

    void write(long batchId, List<SheetRow> rows, Known known, Progress progress) {
        for (var from = 0; from < rows.size(); from += SLICE) {
            var slice = rows.subList(from, Math.min(rows.size(), from + SLICE));
            write(batchId, slice, known);
            progress.done(from + slice.size());
        }
    }

    private void write(long batchId, List<SheetRow> slice, Known known) {
        var learners =
                slice.stream().map(known::learner).filter(Objects::nonNull).toList();
        var enrolments = slice.stream()
                .map(known::enrolment)
                .filter(Objects::nonNull)
                .map(Enrolment::id)
                .toList();
        images.keepLearners(batchId, learners);
        images.keepEnrolments(batchId, enrolments);
        hands.supersede(
                slice.stream()
                        .filter(it -> it.text("overwrite") != null)
                        .map(known::enrolment)
                        .filter(Objects::nonNull)
                        .map(Enrolment::id)
                        .toList(),
                batchId);
        var batch = new Slice(
                json.writeValueAsString(
                        slice.stream().map(it -> columns(it, known)).toList()),
                texts(slice, "citizenId"),
                texts(slice, "passport"),
                batchId);
        bind(INSERT_LEARNERS, batch).update();
        if (!learners.isEmpty()) {
            bind(UPDATE_LEARNERS, batch).update();
        }
        bind(INSERT_CLASSES, batch).update();
        var admitted = bind(INSERT_ENROLMENTS, batch).query(Long.class).list();
        if (!enrolments.isEmpty()) {
            bind(UPDATE_ENROLMENTS, batch).update();
        }
        var institution = Scope.current().institutionId();
        acts.record(ActKind.LEARNER_ADMITTED, "enrolment", admitted, institution, "Theo tệp số " + batchId, null);
        acts.record(ActKind.LEARNER_CHANGED, "enrolment", enrolments, institution, "Theo tệp số " + batchId, null);
    }

    private record Slice(String rows, String[] citizens, String[] passports, long batchId) {}

    private JdbcClient.StatementSpec bind(String sql, Slice slice) {
        var scope = Scope.current();
        return jdbc.sql(sql)
                .param("rows", slice.rows())
                .param("citizens", slice.citizens())
                .param("passports", slice.passports())
                .param("batch", slice.batchId())
                .param("institution", scope.institutionId())
                .param("site", scope.siteId());
    }

    private static String[] texts(List<SheetRow> rows, String field) {
        return rows.stream().map(it -> it.text(field)).filter(Objects::nonNull).toArray(String[]::new);
    }

    private static Map<String, @Nullable Object> columns(SheetRow row, Known known) {
        var kept = known.kept(row);
        var columns = new HashMap<String, @Nullable Object>();
        for (var field : LearnerSheet.WRITTEN) {
            columns.put(field, kept.contains(field) ? null : row.text(field));
        }
        var name = kept.contains("fullName") ? null : row.text("fullName");
        columns.put("folded", name == null ? null : Vietnamese.fold(name));
        columns.put("sortKey", name == null ? null : Vietnamese.sortKey(name));
        columns.put("learner", known.learner(row));
        var enrolment = known.enrolment(row);
        columns.put("enrolment", enrolment == null ? null : enrolment.id());
        return columns;
    }

    /** What keeps a list from being taken back. */
    List<String> obstacles(long batchId) {
        var obstacles = new ArrayList<String>();
        obstacle(obstacles, "%d học viên của tệp đã có điểm", """
                select count(distinct r.enrolment_id) from learning.result r join learning.enrolment e on e.id = r.enrolment_id
                 where e.first_batch_id = :batch
                """, batchId);
        obstacle(obstacles, "%d học viên của tệp đã ở trong sổ điểm, sổ lên lớp", """
                select count(distinct m.enrolment_id) from learning.mark m join learning.enrolment e on e.id = m.enrolment_id
                 where e.first_batch_id = :batch
                """, batchId);
        obstacle(obstacles, "%d học viên của tệp đã có kết quả rèn luyện", """
                select count(distinct c.enrolment_id) from learning.conduct c join learning.enrolment e on e.id = c.enrolment_id
                 where e.first_batch_id = :batch
                """, batchId);
        obstacle(obstacles, "%d học viên của tệp đã đổi tình trạng học", """
                select count(distinct s.enrolment_id) from learning.step s join learning.enrolment e on e.id = s.enrolment_id
                 where e.first_batch_id = :batch
                """, batchId);
        obstacle(obstacles, "%d học viên của tệp đã vào danh sách xét tốt nghiệp", """
                select count(distinct v.enrolment_id) from learning.verdict v join learning.enrolment e on e.id = v.enrolment_id
                 where e.first_batch_id = :batch
                """, batchId);
        obstacle(obstacles, "%d hồ sơ đã được một tệp sau ghi tiếp", """
                select count(*) from learning.enrolment e
                 where (e.first_batch_id = :batch
                        or e.id in (select i.id from learning.image i where i.batch_id = :batch and i.place = 'enrolment'))
                   and e.batch_id is distinct from :batch
                """, batchId);
        obstacle(obstacles, "%d hồ sơ đã được gộp với hồ sơ khác", """
                select count(*) from learning.merge m join learning.enrolment e on e.id = any (m.enrolment_ids)
                 where e.batch_id = :batch and m.undone_at is null
                """, batchId);
        var edited = hands.countSince(batchId);
        if (edited > 0) {
            obstacles.add("%d hồ sơ đã được sửa tay sau khi ghi".formatted(edited));
        }
        return obstacles;
    }

    private void obstacle(List<String> obstacles, String sentence, String sql, long batchId) {
        var count = jdbc.sql(sql).param("batch", batchId).query(Long.class).single();
        if (count > 0) {
            obstacles.add(sentence.formatted(count));
        }
    }

    int undo(long batchId) {
        var touched = jdbc.sql("select count(*) from learning.enrolment where batch_id = :batch")
                .param("batch", batchId)
                .query(Integer.class)
                .single();
        images.restoreLearners(batchId);
        hands.restore(batchId);
        return touched;
    }
}
