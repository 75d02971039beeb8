package vn.lanhnghe.programme.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lanhnghe.programme.appraisal.CouncilRule.Code;
import vn.lanhnghe.programme.appraisal.Member.Post;

/** Who may sit in a council, and when its meeting counts: every rule that is not kept is told at once. */
class CouncilTest {

    private static final List<CouncilRule> RULES = List.of(
            rule(Code.MEMBERS, 7),
            rule(Code.CHAIR, 1),
            rule(Code.DEPUTY, 1),
            rule(Code.SECRETARY, 1),
            rule(Code.TEACHERS, 33.33),
            rule(Code.OUTSIDE_REVIEWERS, 2),
            rule(Code.STATE, 1),
            rule(Code.DEGREE, 3),
            rule(Code.YEARS, 5),
            rule(Code.DRAFTERS, 0),
            rule(Code.PRESENT, 66.67),
            rule(Code.IN_FAVOUR, 66.67));

    @Test
    void a_council_that_keeps_every_rule() {
        assertThat(new Council(good(), List.of(new Council.Drafter(1, "Người Soạn", null)), List.of(), RULES).faults())
                .isEmpty();
    }

    @Test
    void nobody_in_it_breaks_all_rules_of_numbers_at_once() {
        assertThat(new Council(List.of(), List.of(), List.of(), RULES).faults())
                .extracting(it -> it.replaceAll(";.*", ""))
                .containsExactly("MEMBERS", "CHAIR", "DEPUTY", "SECRETARY", "TEACHERS", "OUTSIDE_REVIEWERS", "STATE");
    }

    @Test
    void drafters_the_young_and_the_unlearned_are_named() {
        var members = new ArrayList<>(good());
        members.set(6, member("nguyễn văn soạn", Post.MEMBER, true, false, false, 2, 3));
        members.set(5, new Member(9, "Người Khác", "x", "NG000000101", Post.MEMBER, true, false, true, "x", "x", 3, 9));
        var faults = new Council(
                        members,
                        List.of(
                                new Council.Drafter(1, "Nguyễn Văn Soạn", null),
                                new Council.Drafter(2, "Tên Cũ", "NG000000101")),
                        List.of(),
                        RULES)
                .faults();
        assertThat(faults)
                .containsExactly(
                        "DEGREE; chưa đúng: nguyễn văn soạn.",
                        "YEARS; chưa đúng: nguyễn văn soạn.",
                        "DRAFTERS; chưa đúng: Người Khác, nguyễn văn soạn.");
    }

    @Test
    void one_person_under_two_spellings_is_one_and_who_wrote_is_named_with_what() {
        var members = new ArrayList<>(good());
        members.set(5, member("Nguyễn Văn Một", Post.MEMBER, false, true, true, 4, 9));
        members.set(6, member("nguyễn  văn một", Post.MEMBER, false, false, false, 4, 9));
        assertThat(new Council(members, List.of(), List.of(), RULES).faults())
                .containsExactly(
                        "Nguyễn Văn Một và nguyễn  văn một (x) là một người ghi hai lần; bỏ một dòng, hoặc ghi nơi công tác, số nhà giáo khác nhau nếu là hai người.");
        members.set(6, new Member(7, "Nguyễn Văn Một", "y", null, Post.MEMBER, false, false, false, "x", "x", 4, 9));
        assertThat(new Council(members, List.of(), List.of(), RULES).faults()).isEmpty();
        var author = new Council.Author("NGUYỄN VĂN MỘT", "Bản 2. Sửa chuẩn 1.1", LocalDate.of(2026, 11, 2));
        assertThat(new Council(members.subList(5, 6), List.of(), List.of(author), List.of(rule(Code.DRAFTERS, 0)))
                        .faults())
                .containsExactly(
                        "DRAFTERS; chưa đúng: Nguyễn Văn Một (ngày 02/11/2026 đã ghi vào chương trình: Bản 2. Sửa chuẩn 1.1).");
    }

    @Test
    void a_third_of_teachers_is_enough_of_six_and_of_nine_and_two_of_seven_is_not() {
        assertThat(teachers(6, 2)).isTrue();
        assertThat(teachers(9, 3)).isTrue();
        assertThat(teachers(7, 2)).isFalse();
    }

    private static boolean teachers(int all, int teaching) {
        var members = new ArrayList<Member>();
        for (var i = 0; i < all; i++) {
            members.add(member("M" + i, Post.MEMBER, i < teaching, false, false, 4, 9));
        }
        return new Council(members, List.of(), List.of(), List.of(rule(Code.TEACHERS, 33.33)))
                .faults()
                .isEmpty();
    }

    @Test
    void a_meeting_needs_two_thirds_and_a_vote_two_thirds_of_those() {
        var council = new Council(good(), List.of(), List.of(), RULES);
        var all = council.members();
        assertThat(council.faults(all.subList(0, 5), 4)).isEmpty();
        assertThat(council.faults(all.subList(0, 4), 4)).containsExactly("PRESENT; có 4 trong 7.");
        assertThat(council.faults(all.subList(0, 5), 9)).hasSize(1);
        assertThat(council.faults(all.subList(1, 7), 6)).containsExactly("PRESENT; vắng chủ tịch.");
        assertThat(council.faults(all.subList(3, 7), 4))
                .containsExactly("PRESENT; có 4 trong 7.", "PRESENT; vắng chủ tịch, thư ký.");
        assertThat(council.carried(6, 4)).isTrue();
        assertThat(council.carried(6, 3)).isFalse();
        assertThat(council.carried(7, 5)).isTrue();
    }

    private static List<Member> good() {
        return List.of(
                member("A", Post.CHAIR, true, false, false, 4, 9),
                member("B", Post.DEPUTY, true, false, false, 4, 9),
                member("C", Post.SECRETARY, true, false, false, 4, 9),
                member("D", Post.REVIEWER, false, true, false, 4, 9),
                member("E", Post.REVIEWER, false, true, false, 4, 9),
                member("F", Post.MEMBER, false, true, true, 4, 9),
                member("G", Post.MEMBER, false, false, false, 3, 5));
    }

    private static Member member(
            String name, Post post, boolean teacher, boolean outside, boolean state, int rank, int years) {
        return new Member(1, name, "x", null, post, teacher, outside, state, "x", "x", rank, years);
    }

    private static CouncilRule rule(Code code, double least) {
        return new CouncilRule(
                code,
                BigDecimal.valueOf(least),
                code == Code.PRESENT ? List.of(Post.CHAIR, Post.SECRETARY) : List.of(),
                code.name(),
                "x",
                false);
    }
}
