package vn.lanhnghe.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lanhnghe.framework.Successors.Kept;
import vn.lanhnghe.framework.Successors.Proposal;

/** What takes the place of an item: its identifier first, then its name, then a name that says almost the same, its code last. */
class SuccessorsTest {

    private static final Kept USING = kept(1, "6.2", Item.Kind.COMPONENT, "Sử dụng trí tuệ nhân tạo");

    @Test
    void a_name_that_says_more_is_proposed_before_a_code_that_was_given_anew() {
        assertThat(Successors.propose(
                        List.of(USING),
                        List.of(
                                kept(11, "6.2", Item.Kind.COMPONENT, "Đạo đức số"),
                                kept(12, "6.5", Item.Kind.COMPONENT, "Sử dụng trí tuệ nhân tạo có trách nhiệm"))))
                .containsExactly(new Proposal(1, 12L, "SIMILAR"));
    }

    @Test
    void a_component_goes_on_in_no_domain_and_in_nothing_that_is_taken() {
        var kept = kept(2, "6.1", Item.Kind.COMPONENT, "Hiểu biết về trí tuệ nhân tạo");
        assertThat(Successors.propose(
                        List.of(USING, kept),
                        List.of(
                                kept(11, "6.2", Item.Kind.DOMAIN, "Sử dụng trí tuệ nhân tạo"),
                                new Kept(12, kept.identifier(), "6.2", Item.Kind.COMPONENT, kept.name()))))
                .containsExactlyInAnyOrder(new Proposal(2, 12L, "SAME"), new Proposal(1, null, "NONE"));
    }

    @Test
    void short_names_that_share_a_word_are_not_alike() {
        assertThat(Successors.likeness("An toàn", "An toàn lao động")).isLessThan(0.6);
        assertThat(Successors.likeness("Lập trình", "Phân tích kết quả")).isZero();
        assertThat(Successors.likeness("Bảo vệ thiết bị", "Bảo vệ môi trường")).isLessThan(0.6);
    }

    private static Kept kept(long id, String code, Item.Kind kind, String name) {
        return new Kept(id, UUID.nameUUIDFromBytes(new byte[] {(byte) id}), code, kind, name);
    }
}
