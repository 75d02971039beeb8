package vn.lanhnghe.learning;

import static java.util.stream.Collectors.joining;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

@Repository
class LearnerRepository {

    private static final Map<String, String> OF_LEARNER = Map.ofEntries(
            Map.entry("fullName", "full_name"),
            Map.entry("birthDate", "birth_date"),
            Map.entry("sex", "sex"),
            Map.entry("citizenId", "citizen_id"),
            Map.entry("passport", "passport"),
            Map.entry("citizenIssuedOn", "citizen_issued_on"),
            Map.entry("citizenIssuedBy", "citizen_issued_by"),
            Map.entry("birthPlace", "birth_place"),
            Map.entry("homeTown", "home_town"),
            Map.entry("ethnicity", "ethnicity"),
            Map.entry("religion", "religion"),
            Map.entry("nationality", "nationality"),
            Map.entry("phone", "phone"),
            Map.entry("email", "email"),
            Map.entry("permanentAddress", "permanent_address"),
            Map.entry("currentAddress", "current_address"),
            Map.entry("contact", "contact"),
            Map.entry("policyGroup", "policy_group"));
    private static final Map<String, String> OF_ENROLMENT = Map.of(
            "occupationCode", "occupation_code",
            "level", "level",
            "admittedOn", "admitted_on",
            "admissionDecision", "admission_decision",
            "mode", "mode",
            "entrySchooling", "entry_schooling",
            "entryYear", "entry_year",
            "note", "note");
    /** More than so many alike are no slip of one record: a list was read wrongly, and pairs of it would help nobody. */
    private static final int CROWD = 12;

    private static final Set<String> DATES = Set.of("birthDate", "citizenIssuedOn", "admittedOn");

    /** The fields of the sheet that a person may write by hand. */
    static final Set<String> EDITABLE =
            Set.copyOf(Stream.concat(OF_LEARNER.keySet().stream(), OF_ENROLMENT.keySet().stream())
                    .toList());

    /** Two records that may be one person's, and what speaks for it. */
    record Candidate(
            long firstId,
            long secondId,
            String firstName,
            String secondName,
            LocalDate firstBorn,
            LocalDate secondBorn,
            String why,
            String firstCodes,
            String secondCodes) {}

    /** A merge that was done, newest first. */
    record Merge(
            long id,
            String fullName,
            String goneName,
            String reason,
            String actor,
            OffsetDateTime mergedAt,
            @Nullable OffsetDateTime undoneAt) {}

    private final JdbcClient jdbc;

    LearnerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void update(Enrolment enrolment, Map<String, @Nullable String> changes) {
        write("learning.learner", OF_LEARNER, enrolment.learnerId(), changes);
        write("learning.enrolment", OF_ENROLMENT, enrolment.id(), changes);
        var name = changes.get("fullName");
        if (name != null) {
            jdbc.sql("update learning.learner set name_folded = :folded, sort_key = :key where id = :id")
                    .param("folded", Vietnamese.fold(name))
                    .param("key", Vietnamese.sortKey(name))
                    .param("id", enrolment.learnerId())
                    .update();
        }
        if (changes.containsKey("citizenId") || changes.containsKey("passport")) {
            jdbc.sql("""
                    update learning.learner l set person_id = p.person_id
                      from learning.persons(array[:citizen]::text[], array[:passport]::text[]) p
                     where l.id = :id and p.key = coalesce('C' || l.citizen_id, 'P' || l.passport)
                    """)
                    .param("citizen", changes.getOrDefault("citizenId", enrolment.citizenId()), Types.VARCHAR)
                    .param("passport", changes.getOrDefault("passport", enrolment.passport()), Types.VARCHAR)
                    .param("id", enrolment.learnerId())
                    .update();
        }
    }

    /** Columns come from the lists above, values are bound. */
    private void write(String table, Map<String, String> columns, long id, Map<String, @Nullable String> changes) {
        var wanted = new TreeMap<String, @Nullable String>(changes);
        wanted.keySet().retainAll(columns.keySet());
        if (wanted.isEmpty()) {
            return;
        }
        var set = wanted.keySet().stream()
                .map(it -> columns.get(it) + " = :" + it
                        + (DATES.contains(it) ? "::date" : it.equals("entryYear") ? "::integer" : ""))
                .collect(joining(", "));
        var statement =
                jdbc.sql("update " + table + " set " + set + " where id = :id").param("id", id);
        wanted.forEach((field, value) -> statement.param(field, value, Types.VARCHAR));
        statement.update();
    }

    List<String> listPolicyGroups() {
        return jdbc.sql("select label from learning.policy_group order by ordinal")
                .query(String.class)
                .list();
    }

