package vn.lanhnghe.person.moving;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** Two records of one person made one, value by value, and taken apart again exactly. */
@Service
@PreAuthorize("hasAuthority('PERSON_MERGE')")
public class Merges {

    private static final Map<PersonFact, List<String>> COLUMNS = Map.of(
            PersonFact.FULL_NAME, List.of("full_name", "name_folded", "sort_key"),
            PersonFact.BIRTH_DATE, List.of("birth_date"),
            PersonFact.SEX, List.of("sex"),
            PersonFact.CITIZEN_ID, List.of("citizen_id"),
            PersonFact.DEGREE, List.of("degree"),
            PersonFact.PHONE, List.of("phone"),
            PersonFact.EMAIL, List.of("email"));

    private final MergeRepository merges;
    private final People people;
    private final Acts acts;
    private final TransactionTemplate transaction;

    Merges(MergeRepository merges, People people, Acts acts, TransactionTemplate transaction) {
        this.merges = merges;
        this.people = people;
        this.acts = acts;
        this.transaction = transaction;
    }

    /**
     * Makes one record of two: everything of {@code goneId} goes to {@code keptId}, whose values stand but for those that are
     * {@code taken} from the other or that it lacks; both numbers lead to it.
     */
    public long merge(long keptId, long goneId, Set<PersonFact> taken, String reason) {
        if (keptId == goneId) {
            throw new Refusal("Hãy chọn hai hồ sơ khác nhau.");
        }
        if (reason.strip().length() < 3 || reason.length() > 500) {
            throw new Refusal("Hãy ghi lý do gộp trong 3–500 ký tự, ví dụ “Đã đối chiếu thẻ căn cước”.");
        }
        var kept = people.file(keptId);
        var gone = people.file(goneId);
        var wanted = EnumSet.noneOf(PersonFact.class);
        for (var fact : PersonFact.values()) {
            if (!gone.value(fact).isEmpty()
                    && (taken.contains(fact) || kept.value(fact).isEmpty())) {
                wanted.add(fact);
            }
        }
        return write(() -> {
            if (merges.lock(keptId, goneId).size() != 2) {
                throw new NotFound("Không có hai hồ sơ này, hoặc một hồ sơ đã được gộp.");
            }
            var stops = merges.listCollisions(keptId, goneId).stream()
                    .filter(MergeRepository.Collision::stops)
                    .map(MergeRepository.Collision::told)
                    .toList();
            if (!stops.isEmpty()) {
                throw new Refusal(String.join(" ", stops));
            }
            var id =
                    merges.begin(keptId, goneId, reason.strip(), Scope.current().actor());
            merges.giveWay(id, keptId, goneId);
            merges.move(id, keptId, goneId);
            merges.close(keptId, goneId);
            merges.take(id, columns(wanted));
            record(
                    ActKind.PEOPLE_MERGED,
                    keptId,
                    "Gộp hồ sơ %s vào %s; lấy của hồ sơ kia: %s"
                            .formatted(
                                    gone.staffNumber(),
                                    kept.staffNumber(),
                                    wanted.isEmpty() ? "không" : labels(wanted)),
                    reason.strip());
            return id;
        });
    }

    /**
     * Takes two merged records apart again, as they were; what was written since stays with the record that was kept. Answers with what
     * was corrected, edited and moved since, and so stays as it is.
     */
    public Stayed undo(long mergeId, String reason) {
        if (reason.strip().length() < 3) {
            throw new Refusal("Hãy ghi lý do tách.");
        }
        var later = EnumSet.noneOf(PersonFact.class);
        var work = new ArrayList<String>();
        write(() -> {
            var it = merges.lockMerge(mergeId)
                    .orElseThrow(() -> new NotFound("Không có lần gộp này, hoặc đã tách rồi."));
            if (merges.mergedFurther(it.keptId())) {
                throw new Refusal("Hồ sơ này đã được gộp tiếp vào hồ sơ khác. Hãy tách lần gộp sau trước.");
            }
            var changed = merges.listChanged(mergeId);
            var restored = new ArrayList<String>();
            for (var fact : PersonFact.values()) {
                var columns = Objects.requireNonNull(COLUMNS.get(fact));
                if (changed.contains(fact.field()) || changed.contains(columns.getFirst())) {
                    later.add(fact);
                } else {
                    restored.addAll(columns);
                }
            }
            if (merges.numberTaken(it, later.contains(PersonFact.CITIZEN_ID))) {
                throw new Refusal(
                        "Sau khi gộp, số định danh của hồ sơ kia được ghi cho một hồ sơ khác. Sửa số định danh ở hồ sơ đó trước, rồi tách.");
            }
            work.addAll(merges.listWritten(mergeId));
            merges.undo(
                    it,
                    restored,
                    columns(EnumSet.allOf(PersonFact.class)),
                    Scope.current().actor());
            var stay = (later.isEmpty() ? "" : "; giữ nguyên các ô sửa sau khi gộp: " + labels(later))
                    + (work.isEmpty() ? "" : "; vẫn như ghi sau khi gộp: " + String.join("; ", work));
            record(ActKind.PEOPLE_PARTED, it.keptId(), "Tách lại hai hồ sơ đã gộp" + stay, reason.strip());
            record(ActKind.PEOPLE_PARTED, it.goneId(), "Tách lại hai hồ sơ đã gộp", reason.strip());
            return it.id();
        });
        return new Stayed(later, List.copyOf(work));
    }

    /** What stays as it was written after a merge that is undone: facts of the kept record, and of where the person works, in words. */
    public record Stayed(Set<PersonFact> facts, List<String> work) {

        boolean none() {
            return facts.isEmpty() && work.isEmpty();
        }

        String told() {
            var all = new ArrayList<String>();
            if (!facts.isEmpty()) {
                all.add(labels(facts));
            }
            all.addAll(work);
            return String.join("; ", all);
        }
    }

    private static List<String> columns(Set<PersonFact> facts) {
        return facts.stream()
                .flatMap(it -> Objects.requireNonNull(COLUMNS.get(it)).stream())
                .toList();
    }

    static String labels(Set<PersonFact> facts) {
        return String.join(", ", facts.stream().map(PersonFact::label).toList());
    }

    /** Says that two who look alike are two people; they are not offered again. */
    public void tellApart(long firstId, long secondId) {
        people.file(firstId);
        people.file(secondId);
        write(() -> {
            merges.tellApart(firstId, secondId, Scope.current().actor());
            return firstId;
        });
    }

    private void record(ActKind kind, long personId, String summary, @Nullable String reason) {
        acts.record(
                kind,
                merges.listColleges(personId).stream()
                        .map(it -> new Acts.Told(new Subject("person", personId, it), summary, reason))
                        .toList());
    }

    private long write(Supplier<Long> work) {
        try {
            return Scope.current()
                    .raised()
                    .get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
        } catch (DataIntegrityViolationException e) {
            throw People.conflict(e);
        }
    }
}
