package vn.lanhnghe.person.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.paper.KeptFile;
import vn.lanhnghe.shared.Refusal;

/** Corrections that are looked over before they are written: only who began one goes on with it, and only once. */
@Service
@PreAuthorize("hasAuthority('PERSON_EDIT')")
class Corrections {

    private final DraftRepository drafts;
    private final People people;
    private final TransactionTemplate transaction;

    Corrections(DraftRepository drafts, People people, TransactionTemplate transaction) {
        this.drafts = drafts;
        this.people = people;
        this.transaction = transaction;
    }

    /** Keeps what is to be looked over, with what the register says of it now. */
    Draft begin(
            PersonFile file, List<People.Change> changes, Map<String, String> typed, String reason, KeptFile evidence) {
        var after = new EnumMap<PersonFact, String>(PersonFact.class);
        var before = new EnumMap<PersonFact, String>(PersonFact.class);
        for (var it : changes) {
            after.put(it.fact(), it.after());
            before.put(it.fact(), it.before());
        }
        var id = Objects.requireNonNull(transaction.execute(
                status -> drafts.insert(file.id(), account(), evidence, after, before, typed, reason)));
        return new Draft(id, file.id(), evidence.id(), after, before, typed, reason, null);
    }

    Draft get(long personId, String id) {
        return (id.matches("[0-9a-f-]{36}")
                        ? drafts.find(UUID.fromString(id), personId, account())
                        : java.util.Optional.<Draft>empty())
                .orElseThrow(
                        () -> new Refusal("Trang xem lại này không còn dùng được. Hãy mở lại trang Sửa thông tin."));
    }

    /** From now on the register is seen as it is. */
    void renew(Draft it, PersonFile file) {
        var before = new EnumMap<PersonFact, String>(PersonFact.class);
        it.changes().keySet().forEach(fact -> before.put(fact, file.value(fact)));
        transaction.executeWithoutResult(status -> drafts.renew(it.id(), before));
    }

    /** Writes it, unless the register says something else by now than was looked over. */
    int write(Draft it, KeptFile evidence) {
        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        it.changes().forEach((fact, value) -> values.put(fact, value.isEmpty() ? null : value));
        return people.correct(it.personId(), values, it.reason(), evidence.evidence(), it.before(), () -> {
            if (!drafts.write(it.id())) {
                throw new Refusal("Những thay đổi này vừa được ghi rồi; không ghi lại lần nữa.");
            }
        });
    }

    private static long account() {
        return Objects.requireNonNull(Scope.current().accountId());
    }
}
