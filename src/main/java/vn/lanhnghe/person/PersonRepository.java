package vn.lanhnghe.person;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.shared.Vietnamese;

@Repository
class PersonRepository {

    private static final String PERSON =
            "select p.id, p.staff_number, p.full_name, p.birth_date, p.sex, p.phone, p.email from person.person p ";

    private final JdbcClient jdbc;

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(long id) {
        return jdbc.sql(PERSON + "where p.id = :id")
                .param("id", id)
                .query(Person.class)
                .optional();
    }

    void hold(long id) {
        jdbc.sql("select id from person.person where id = :id for no key update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    Optional<Person> findByAccount(long accountId) {
        return jdbc.sql(PERSON + "join person.login l on l.person_id = p.id where l.account_id = :account")
                .param("account", accountId)
                .query(Person.class)
                .optional();
    }

    List<Spell> listSpells(long personId) {
        return jdbc.sql("""
                select s.id, s.person_id, s.institution_id, s.site_id, s.department, s.title_code, t.label as title, t.post,
                       s.teaches or t.post <> 'MANAGER' as teaches, s.contract, s.percent, s.principal, s.starts_on, s.ends_on
                  from person.spell s join person.title t on t.code = s.title_code
                 where s.person_id = :person order by s.starts_on desc, s.id desc
                """).param("person", personId).query(Spell.class).list();
    }

    long insert(NewPerson it, @Nullable Long batchId) {
        return jdbc.sql("""
                insert into person.person (full_name, name_folded, sort_key, birth_date, sex, citizen_id, phone, email, batch_id)
                values (:fullName, :folded, :sortKey, :birthDate, :sex, :citizenId, :phone, :email, :batch) returning id
                """)
                .param("fullName", it.fullName())
                .param("folded", Vietnamese.fold(it.fullName()))
                .param("sortKey", Vietnamese.sortKey(it.fullName()))
                .param("birthDate", it.birthDate())
                .param("sex", it.sex())
                .param("citizenId", it.citizenId())
                .param("phone", it.phone())
                .param("email", it.email())
                .param("batch", batchId)
                .query(Long.class)
                .single();
    }

    long insert(long personId, NewSpell it, @Nullable Long batchId) {
        return jdbc.sql("""
                insert into person.spell (person_id, institution_id, site_id, department, title_code, teaches, contract, percent, principal, starts_on, ends_on, batch_id)
                values (:person, :institution, :site, :department, :title, :teaches, :contract, :percent, :principal, :starts, :ends, :batch) returning id
                """)
                .param("person", personId)
                .param("institution", it.institutionId())
                .param("site", it.siteId())
                .param("department", it.department())
                .param("title", it.titleCode())
                .param("teaches", it.teaches())
                .param("contract", it.contract())
                .param("percent", it.percent())
                .param("principal", it.principal())
                .param("starts", it.startsOn())
                .param("ends", it.endsOn())
                .param("batch", batchId)
                .query(Long.class)
                .single();
    }

    void link(long accountId, long personId) {
        jdbc.sql("insert into person.login (account_id, person_id) values (:account, :person)")
                .param("account", accountId)
                .param("person", personId)
                .update();
    }

    void unlink(long accountId, long personId) {
        jdbc.sql("delete from person.login where account_id = :account and person_id = :person")
                .param("account", accountId)
                .param("person", personId)
                .update();
    }

    Map<Long, Long> owners(Collection<Long> accountIds) {
        var owners = new HashMap<Long, Long>();
        jdbc.sql("select account_id, person_id from person.login where account_id = any(:ids)")
                .param("ids", accountIds.toArray(Long[]::new))
                .query((row, i) -> owners.put(row.getLong(1), row.getLong(2)))
                .list();
        return owners;
    }

    private static final Map<PersonFact, String> COLUMNS = Map.of(
            PersonFact.FULL_NAME, "full_name",
            PersonFact.BIRTH_DATE, "birth_date",
            PersonFact.SEX, "sex",
            PersonFact.CITIZEN_ID, "citizen_id",
            PersonFact.PHONE, "phone",
            PersonFact.EMAIL, "email",
            PersonFact.DEGREE, "degree");

    private static final String FILE = """
            select id, staff_number, full_name, birth_date, sex, citizen_id, phone, email, degree, merged_into, batch_id, recorded_at
              from person.person
            """;

    Optional<PersonFile> findFile(long id) {
        return jdbc.sql(FILE + "where id = :id")
                .param("id", id)
                .query(PersonFile.class)
                .optional();
    }

    /** The record that this one was merged into, or itself, by id. */
    List<PersonFile> listFiles(Collection<Long> ids) {
        return jdbc.sql(FILE + "where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(PersonFile.class)
                .list();
    }

    List<String> listAliases(long personId) {
        return jdbc.sql("select staff_number from person.alias where person_id = :id order by 1")
                .param("id", personId)
                .query(String.class)
                .list();
    }

    List<Title> listTitles(LocalDate day) {
        return jdbc.sql("""
                select t.code, t.label, t.post, r.label as clause, coalesce(r.verified, false) as verified, t.words
                  from person.title t left join law.reference r on r.clause_code = t.clause_code
                 where t.valid_to is null or t.valid_to >= :day order by t.place
                """)
                .param("day", day)
                .query((row, i) -> new Title(
                        row.getString("code"),
                        row.getString("label"),
                        row.getString("post"),
                        row.getString("clause"),
                        row.getBoolean("verified"),
                        List.of((String[]) row.getArray("words").getArray())))
                .list();
    }

    Map<String, Integer> rules(LocalDate day) {
        var rules = new HashMap<String, Integer>();
        jdbc.sql(
                        "select code, value from person.rule where valid_from <= :day and (valid_to is null or valid_to >= :day)")
                .param("day", day)
                .query((row, i) -> rules.put(row.getString(1), row.getInt(2)))
                .list();
        return rules;
    }

    /** Who stands in the register under these numbers, wherever they work: "C" and a citizen number, "N" and a staff number. */
    record Known(
            String key,
            long personId,
            @Nullable LocalDate birthDate,
            String nameFolded,
            @Nullable String citizenId) {

        /** Is it their name? One that differs in case, blanks or marks only is. */
        boolean called(String fullName) {
            return nameFolded.equals(Vietnamese.fold(fullName));
        }
    }

    List<Known> listKnown(Collection<String> citizenIds, Collection<String> numbers) {
        return jdbc.sql(
                        "select key, person_id, birth_date, name_folded, citizen_id from person.known(:citizens::text[], :numbers::text[])")
                .param("citizens", citizenIds.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query(Known.class)
                .list();
    }

    List<Engagement> listEngagements(Collection<Long> personIds, @Nullable Long own) {
        return jdbc.sql("""
                select person_id, spell_id, own, starts_on, ends_on, percent, principal from person.engagements(:ids::bigint[], :own::bigint)
                """)
                .param("ids", personIds.toArray(Long[]::new))
                .param("own", own, Types.BIGINT)
                .query(Engagement.class)
                .list();
    }

    Optional<Spell> findSpell(long id) {
        return jdbc.sql("""
                select s.id, s.person_id, s.institution_id, s.site_id, s.department, s.title_code, t.label as title, t.post,
                       s.teaches or t.post <> 'MANAGER' as teaches, s.contract, s.percent, s.principal, s.starts_on, s.ends_on
                  from person.spell s join person.title t on t.code = s.title_code where s.id = :id
                """).param("id", id).query(Spell.class).optional();
    }

    void update(long spellId, NewSpell it) {
        jdbc.sql("""
                update person.spell
                   set department = :department, title_code = :title, teaches = :teaches, contract = :contract, percent = :percent,
                       principal = :principal, starts_on = :starts, ends_on = :ends, last_batch_id = null
                 where id = :id
                """)
                .param("id", spellId)
                .param("department", it.department())
                .param("title", it.titleCode())
                .param("teaches", it.teaches())
                .param("contract", it.contract())
                .param("percent", it.percent())
                .param("principal", it.principal())
                .param("starts", it.startsOn())
                .param("ends", it.endsOn(), Types.DATE)
                .update();
    }

    boolean hasTwin(long personId, @Nullable Long spellId, NewSpell it) {
        return jdbc.sql("""
                select exists (select from person.spell s where s.person_id = :person and s.institution_id = :institution
                                  and s.title_code = :title and s.starts_on = :starts and s.id is distinct from :spell::bigint)
                """)
                .param("person", personId)
                .param("institution", it.institutionId())
                .param("title", it.titleCode())
                .param("starts", it.startsOn())
                .param("spell", spellId, Types.BIGINT)
                .query(Boolean.class)
                .single();
    }

    boolean moved(long spellId) {
        return jdbc.sql(
                        "select exists (select from person.transfer t where t.spell_id = :spell or t.new_spell_id = :spell)")
                .param("spell", spellId)
                .query(Boolean.class)
                .single();
    }

    void remove(long spellId) {
        jdbc.sql("delete from person.spell where id = :id").param("id", spellId).update();
    }

    List<Person> listNamesakes(String fullName, LocalDate birthDate) {
        return jdbc.sql(PERSON + """
                where p.name_folded = :name and p.birth_date = :born and p.merged_into is null order by p.id limit 3
                """)
                .param("name", Vietnamese.fold(fullName))
                .param("born", birthDate)
                .query(Person.class)
                .list();
    }

    void end(long spellId, LocalDate lastDay) {
        jdbc.sql("update person.spell set ends_on = :day, last_batch_id = null where id = :id")
                .param("day", lastDay)
                .param("id", spellId)
                .update();
    }

    List<Leave> listLeaves(long personId) {
        return jdbc.sql("""
                select l.id, l.spell_id, l.reason, l.starts_on, l.ends_on from person.leave l join person.spell s on s.id = l.spell_id
                 where s.person_id = :person order by l.starts_on desc
                """).param("person", personId).query(Leave.class).list();
    }

    Optional<Leave> findLeave(long id) {
        return jdbc.sql("select id, spell_id, reason, starts_on, ends_on from person.leave where id = :id")
                .param("id", id)
                .query(Leave.class)
                .optional();
    }

    void addLeave(long spellId, String reason, LocalDate from, @Nullable LocalDate to) {
        jdbc.sql("insert into person.leave (spell_id, reason, starts_on, ends_on) values (:spell, :reason, :from, :to)")
                .param("spell", spellId)
                .param("reason", reason)
                .param("from", from)
                .param("to", to, Types.DATE)
                .update();
    }

    void endLeave(long id, LocalDate lastDay) {
        jdbc.sql("update person.leave set ends_on = :day where id = :id")
                .param("day", lastDay)
                .param("id", id)
                .update();
    }

    void removeLeave(long id) {
        jdbc.sql("delete from person.leave where id = :id").param("id", id).update();
    }

    void write(long personId, Map<PersonFact, @Nullable String> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var set = facts.keySet().stream()
                .map(fact ->
                        "%1$s = :%1$s%2$s".formatted(COLUMNS.get(fact), fact == PersonFact.BIRTH_DATE ? "::date" : ""))
                .collect(Collectors.joining(", "));
        var update = jdbc.sql("update person.person set %s, last_batch_id = null where id = :id".formatted(set))
                .param("id", personId);
        for (var fact : facts.entrySet()) {
            update = update.param(Objects.requireNonNull(COLUMNS.get(fact.getKey())), fact.getValue(), Types.VARCHAR);
        }
        update.update();
        var name = facts.get(PersonFact.FULL_NAME);
        if (name != null) {
            jdbc.sql("update person.person set name_folded = :folded, sort_key = :key where id = :id")
                    .param("folded", Vietnamese.fold(name))
                    .param("key", Vietnamese.sortKey(name))
                    .param("id", personId)
                    .update();
        }
    }

    void correct(long personId, PersonFact fact, String reason, Evidence evidence, String actor) {
        jdbc.sql("""
                insert into person.correction (person_id, institution_id, field, reason, sha256, file_name, actor)
                values (:person, nullif(:institution, 0), :field, :reason, :sha256, :fileName, :actor)
                """)
                .param("person", personId)
                .param("institution", evidence.institutionId())
                .param("field", fact.field())
                .param("reason", reason)
                .param("sha256", evidence.sha256())
                .param("fileName", evidence.fileName())
                .param("actor", actor)
                .update();
    }

    List<People.Correction> listCorrections(long personId) {
        return jdbc.sql("""
                select id, field, reason, institution_id, sha256, file_name, actor, at from person.correction
                 where person_id = :person order by id desc limit 100
                """)
                .param("person", personId)
                .query(People.Correction.class)
                .list();
    }

    /** What happened to a person by the days of the register itself; the journal's lines come beside them. */
    List<Event> listEvents(long personId) {
        return jdbc.sql("""
                select (e.day + time '12:00') at time zone 'Asia/Ho_Chi_Minh' as at, true as day, e.what, e.about, null::text as reason,
                       '' as author, e.source, null::text as origin
                  from (select s.starts_on as day, 'Bắt đầu làm việc' as what,
                               t.label || case when s.department = '' then '' else ', ' || s.department end || ' · ' || i.name as about,
                               case when s.batch_id is null then 'màn hình' else 'tệp số ' || s.batch_id end as source
                          from person.spell s join person.title t on t.code = s.title_code join institution.plate i on i.id = s.institution_id
                         where s.person_id = :person
                        union all
                        select s.ends_on, 'Thôi làm việc', t.label || ' · ' || i.name,
                               case when s.last_batch_id is null then 'màn hình' else 'tệp số ' || s.last_batch_id end
                          from person.spell s join person.title t on t.code = s.title_code join institution.plate i on i.id = s.institution_id
                         where s.person_id = :person and s.ends_on is not null
                        union all
                        select l.starts_on, 'Nghỉ', l.reason, 'màn hình'
                          from person.leave l join person.spell s on s.id = l.spell_id where s.person_id = :person
                        union all
                        select p.issued_on, 'Được cấp văn bằng, chứng chỉ', p.name || ' · ' || p.issuer, 'màn hình'
                          from person.paper p where p.person_id = :person and p.state <> 'REJECTED'
                        union all
                        select r.decided_on, 'Được công nhận người dạy nghề', r.occupation || ' · quyết định ' || r.decision_number, 'màn hình'
                          from person.recognition r where r.person_id = :person) e
                 order by e.day desc limit 200
                """).param("person", personId).query(Event.class).list();
    }

    /** The records that were merged into this one, and their numbers. */
    Map<Long, String> listMerged(long personId) {
        var numbers = new HashMap<Long, String>();
        jdbc.sql("select id, staff_number from person.person where merged_into = :id")
                .param("id", personId)
                .query((row, i) -> numbers.put(row.getLong(1), row.getString(2)))
                .list();
        return numbers;
    }

    /** Since when a college has had somebody whom it took over from another and who still works there. */
    Optional<OffsetDateTime> takenOver(long personId, long institution, LocalDate day) {
        return jdbc.sql("""
                select t.answered_at from person.transfer t join person.spell n on n.id = t.new_spell_id and (n.ends_on is null or n.ends_on >= :day)
                 where t.person_id = :person and t.to_id = :institution and t.state = 'DONE' order by t.answered_at desc limit 1
                """)
                .param("person", personId)
                .param("institution", institution)
                .param("day", day)
                .query(OffsetDateTime.class)
                .optional();
    }

    boolean holds(long personId, @Nullable Long institution, LocalDate day) {
        return institution != null
                && jdbc.sql("""
                        select exists (select from person.spell s where s.person_id = :person and s.institution_id = :institution and s.principal
                                          and s.starts_on <= :day and (s.ends_on is null or s.ends_on >= :day))
                        """)
                        .param("person", personId)
                        .param("institution", institution)
                        .param("day", day)
                        .query(Boolean.class)
                        .single();
    }

    Map<Long, String> institutionNames(Collection<Long> ids) {
        var names = new HashMap<Long, String>();
        jdbc.sql("select id, name from institution.plate where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> names.put(row.getLong(1), row.getString(2)))
                .list();
        return names;
    }
}
