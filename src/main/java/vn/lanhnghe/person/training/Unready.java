package vn.lanhnghe.person.training;

import java.util.List;
import java.util.stream.Collectors;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** Some of those who were to be enrolled have not completed what the course asks for first, or are not whom it is for; nobody was enrolled. */
public class Unready extends Refusal {

    private static final int NAMED = 10;

    /** Somebody and what they lack, in words. */
    public record Person(long personId, String staffNumber, String fullName, long courseId, String lacks) {}

    private final transient TrainingClass it;
    private final transient List<Long> chosen;
    private final transient List<Person> people;

    Unready(TrainingClass it, List<Long> chosen, List<Person> people) {
        super("%s người chưa đủ điều kiện đầu vào: %s%s. Bỏ họ ra, hoặc ghi lý do để vẫn ghi danh."
                .formatted(
                        Vi.count(people.size()),
                        people.stream()
                                .limit(NAMED)
                                .map(one -> "%s (%s)".formatted(one.fullName(), one.lacks()))
                                .collect(Collectors.joining("; ")),
                        people.size() > NAMED ? "; và %s người khác".formatted(Vi.count(people.size() - NAMED)) : ""));
        this.it = it;
        this.chosen = chosen;
        this.people = people;
    }

    public TrainingClass it() {
        return it;
    }

    public List<Person> people() {
        return people;
    }

    /** All who were chosen, as a form hands them on. */
    public String everybody() {
        return joined(chosen);
    }

    /** Those of them who lack nothing. */
    public String ready() {
        var lacking = people.stream().map(Person::personId).collect(Collectors.toSet());
        return joined(chosen.stream().filter(one -> !lacking.contains(one)).toList());
    }

    public int size() {
        return chosen.size();
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
