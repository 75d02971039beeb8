package vn.lanhnghe.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** The register of people: one record a person, their spells at colleges, and which account is whose. */
@Service
public class People {

    private final PersonRepository people;
    private final Acts acts;
    private final TransactionTemplate transaction;

    People(PersonRepository people, Acts acts, TransactionTemplate transaction) {
        this.people = people;
        this.acts = acts;
        this.transaction = transaction;
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public Person get(long id) {
        return people.find(id).orElseThrow(() -> new NotFound("Không có hồ sơ nhà giáo này."));
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Spell> listSpells(long personId) {
        return people.listSpells(personId);
    }

    /** Whoever is signed in, if their account is a staff member's. */
    public Optional<Person> mine() {
        var account = Scope.current().accountId();
        return account == null ? Optional.empty() : people.findByAccount(account);
    }

    /** Takes on a person whom no college has recorded yet. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public long record(NewPerson person, NewSpell spell) {
        own(spell.institutionId());
        return write(() -> {
            var id = people.insert(person, null);
            people.insert(id, spell, null);
            acts.record(
                    ActKind.PERSON_RECORDED,
                    new Subject("person", id, spell.institutionId()),
                    "Ghi hồ sơ %s".formatted(person.fullName()),
                    null);
            return id;
        });
    }

    /** Says whose an account is. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void link(long accountId, long personId) {
        var person = get(personId);
        write(() -> {
            people.link(accountId, personId);
            acts.record(
                    ActKind.PERSON_LINKED,
                    new Subject("person", personId, Scope.current().institutionId()),
                    "Gắn tài khoản với hồ sơ %s".formatted(person.fullName()),
                    null);
            return personId;
        });
    }

    /** A college writes of its own people only. */
    private static void own(long institutionId) {
        var scope = Scope.current();
        if (scope.reach() == Scope.Reach.COLLEGE && !Objects.equals(scope.institutionId(), institutionId)) {
            throw new Refusal("Chỉ ghi được người của cơ sở mình.");
        }
    }

    private long write(Supplier<Long> work) {
        return Scope.current().raised().get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
