package vn.lanhnghe.person.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever anybody subtracts, intersects or puts together of the groups ever shown, five people are left, or nobody. */
class LotsTest {

    private static final int LEAST = 5;

    @Test
    void no_two_groups_of_any_months_nor_their_unions_tell_on_fewer_than_five() {
        var random = new Random(20_261_129);
        for (var city = 0; city < 60; city++) {
            var shown = shown(random);
            for (var a : shown) {
                assertThat(a).hasSizeGreaterThanOrEqualTo(LEAST);
                for (var b : shown) {
                    enough(minus(a, b));
                    enough(common(a, b));
                    var both = union(a, b);
                    for (var c : shown) {
                        enough(minus(c, both));
                        enough(minus(both, c));
                    }
                }
            }
        }
    }

    @Test
    void a_school_less_its_faculties_leaves_nobody_or_five() {
        var waiting = new ArrayList<Waiting>();
        add(waiting, 1, "Khoa Điện", 7);
        add(waiting, 1, "Khoa Ô tô", 3);
        var lots = Lots.of(waiting, LEAST);
        assertThat(lots).hasSize(1);
        assertThat(lots.getFirst().department()).isEqualTo("Khoa Điện");
        add(waiting, 1, "Khoa May", 2);
        assertThat(Lots.of(waiting, LEAST))
                .extracting(Lots.Lot::department)
                .containsExactlyInAnyOrder("Khoa Điện", null);
    }

    @Test
    void a_department_of_the_same_name_elsewhere_is_another_place() {
        var waiting = new ArrayList<Waiting>();
        add(waiting, 1, "Khoa Điện", 4);
        add(waiting, 2, "Khoa Điện", 4);
        var lots = Lots.of(waiting, LEAST);
        assertThat(lots).hasSize(1);
        assertThat(lots.getFirst().institutionId()).isNull();
        assertThat(lots.getFirst().members()).hasSize(8);
    }

    @Test
    void those_without_a_school_wait_for_the_city() {
        var waiting = new ArrayList<Waiting>();
        for (var i = 0; i < 4; i++) {
            waiting.add(new Waiting(i, i, null, null, null));
        }
        assertThat(Lots.of(waiting, LEAST)).isEmpty();
        waiting.add(new Waiting(4, 4, null, null, "Khoa"));
        assertThat(Lots.of(waiting, LEAST)).hasSize(1);
    }

    /** The members of every group that is shown in any month of a year of an invented city. */
    private static List<Set<Long>> shown(Random random) {
        var counted = new ArrayList<Lots.Lot>();
        var waiting = new ArrayList<Waiting>();
        var shown = new HashSet<Set<Long>>();
        var next = 0L;
        for (var month = 0; month < 5; month++) {
            var come = random.nextInt(25);
            for (var i = 0; i < come; i++, next++) {
                var school = random.nextInt(4);
                waiting.add(new Waiting(
                        next,
                        next,
                        school < 2 ? "CD" : "TC",
                        (long) school,
                        random.nextInt(4) == 0 ? null : "Khoa " + random.nextInt(3)));
            }
            var lots = Lots.of(waiting, LEAST);
            counted.addAll(lots);
            lots.forEach(it -> waiting.removeAll(it.members()));
            shown.addAll(groups(counted).values());
        }
        return List.copyOf(shown);
    }

    /** What the page shows: as the query of the repository, by whole lots. */
    private static Map<String, Set<Long>> groups(List<Lots.Lot> lots) {
        var groups = new HashMap<String, Set<Long>>();
        for (var lot : lots) {
            var members = lot.members().stream().map(Waiting::personId).toList();
            into(groups, "city", members);
            if (lot.type() != null) {
                into(groups, lot.type(), members);
            }
            if (lot.institutionId() != null) {
                into(groups, "school " + lot.institutionId(), members);
            }
            if (lot.department() != null) {
                into(groups, "faculty " + lot.institutionId() + lot.department(), members);
            }
        }
        return groups;
    }

    private static void into(Map<String, Set<Long>> groups, String name, List<Long> members) {
        groups.computeIfAbsent(name, it -> new HashSet<>()).addAll(members);
    }

    private static void add(List<Waiting> waiting, long school, String department, int many) {
        for (var i = 0; i < many; i++) {
            var id = waiting.size();
            waiting.add(new Waiting(id, id, "CD", school, department));
        }
    }

    private static void enough(Set<Long> people) {
        assertThat(people.isEmpty() || people.size() >= LEAST).as("%s", people).isTrue();
    }

    private static Set<Long> minus(Set<Long> a, Set<Long> b) {
        var left = new HashSet<>(a);
        left.removeAll(b);
        return left;
    }

    private static Set<Long> common(Set<Long> a, Set<Long> b) {
        var left = new HashSet<>(a);
        left.retainAll(b);
        return left;
    }

    private static Set<Long> union(Set<Long> a, Set<Long> b) {
        var all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }
}