    List<Guardian> listGuardians(long learnerId) {
        return jdbc.sql("""
                select id, full_name, relation, phone, address from learning.guardian where learner_id = :id and ended_at is null order by id
                """).param("id", learnerId).query(Guardian.class).list();
    }

    void addGuardian(Enrolment enrolment, String name, String relation, String phone, String address) {
        jdbc.sql("""
                insert into learning.guardian (learner_id, institution_id, site_id, full_name, relation, phone, address)
                values (:learner, :institution, :site, :name, :relation, :phone, nullif(:address, ''))
                """)
                .param("learner", enrolment.learnerId())
                .param("institution", enrolment.institutionId())
                .param("site", enrolment.siteId())
                .param("name", name)
                .param("relation", relation)
                .param("phone", phone)
                .param("address", address)
                .update();
    }

    void endGuardian(Enrolment enrolment, long guardianId) {
        jdbc.sql(
                        "update learning.guardian set ended_at = now() where id = :id and learner_id = :learner and ended_at is null")
                .param("id", guardianId)
                .param("learner", enrolment.learnerId())
                .update();
    }

    long countElsewhere(Enrolment enrolment) {
        return enrolment.personId() == null
                ? 0
                : jdbc.sql("select learning.studies_elsewhere(:person, :own)")
                        .param("person", enrolment.personId())
                        .param("own", enrolment.institutionId())
                        .query(Long.class)
                        .single();
    }

    /** Learners who are under sixteen and have nobody named for them. */
    long countUnguarded(LocalDate today) {
        return jdbc.sql("""
                select count(*) from learning.learner l
                 where institution_id = :own and merged_into is null and birth_date > :youngest
                   and not exists (select from learning.guardian g where g.learner_id = l.id and g.ended_at is null)
                """)
                .param("own", Scope.current().institutionId())
                .param("youngest", today.minusYears(LearnerSheet.GUARDED_UNTIL))
                .query(Long.class)
                .single();
    }

    /**
     * Pairs with the same name and birth date, with the same telephone and given name, or whose citizen numbers differ in one
     * digit and whose names are the same; those told apart are left out.
     */
    List<Candidate> listCandidates() {
        return jdbc.sql("""
                with own as materialized (
                  select id, full_name, name_folded, birth_date, citizen_id, phone,
                         count(*) over (partition by name_folded, birth_date) as born_alike,
                         count(*) over (partition by name_folded, phone) as phoned_alike
                    from learning.learner where institution_id = :own and merged_into is null),
                pairs as (
                  select a.id as first_id, b.id as second_id, 'cùng họ tên và ngày sinh' as why
                    from own a join own b on b.name_folded = a.name_folded and b.birth_date = a.birth_date and b.id > a.id
                   where a.born_alike between 2 and :crowd and b.born_alike between 2 and :crowd
                  union
                  select a.id, b.id, 'cùng họ tên và số điện thoại'
                    from own a join own b on b.name_folded = a.name_folded and b.phone = a.phone and b.id > a.id
                   where a.phoned_alike between 2 and :crowd and b.phoned_alike between 2 and :crowd)
                select p.first_id, p.second_id, a.full_name as first_name, b.full_name as second_name, a.birth_date as first_born,
                       b.birth_date as second_born, string_agg(p.why, '; ' order by p.why) as why,
                       (select string_agg(e.student_code, ', ' order by e.student_code) from learning.enrolment e where e.learner_id = p.first_id) as first_codes,
                       (select string_agg(e.student_code, ', ' order by e.student_code) from learning.enrolment e where e.learner_id = p.second_id) as second_codes
                  from pairs p join own a on a.id = p.first_id join own b on b.id = p.second_id
                 where not exists (select from learning.distinct_pair d where d.first_id = p.first_id and d.second_id = p.second_id)
                 group by p.first_id, p.second_id, a.full_name, b.full_name, a.birth_date, b.birth_date
                 order by a.full_name, p.first_id limit 200
                """)
                .param("crowd", CROWD)
                .param("own", Scope.current().institutionId())
                .query(Candidate.class)
                .list();
    }

    List<Merge> listMerges() {
        return jdbc.sql("""
                select m.id, k.full_name, g.full_name as gone_name, m.reason, m.actor, m.merged_at, m.undone_at
                  from learning.merge m join learning.learner k on k.id = m.kept_id join learning.learner g on g.id = m.gone_id
                 where m.institution_id = :own order by m.id desc limit 50
                """)
                .param("own", Scope.current().institutionId())
                .query(Merge.class)
                .list();
    }

    List<Long> lockPair(long own, long first, long second) {
        return jdbc.sql("""
                select id from learning.learner where id = any(:ids) and institution_id = :own and merged_into is null order by id for update
                """)
                .param("ids", new Long[] {first, second})
                .param("own", own)
                .query(Long.class)
                .list();
    }

