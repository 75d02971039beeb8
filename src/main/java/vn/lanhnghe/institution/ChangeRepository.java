package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Paging;

/** Changes asked for and made, field by field. */
@Repository
class ChangeRepository {

    private static final String SELECT = """
            select c.id, c.institution_id, i.name as institution_name, c.field, c.subject_id, c.old_value, c.new_value,
                   c.details::text as details, c.effective_on, c.state, c.reason, c.evidence, c.evidence_name, c.requested_by,
                   c.requested_at, c.decided_by, c.decided_at, c.reply
              from institution.change c join institution.institution i on i.id = c.institution_id
            """;

    /** How a history may be sorted, by the name in its address. */
    private static final Map<String, String> ORDERS = Map.of(
            "moi", "c.id desc",
            "cu", "c.id",
            "truong", "c.field, c.id desc",
            "hieu-luc", "c.effective_on desc, c.id desc",
            "nguoi", "c.requested_by, c.id desc");

    /** What is to be kept of one change. */
    record Entry(
            long institutionId,
            String field,
            @Nullable Long subjectId,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String details) {}

    /** The circumstances that all changes of one act share. */
    record Frame(
            LocalDate effectiveOn,
            ChangeState state,
            @Nullable String reason,
            @Nullable String evidence,
            @Nullable String evidenceName,
            String source,
            @Nullable Long batchId) {}

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> insert(List<Entry> entries, Frame frame) {
        var scope = Scope.current();
        return jdbc.sql("""
                insert into institution.change (institution_id, field, subject_id, old_value, new_value, details, effective_on, state,
                       reason, evidence, evidence_name, source, batch_id, requested_by, account_id, decided_by, decided_at)
                select e.institution_id, e.field, e.subject_id, e.old_value, e.new_value, e.details::jsonb, :effectiveOn, :state,
                       :reason, :evidence, :evidenceName, :source, :batch::bigint, :actor, :account::bigint,
                       case when :state = 'DONE' then :actor end, case when :state = 'DONE' then now() end
                  from unnest(:ids::bigint[], :fields::text[], :subjects::bigint[], :old::text[], :new::text[], :details::text[])
                    as e (institution_id, field, subject_id, old_value, new_value, details)
                returning id
                """)
                .param("ids", entries.stream().map(Entry::institutionId).toArray(Long[]::new))
                .param("fields", entries.stream().map(Entry::field).toArray(String[]::new))
                .param("subjects", entries.stream().map(Entry::subjectId).toArray(Long[]::new))
                .param("old", entries.stream().map(Entry::oldValue).toArray(String[]::new))
                .param("new", entries.stream().map(Entry::newValue).toArray(String[]::new))
                .param("details", entries.stream().map(Entry::details).toArray(String[]::new))
                .param("effectiveOn", frame.effectiveOn())
                .param("state", frame.state().name())
                .param("reason", frame.reason())
                .param("evidence", frame.evidence())
                .param("evidenceName", frame.evidenceName())
                .param("source", frame.source())
                .param("batch", frame.batchId())
                .param("actor", scope.actor())
                .param("account", scope.accountId())
                .query(Long.class)
                .list();
    }

    List<Change> lock(Collection<Long> ids) {
        jdbc.sql("select id from institution.change where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
        return jdbc.sql(SELECT + "where c.id = any(:ids) order by c.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(Change.class)
                .list();
    }

    Optional<Change> find(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(Change.class)
                .optional();
    }

    void decide(Collection<Long> ids, ChangeState state, @Nullable String reply) {
        jdbc.sql("""
                update institution.change set state = :state, decided_by = :actor, decided_at = now(), reply = :reply, seen_at = null
                 where id = any(:ids)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("state", state.name())
                .param("actor", Scope.current().actor())
                .param("reply", reply)
                .update();
    }

    Paging<Change> list(
            @Nullable Long institutionId, @Nullable ChangeState state, @Nullable Long batch, String order, int page) {
        var where =
                "where (:every or c.institution_id = :institution) and (:anyState or c.state = :state) and (:batch::bigint is null or c.batch_id = :batch::bigint) ";
        var total = filtered("select count(*) from institution.change c " + where, institutionId, state, batch)
                .query(Long.class)
                .single();
        var paging = new Paging<Change>(List.of(), page, total, Paging.SIZE);
        var rows = filtered(
                        SELECT + where + "order by " + ORDERS.getOrDefault(order, "c.id desc")
                                + " limit :size offset :offset",
                        institutionId,
                        state,
                        batch)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(paging.page()))
                .query(Change.class)
                .list();
        return new Paging<>(rows, paging.page(), total, Paging.SIZE);
    }

    /** All changes of an institution, for a download. */
    List<Change> listAll(long institutionId) {
        return jdbc.sql(SELECT + "where c.institution_id = :id order by c.id desc limit 100000")
                .param("id", institutionId)
                .query(Change.class)
                .list();
    }

    private JdbcClient.StatementSpec filtered(
            String sql, @Nullable Long institutionId, @Nullable ChangeState state, @Nullable Long batch) {
        return jdbc.sql(sql)
                .param("batch", batch)
                .param("every", institutionId == null)
                .param("institution", institutionId == null ? 0 : institutionId)
                .param("anyState", state == null)
                .param("state", state == null ? "" : state.name());
    }

    List<Change> listPending(long institutionId) {
        return jdbc.sql(SELECT + "where c.institution_id = :id and c.state = 'PENDING' order by c.id")
                .param("id", institutionId)
                .query(Change.class)
                .list();
    }

    /** What a sheet changed and what still stands. */
    List<Long> listDone(long batch) {
        return jdbc.sql("select id from institution.change where batch_id = :batch and state = 'DONE' order by id")
                .param("batch", batch)
                .query(Long.class)
                .list();
    }

    long countPending() {
        return jdbc.sql("select count(*) from institution.change where state = 'PENDING'")
                .query(Long.class)
                .single();
    }

    long countUnseen(long institutionId) {
        return jdbc.sql("""
                select count(*) from institution.change
                 where institution_id = :id and decided_at is not null and seen_at is null and reply is not null
                """).param("id", institutionId).query(Long.class).single();
    }

    void see(long institutionId) {
        jdbc.sql(
                        "update institution.change set seen_at = now() where institution_id = :id and decided_at is not null and seen_at is null")
                .param("id", institutionId)
                .update();
    }

    List<InstitutionRepository.Choice> listRefusalReasons() {
        return jdbc.sql("select code, label from institution.refusal_reason order by place")
                .query(InstitutionRepository.Choice.class)
                .list();
    }

    Map<String, FieldRule> rules(LocalDate on) {
        return jdbc.sql("""
                        select field, holder, why from institution.field_rule
                         where valid_from <= :on and (valid_to is null or valid_to >= :on)
                        """).param("on", on).query(FieldRule.class).list().stream()
                .collect(Collectors.toMap(FieldRule::field, Function.identity(), (a, b) -> b));
    }
}
