package vn.lanhnghe.person.moving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.person.Spell;

@Repository
class TransferRepository {

    private static final String SELECT = """
            select x.id, x.person_id, p.full_name, p.staff_number, x.spell_id, x.from_id, f.name as from_name, x.to_id, t.name as to_name, x.asked_by_id,
                   x.starts_on, x.title_code, c.label as title, x.department, x.contract, x.reason, x.state, x.asked_by, x.asked_at, x.answer,
                   x.answered_by, x.answered_at
              from person.transfer x join person.person p on p.id = x.person_id join institution.plate f on f.id = x.from_id
              join institution.plate t on t.id = x.to_id join person.title c on c.code = x.title_code
            """;

    private final JdbcClient jdbc;

    TransferRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a college, or of everybody; what waits first. */
    List<Transfer> list(@Nullable Long institution) {
        var where = institution == null ? "" : "where :institution in (x.from_id, x.to_id) ";
        var statement = jdbc.sql(SELECT + where + "order by x.state <> 'PENDING', x.id desc limit 200");
        return (institution == null ? statement : statement.param("institution", institution))
                .query(Transfer.class)
                .list();
    }

    Optional<Transfer> find(long id) {
        return jdbc.sql(SELECT + "where x.id = :id")
                .param("id", id)
                .query(Transfer.class)
                .optional();
    }

    long countWaiting(long institution) {
        return jdbc.sql("""
                select count(*) from person.transfer where state = 'PENDING' and :institution in (from_id, to_id) and asked_by_id <> :institution
                """).param("institution", institution).query(Long.class).single();
    }

    /** The principal spell of a person that is open on a day. */
    Optional<Spell> findPrincipal(long personId, LocalDate day) {
        return jdbc.sql("""
                select s.id, s.person_id, s.institution_id, s.site_id, s.department, s.title_code, t.label as title, t.post,
                       s.teaches or t.post <> 'MANAGER' as teaches, s.contract, s.percent, s.principal, s.starts_on, s.ends_on
                  from person.spell s join person.title t on t.code = s.title_code
                 where s.person_id = :person and s.principal and s.starts_on <= :day and (s.ends_on is null or s.ends_on >= :day)
                """)
                .param("person", personId)
                .param("day", day)
                .query(Spell.class)
                .optional();
    }

    /** Who has this staff number and birth date. */
    Optional<Long> findPerson(String staffNumber, LocalDate birthDate) {
        return jdbc.sql("select person_id from person.known('{}', array[:number]) where birth_date = :born")
                .param("number", staffNumber)
                .param("born", birthDate)
                .query(Long.class)
                .optional();
    }

    boolean pending(long personId) {
        return jdbc.sql("select exists (select from person.transfer where person_id = :person and state = 'PENDING')")
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    long insert(Spell spell, long toId, long askedById, NewTransfer it, String by) {
        return jdbc.sql("""
                insert into person.transfer (person_id, spell_id, from_id, to_id, asked_by_id, starts_on, title_code, department, contract, reason, asked_by)
                values (:person, :spell, :from, :to, :asker, :starts, :title, :department, :contract, :reason, :by) returning id
                """)
                .param("person", spell.personId())
                .param("spell", spell.id())
                .param("from", spell.institutionId())
                .param("to", toId)
                .param("asker", askedById)
                .param("starts", it.startsOn())
                .param("title", it.titleCode())
                .param("department", it.department())
                .param("contract", it.contract())
                .param("reason", it.reason())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** The spell that a transfer ends, as it is now, held until the transaction ends. */
    Optional<Spell> lockSpell(long id) {
        jdbc.sql("select id from person.spell where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return jdbc.sql("""
                select s.id, s.person_id, s.institution_id, s.site_id, s.department, s.title_code, t.label as title, t.post,
                       s.teaches or t.post <> 'MANAGER' as teaches, s.contract, s.percent, s.principal, s.starts_on, s.ends_on
                  from person.spell s join person.title t on t.code = s.title_code where s.id = :id
                """).param("id", id).query(Spell.class).optional();
    }

    /** Begins the spell at the new college. */
    void begin(Transfer it) {
        var spell = jdbc.sql("""
                insert into person.spell (person_id, institution_id, department, title_code, contract, starts_on)
                values (:person, :to, :department, :title, :contract, :starts) returning id
                """)
                .param("person", it.personId())
                .param("to", it.toId())
                .param("department", it.department())
                .param("title", it.titleCode())
                .param("contract", it.contract())
                .param("starts", it.startsOn())
                .query(Long.class)
                .single();
        jdbc.sql("update person.transfer set new_spell_id = :spell where id = :id")
                .param("spell", spell)
                .param("id", it.id())
                .update();
    }

    /** Says whether the transfer still waited. */
    boolean answer(long id, Transfer.State state, @Nullable String answer, String by) {
        return jdbc.sql("""
                update person.transfer set state = :state, answer = nullif(:answer, ''), answered_by = :by, answered_at = now()
                 where id = :id and state = 'PENDING'
                """)
                        .param("state", state.name())
                        .param("answer", answer == null ? "" : answer)
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }
}
