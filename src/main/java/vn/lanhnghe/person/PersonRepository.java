package vn.lanhnghe.person;

import java.util.List;
import java.util.Optional;
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

    Optional<Person> findByCitizenId(String citizenId) {
        return jdbc.sql(PERSON + "where p.citizen_id = :citizenId and p.merged_into is null")
                .param("citizenId", citizenId)
                .query(Person.class)
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
        jdbc.sql("""
                insert into person.login (account_id, person_id) values (:account, :person)
                on conflict (account_id) do update set person_id = excluded.person_id
                """).param("account", accountId).param("person", personId).update();
    }
}
