package vn.lanhnghe.programme.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lanhnghe.programme.design.Tree.Move;
import vn.lanhnghe.shared.Refusal;

/** A tree of statements is moved about and numbered anew; it never closes in a circle. */
class TreeTest {

    @Test
    void steps_move_a_statement_and_give_the_codes_of_the_new_places() {
        var tree = tree();
        tree.move(4, Move.UP);
        assertThat(codes(tree)).containsExactly("1:1", "4:1.1", "3:1.2", "2:2", "5:2.1");
        tree.move(4, Move.OUT);
        assertThat(codes(tree)).containsExactly("1:1", "3:1.1", "4:2", "2:3", "5:3.1");
        tree.move(2, Move.IN);
        assertThat(codes(tree)).containsExactly("1:1", "3:1.1", "4:2", "2:2.1", "5:2.1.1");
        tree.move(1, Move.DOWN);
        assertThat(codes(tree)).containsExactly("4:1", "2:1.1", "5:1.1.1", "1:2", "3:2.1");
    }

    @Test
    void at_the_edges_a_step_is_refused_with_the_reason() {
        for (var move : Move.values()) {
            var id = move == Move.DOWN ? 2L : 1L;
            assertThatExceptionOfType(Refusal.class)
                    .as(move.name())
                    .isThrownBy(() -> tree().move(id, move))
                    .withMessageContaining("Chuẩn " + id);
        }
    }

    @Test
    void a_statement_does_not_hang_under_itself() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tree().place(2, 5, null))
                .withMessageContaining("Không đặt được chuẩn 2 vào 2.1")
                .withMessageContaining("vòng tròn");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> tree().place(2, 2, null));
    }

    @Test
    void a_drop_goes_before_another_or_to_the_end() {
        var tree = tree();
        tree.place(5, 1, 3L);
        assertThat(codes(tree)).containsExactly("1:1", "5:1.1", "3:1.2", "4:1.3", "2:2");
        tree.place(5, 0, null);
        assertThat(codes(tree)).containsExactly("1:1", "3:1.1", "4:1.2", "2:2", "5:3");
    }

    @Test
    void it_is_not_deeper_than_one_can_read() {
        var all = new ArrayList<Outcome>();
        for (long id = 1; id <= 6; id++) {
            all.add(outcome(id, id == 1 ? null : id - 1, 1, "1"));
        }
        all.add(outcome(7, null, 2, "2"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Tree(all).place(7, 6, null))
                .withMessageContaining("sâu tối đa 6");
    }

    /** 1 (3, 4) and 2 (5). */
    private static Tree tree() {
        return new Tree(List.of(
                outcome(1, null, 1, "1"),
                outcome(2, null, 2, "2"),
                outcome(3, 1L, 1, "1.1"),
                outcome(4, 1L, 2, "1.2"),
                outcome(5, 2L, 1, "2.1")));
    }

    private static Outcome outcome(long id, @Nullable Long parent, int place, String code) {
        return new Outcome(id, new UUID(0, id), parent, code, OutcomeKind.SKILL, "Lời của chuẩn", null, place);
    }

    private static List<String> codes(Tree tree) {
        return tree.seats().stream().map(it -> it.id() + ":" + it.code()).toList();
    }
}
