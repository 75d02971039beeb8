package vn.lanhnghe.target.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.target.notice.Consultation.Clause;
import vn.lanhnghe.target.notice.Consultation.Opinion;
import vn.lanhnghe.target.notice.Distribution.Receipt;

@Repository
class NoticeRepository {

    private static final String SENT = """
            select d.id, t.id as text_id, d.text_code, coalesce(t.title, '') as title, d.note, d.sent_by_name, d.sent_at,
                   (select count(*) from target.receipt r where r.distribution_id = d.id) as sent,
                   (select count(*) from target.receipt r where r.distribution_id = d.id and r.read_at is not null) as read
              from target.distribution d left join law.text_list t on t.code = d.text_code
            """;

    private static final String CONSULTED = """
            select c.id, c.edition_id, e.text_code, c.title, c.note, c.closes_on, c.opened_by_name, c.opened_at,
                   (select count(*) from target.opinion o where o.consultation_id = c.id) as opinions,
                   (select count(*) from target.opinion o where o.consultation_id = c.id and o.outcome is not null) as answered
              from target.consultation c join law.edition_list e on e.id = c.edition_id
            """;

    private final JdbcClient jdbc;

    NoticeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Distribution> list(int limit, int offset) {
        return jdbc.sql(SENT + "order by d.id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Distribution.class)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from target.distribution")
                .query(Long.class)
                .single();
    }

    Optional<Distribution> find(long id) {
        return jdbc.sql(SENT + "where d.id = :id")
                .param("id", id)
                .query(Distribution.class)
                .optional();
    }

    /** What an institution has been sent and not said it has read. */
    List<Distribution> listUnread(long institution) {
        return jdbc.sql(
                        SENT
                                + "where exists (select from target.receipt r where r.distribution_id = d.id and r.institution_id = :id and r.read_at is null) order by d.id")
                .param("id", institution)
                .query(Distribution.class)
                .list();
    }

    /** Receipts by whether they have come: {@code state} is READ, UNREAD, or empty for both. */
    List<Receipt> listReceipts(long id, String state, int limit, int offset) {
        return jdbc.sql("""
                select r.institution_id, i.code, i.name, r.read_at, r.read_by_name
                  from target.receipt r join institution.directory i on i.id = r.institution_id
                 where r.distribution_id = :id and (:state = '' or (:state = 'READ') = (r.read_at is not null))
                 order by i.sort_key, i.id limit :limit offset :offset
                """)
                .param("id", id)
                .param("state", state)
                .param("limit", limit)
                .param("offset", offset)
                .query(Receipt.class)
                .list();
    }