    List<Long> listEnrolments(long learnerId) {
        return jdbc.sql("select id from learning.enrolment where learner_id = :id")
                .param("id", learnerId)
                .query(Long.class)
                .list();
    }

    long merge(long keptId, long goneId, String reason) {
        var id = jdbc.sql("""
                insert into learning.merge (institution_id, site_id, kept_id, gone_id, enrolment_ids, filled, reason, actor)
                select k.institution_id, k.site_id, k.id, g.id,
                       coalesce((select array_agg(e.id) from learning.enrolment e where e.learner_id = g.id), '{}'),
                       jsonb_build_object('sex', k.sex, 'birth_place', k.birth_place, 'ethnicity', k.ethnicity, 'phone', k.phone,
                         'email', k.email, 'policy_group', k.policy_group, 'home_town', k.home_town, 'religion', k.religion,
                         'permanent_address', k.permanent_address, 'current_address', k.current_address, 'contact', k.contact),
                       :reason, :actor
                  from learning.learner k, learning.learner g where k.id = :kept and g.id = :gone
                returning id
                """)
                .param("kept", keptId)
                .param("gone", goneId)
                .param("reason", reason)
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .single();
        jdbc.sql("""
                update learning.learner k
                   set sex = coalesce(k.sex, g.sex), birth_place = coalesce(k.birth_place, g.birth_place),
                       ethnicity = coalesce(k.ethnicity, g.ethnicity), phone = coalesce(k.phone, g.phone), email = coalesce(k.email, g.email),
                       policy_group = coalesce(k.policy_group, g.policy_group), home_town = coalesce(k.home_town, g.home_town),
                       religion = coalesce(k.religion, g.religion), permanent_address = coalesce(k.permanent_address, g.permanent_address),
                       current_address = coalesce(k.current_address, g.current_address), contact = coalesce(k.contact, g.contact)
                  from learning.learner g where k.id = :kept and g.id = :gone
                """).param("kept", keptId).param("gone", goneId).update();
        jdbc.sql("update learning.enrolment set learner_id = :kept where learner_id = :gone")
                .param("kept", keptId)
                .param("gone", goneId)
                .update();
        jdbc.sql("update learning.learner set merged_into = :kept where id = :gone")
                .param("kept", keptId)
                .param("gone", goneId)
                .update();
        return id;
    }

    private record Apart(long keptId, long goneId, List<Long> enrolmentIds) {}

    List<Long> unmerge(long own, long mergeId) {
        var apart = jdbc.sql("""
                select kept_id, gone_id, enrolment_ids from learning.merge
                 where id = :id and institution_id = :own and undone_at is null for update
                """)
                .param("id", mergeId)
                .param("own", own)
                .query((row, i) -> new Apart(row.getLong(1), row.getLong(2), List.of((Long[])
                        row.getArray(3).getArray())))
                .optional()
                .orElseThrow(() -> new NotFound("Không có lần gộp này, hoặc đã tách rồi."));
        var later = jdbc.sql("select count(*) from learning.learner where id = :kept and merged_into is not null")
                .param("kept", apart.keptId())
                .query(Long.class)
                .single();
        if (later > 0) {
            throw new Refusal("Hồ sơ này đã được gộp tiếp vào hồ sơ khác. Hãy tách lần gộp sau trước.");
        }
        jdbc.sql("""
                update learning.learner l
                   set (sex, birth_place, ethnicity, phone, email, policy_group, home_town, religion, permanent_address, current_address, contact)
                     = (select r.sex, r.birth_place, r.ethnicity, r.phone, r.email, r.policy_group, r.home_town, r.religion,
                               r.permanent_address, r.current_address, r.contact
                          from jsonb_populate_record(null::learning.learner, m.filled) r)
                  from learning.merge m where m.id = :id and l.id = m.kept_id
                """).param("id", mergeId).update();
        jdbc.sql("update learning.learner set merged_into = null where id = :gone")
                .param("gone", apart.goneId())
                .update();
        jdbc.sql("update learning.enrolment set learner_id = :gone where id = any(:ids)")
                .param("gone", apart.goneId())
                .param("ids", apart.enrolmentIds().toArray(Long[]::new))
                .update();
        jdbc.sql("update learning.merge set undone_at = now(), undone_by = :actor where id = :id")
                .param("actor", Scope.current().actor())
                .param("id", mergeId)
                .update();
        return apart.enrolmentIds();
    }

    void tellApart(long own, long first, long second) {
        jdbc.sql("""
                insert into learning.distinct_pair (institution_id, first_id, second_id, actor) values (:own, :first, :second, :actor)
                on conflict do nothing
                """)
                .param("own", own)
                .param("first", first)
                .param("second", second)
                .param("actor", Scope.current().actor())
                .update();
    }
}
