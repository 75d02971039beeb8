package vn.lanhnghe.credential.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Credentials;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

/** Diplomas on their way to being released. */
@Repository
class IssuingRepository {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    IssuingRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The diplomas of a decision in one state, in the order in which they are numbered; held until the transaction ends. */
    List<Diploma> lock(long decisionId, DiplomaState state) {
        return jdbc.sql("select " + Diploma.COLUMNS + WAITING + " for update")
                .param("id", decisionId)
                .param("state", state.name())
                .query(Diploma.class)
                .list();
    }

    List<Diploma> list(long decisionId, DiplomaState state) {
        return jdbc.sql("select " + Diploma.COLUMNS + WAITING)
                .param("id", decisionId)
                .param("state", state.name())
                .query(Diploma.class)
                .list();
    }

    private static final String WAITING =
            "from credential.diploma d where d.decision_id = :id and d.state = :state order by d.level, d.register_number, d.sort_key, d.id";

    /** A page of a decision's diplomas, as they stand in the book. */
    Paging<Diploma> page(Decision decision, int page) {
        var rows = jdbc.sql("select " + Diploma.COLUMNS + """
                from credential.diploma d where d.decision_id = :id
                order by d.state = 'VOID', d.level, length(d.register_number), d.register_number, d.sort_key, d.id limit :size offset :offset
                """)
                .param("id", decision.id())
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Diploma.class)
                .list();
        return new Paging<>(rows, page, decision.diplomas(), Paging.SIZE);
    }

    Optional<Diploma> lock(long diplomaId) {
        return jdbc.sql("select " + Diploma.COLUMNS + "from credential.diploma d where d.id = :id for update")
                .param("id", diplomaId)
                .query(Diploma.class)
                .optional();
    }

    void insert(List<MapSqlParameterSource> diplomas) {
        template.batchUpdate("""
                insert into credential.diploma (institution_id, site_id, decision_id, enrolment_id, learner_id, code, serial, register_number,
                  medium, printed_at, institution_name, full_name, name_folded, sort_key, birth_date, birth_place, occupation_code, occupation,
                  level, average, rank, decision_number, decided_on, prepared_by, prepared_by_name, batch_id)
                values (:institutionId, :siteId, :decisionId, :enrolmentId, :learnerId, :code, :serial, :registerNumber, :medium,
                  case when :serial::text is not null then now() end, :institutionName,
                  :fullName, :folded, :sortKey, :birthDate, :birthPlace, :occupationCode, :occupation, :level, :average, :rank,
                  :decisionNumber, :decidedOn, :preparedBy, :preparedByName, :batchId)
                """, diplomas.toArray(MapSqlParameterSource[]::new));
    }

    void insertInstead(long decisionId, long by, String name, List<Instead> diplomas) {
        jdbc.sql("""
                insert into credential.diploma (institution_id, site_id, decision_id, enrolment_id, learner_id, code, medium, institution_name,
                  full_name, name_folded, sort_key, birth_date, birth_place, occupation_code, occupation, level, average, rank, decision_number,
                  decided_on, prepared_by, prepared_by_name, replaces)
                select d.institution_id, d.site_id, :decision, d.enrolment_id, d.learner_id, n.code, d.medium, d.institution_name,
                       coalesce(n.full_name, d.full_name), coalesce(n.folded, d.name_folded), coalesce(n.sort_key, d.sort_key),
                       coalesce(n.birth_date, d.birth_date), coalesce(n.birth_place, d.birth_place), coalesce(n.occupation_code, d.occupation_code),
                       coalesce(n.occupation, d.occupation), d.level, coalesce(n.average, d.average), coalesce(n.rank, d.rank),
                       coalesce(n.decision_number, d.decision_number), coalesce(n.decided_on, d.decided_on), :by, :name, d.id
                  from unnest(:ids::bigint[], :codes::text[], :names::text[], :folded::text[], :keys::text[], :births::date[], :places::text[],
                              :occupationCodes::text[], :occupations::text[], :averages::numeric[], :ranks::text[], :numbers::text[], :days::date[])
                    as n (id, code, full_name, folded, sort_key, birth_date, birth_place, occupation_code, occupation, average, rank, decision_number,
                          decided_on)
                  join credential.diploma d on d.id = n.id
                """)
                .param("decision", decisionId)
                .param("by", by)
                .param("name", name)
                .param("ids", diplomas.stream().map(Instead::replaces).toArray(Long[]::new))
                .param("codes", diplomas.stream().map(it -> Code.random()).toArray(String[]::new))
                .param("names", texts(diplomas, Instead::fullName))
                .param("folded", texts(diplomas, it -> it.fullName() == null ? null : Vietnamese.fold(it.fullName())))
                .param("keys", texts(diplomas, it -> it.fullName() == null ? null : Vietnamese.sortKey(it.fullName())))
                .param("births", texts(diplomas, Instead::birthDate))
                .param("places", texts(diplomas, Instead::birthPlace))
                .param("occupationCodes", texts(diplomas, Instead::occupationCode))
                .param("occupations", texts(diplomas, Instead::occupation))
                .param("averages", texts(diplomas, Instead::average))
                .param("ranks", texts(diplomas, Instead::rank))
                .param("numbers", texts(diplomas, Instead::decisionNumber))
                .param("days", texts(diplomas, Instead::decidedOn))
                .update();
    }

    private static @Nullable String[] texts(List<Instead> diplomas, Function<Instead, @Nullable Object> fact) {
        return diplomas.stream()
                .map(it -> Objects.toString(fact.apply(it), null))
                .toArray(String[]::new);
    }

    /** The numbers of what these diplomas take the place of, by the id of the new one. */
    Map<Long, String> listReplaced(Collection<Long> ids) {
        return jdbc
                .sql("""
                select n.id, o.register_number || ', số hiệu ' || o.serial as old from credential.diploma n join credential.diploma o on o.id = n.replaces
                 where n.id = any(:ids)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> Map.entry(row.getLong("id"), Objects.toString(row.getString("old"), "")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void check(long accountId, String name, List<Plan.Line> lines) {
        jdbc.sql("""
                update credential.diploma d
                   set state = 'CHECKED', serial = n.serial, register_number = n.register_number, book_id = n.book_id,
                       checked_by = :by, checked_by_name = :name, checked_at = now(), state_at = now()
                  from unnest(:ids::bigint[], :serials::text[], :numbers::text[], :books::bigint[]) as n (id, serial, register_number, book_id)
                 where d.id = n.id and d.state = 'PREPARED'
                """)
                .param("by", accountId)
                .param("name", name)
                .param("ids", ids(lines))
                .param("serials", lines.stream().map(Plan.Line::serial).toArray(String[]::new))
                .param("numbers", lines.stream().map(Plan.Line::registerNumber).toArray(String[]::new))
                .param("books", lines.stream().map(it -> it.book().id()).toArray(Long[]::new))
                .update();
    }

    private static Long[] ids(List<Plan.Line> lines) {
        return lines.stream().map(it -> it.diploma().id()).toArray(Long[]::new);
    }

    void sign(Credentials.SignedBatch batch, long by, String name) {
        var signed = batch.diplomas();
        jdbc.sql("""
                update credential.diploma d set state = 'SIGNED', signature = n.signature, status = n.status, wording = n.wording, key_id = :key,
                       signed_by = :by, signed_by_name = :name, signed_at = :at, state_at = :at
                  from unnest(:ids::bigint[], :signatures::bytea[], :statuses::bigint[], :wordings::text[]) as n (id, signature, status, wording)
                 where d.id = n.id and d.state = 'CHECKED'
                """)
                .param("ids", signed.stream().map(Credentials.Signed::diplomaId).toArray(Long[]::new))
                .param(
                        "signatures",
                        signed.stream().map(Credentials.Signed::signature).toArray(byte[][]::new))
                .param(
                        "statuses",
                        signed.stream().map(Credentials.Signed::status).toArray(Long[]::new))
                .param(
                        "wordings",
                        signed.stream().map(Credentials.Signed::wording).toArray(String[]::new))
                .param("key", batch.keyId())
                .param("by", by)
                .param("name", name)
                .param("at", batch.at())
                .update();
    }

    void release(Collection<Long> ids, long by, String name) {
        jdbc.sql("""
                update credential.diploma set state = 'VALID', released_by = :by, released_by_name = :name, released_at = now(), state_at = now()
                 where id = any(:ids) and state = 'SIGNED'
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("by", by)
                .param("name", name)
                .update();
    }

    /** Takes a prepared diploma off the list. */
    void remove(long diplomaId) {
        jdbc.sql("delete from credential.diploma where id = :id and state = 'PREPARED'")
                .param("id", diplomaId)
                .update();
    }

    void voided(long diplomaId, String reason) {
        jdbc.sql("""
                update credential.diploma set state = 'VOID', state_at = now(), state_by_name = :by, state_reason = :reason
                 where id = :id and state in ('CHECKED', 'SIGNED')
                """)
                .param("id", diplomaId)
                .param("by", Scope.current().actor())
                .param("reason", reason)
                .update();
    }

    int printed(long decisionId, Collection<Long> ids) {
        return jdbc.sql("""
                update credential.diploma set printed_at = now()
                 where decision_id = :decision and id = any(:ids) and state = 'CHECKED' and medium = 'PAPER' and printed_at is null
                """)
                .param("decision", decisionId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void changeBlank(long diplomaId, String serial) {
        jdbc.sql(
                        "update credential.diploma set serial = :serial, printed_at = null where id = :id and state = 'CHECKED'")
                .param("serial", serial)
                .param("id", diplomaId)
                .update();
    }

    /** Diplomas whose learner's record says something else by now: id and what it says. */
    Map<Long, String> listChangedSince(long decisionId) {
        return jdbc
                .sql("""
                select d.id, concat_ws(', ', case when s.full_name <> d.full_name then s.full_name end,
                                       case when s.birth_date <> d.birth_date then to_char(s.birth_date, 'DD/MM/YYYY') end) as now
                  from credential.diploma d join learning.study_record s on s.enrolment_id = d.enrolment_id
                 where d.decision_id = :id and d.state = 'PREPARED' and d.replaces is null and (s.full_name <> d.full_name or s.birth_date <> d.birth_date)
                """)
                .param("id", decisionId)
                .query((row, i) -> Map.entry(row.getLong("id"), Objects.toString(row.getString("now"), "")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Occupation and level of a decision's diplomas that no licence of the college covered on the day of the decision. */
    List<String> listUnlicensed(long decisionId) {
        return jdbc.sql("""
                select distinct d.occupation || ' (' || d.occupation_code || ')' from credential.diploma d
                 where d.decision_id = :id and d.state = 'PREPARED' and not exists (
                   select from institution.licensed l
                    where l.institution_id = d.institution_id and right(l.occupation_code, 6) = right(d.occupation_code, 6) and l.level = d.level
                      and l.valid_from <= d.decided_on and (l.valid_to is null or l.valid_to >= d.decided_on))
                 order by 1
                """).param("id", decisionId).query(String.class).list();
    }

    /** Has this account taken a step with any of a decision's diplomas that are still on their way? */
    boolean hadAHand(long decisionId, long accountId) {
        return jdbc.sql("""
                select exists (select from credential.diploma where decision_id = :id and state in ('PREPARED', 'CHECKED', 'SIGNED')
                  and :account in (prepared_by, checked_by, signed_by))
                """)
                .param("id", decisionId)
                .param("account", accountId)
                .query(Boolean.class)
                .single();
    }

    /** Whether anyone of these courses of study has a diploma that lives or is on its way. */
    List<Long> listLiving(Collection<Long> enrolmentIds) {
        return jdbc.sql("""
                select enrolment_id from credential.diploma
                 where enrolment_id = any(:ids) and state in ('PREPARED', 'CHECKED', 'SIGNED', 'VALID', 'SUSPENDED')
                """)
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