    /** Institutions that are open, of the types asked for, or those of the codes when there are any. */
    List<Long> listReceivers(Collection<String> types, Collection<String> codes) {
        return jdbc.sql("""
                select id from institution.directory where status = 'OPEN'
                   and case when cardinality(cast(:codes as text[])) > 0 then code = any(:codes)
                            else cardinality(cast(:types as text[])) = 0 or type = any(:types) end
                """)
                .param("types", types.toArray(String[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    List<String> listUnknown(Collection<String> codes) {
        return jdbc.sql("""
                select c from unnest(cast(:codes as text[])) c where not exists (select from institution.directory i where i.code = c and i.status = 'OPEN')
                """)
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        jdbc.sql("select distinct type, type_label, type_place from institution.directory order by type_place")
                .query((row, i) -> types.put(row.getString(1), row.getString(2)))
                .list();
        return types;
    }

    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        jdbc.sql("select code, title from law.text_list order by id desc")
                .query((row, i) -> texts.put(row.getString(1), row.getString(1) + " – " + row.getString(2)))
                .list();
        return texts;
    }

    long send(String textCode, String note, String by, Collection<Long> receivers) {
        var id = jdbc.sql("""
                insert into target.distribution (text_code, note, sent_by_name) values (:code, :note, :by) returning id
                """)
                .param("code", textCode)
                .param("note", note)
                .param("by", by)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into target.receipt (distribution_id, institution_id) select :id, i from unnest(cast(:receivers as bigint[])) i")
                .param("id", id)
                .param("receivers", receivers.toArray(Long[]::new))
                .update();
        return id;
    }

    boolean read(long id, long institution, String by) {
        return jdbc.sql("""
                update target.receipt set read_at = now(), read_by_name = :by
                 where distribution_id = :id and institution_id = :institution and read_at is null
                """)
                        .param("id", id)
                        .param("institution", institution)
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Consultation> listConsultations(int limit, int offset) {
        return jdbc.sql(CONSULTED + "order by c.id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Consultation.class)
                .list();
    }

    long countConsultations() {
        return jdbc.sql("select count(*) from target.consultation")
                .query(Long.class)
                .single();
    }

    Optional<Consultation> findConsultation(long id) {
        return jdbc.sql(CONSULTED + "where c.id = :id")
                .param("id", id)
                .query(Consultation.class)
                .optional();
    }

    /** Open ones of which an institution has said nothing. */
    List<Consultation> listUnheard(long institution, LocalDate day) {
        return jdbc.sql(CONSULTED + """
                where c.closes_on >= :day and not exists (select from target.opinion o where o.consultation_id = c.id and o.institution_id = :id)
                order by c.closes_on, c.id
                """)
                .param("day", day)
                .param("id", institution)
                .query(Consultation.class)
                .list();
    }

    /** Closed ones with opinions that nobody has answered. */
    List<Consultation> listUnanswered(LocalDate day) {
        return jdbc.sql(CONSULTED + """
                where c.closes_on < :day and exists (select from target.opinion o where o.consultation_id = c.id and o.outcome is null)
                order by c.closes_on, c.id
                """)
                .param("day", day)
                .query(Consultation.class)
                .list();
    }

    Map<String, String> editions() {
        var editions = new LinkedHashMap<String, String>();
        jdbc.sql(
                        "select id::text, text_code || ' – ' || title || ' (' || note || ')' from law.edition_list order by id desc limit 200")
                .query((row, i) -> editions.put(row.getString(1), row.getString(2)))
                .list();
        return editions;
    }

    List<Clause> listClauses(long edition) {
        return jdbc.sql("select anchor, label, words from law.passage_list where edition_id = :id order by place")
                .param("id", edition)
                .query(Clause.class)
                .list();
    }

    long open(long edition, String title, String note, LocalDate closesOn, String by) {
        return jdbc.sql("""
                insert into target.consultation (edition_id, title, note, closes_on, opened_by_name)
                values (:edition, :title, :note, :closes, :by) returning id
                """)
                .param("edition", edition)
                .param("title", title)
                .param("note", note)
                .param("closes", closesOn)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    List<Opinion> listOpinions(long consultation) {
        return jdbc.sql("""
                select o.id, i.name as institution, o.anchor, o.label, o.words, o.by_name, o.at, o.outcome, o.answer, o.answered_by_name
                  from target.opinion o join institution.directory i on i.id = o.institution_id
                 where o.consultation_id = :id order by o.anchor, o.id limit 5000
                """).param("id", consultation).query(Opinion.class).list();
    }

    void say(long consultation, long institution, Clause clause, String words, String by) {
        jdbc.sql("""
                insert into target.opinion (consultation_id, institution_id, anchor, label, words, by_name)
                values (:id, :institution, :anchor, :label, :words, :by)
                """)
                .param("id", consultation)
                .param("institution", institution)
                .param("anchor", clause.anchor())
                .param("label", clause.label())
                .param("words", words)
                .param("by", by)
                .update();
    }

    boolean answer(long consultation, long opinion, Consultation.Outcome outcome, String answer, String by) {
        return jdbc.sql("""
                update target.opinion set outcome = :outcome, answer = :answer, answered_by_name = :by, answered_at = now()
                 where id = :opinion and consultation_id = :id
                """)
                        .param("id", consultation)
                        .param("opinion", opinion)
                        .param("outcome", outcome.name())
                        .param("answer", answer)
                        .param("by", by)
                        .update()
                == 1;
    }
}
