package vn.lanhnghe.programme.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.lanhnghe.programme.appraisal.Member.Post;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** A council beside the rules: every rule that it does not keep is one sentence. */
public record Council(List<Member> members, List<Drafter> drafters, List<Author> authors, List<CouncilRule> rules) {

    private static final int SHORT = 120;

    /** Who wrote the programme. */
    public record Drafter(
            long id,
            String name,
            @org.jspecify.annotations.Nullable String staffNumber) {}

    /** Who changed the version, whether or not they are listed as drafters; {@code did} is the first that they did, on a day. */
    public record Author(String name, String did, LocalDate on) {}

    /** All that is wrong with who sits in it. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        twice(faults);
        for (var rule : rules) {
            var least = rule.least().doubleValue();
            switch (rule.code()) {
                case MEMBERS -> fewer(faults, rule, members.size(), "hiện có %d".formatted(members.size()));
                case CHAIR -> exactly(faults, rule, Post.CHAIR);
                case SECRETARY -> exactly(faults, rule, Post.SECRETARY);
                case DEPUTY -> fewer(faults, rule, count(Post.DEPUTY), "hiện có %d".formatted(count(Post.DEPUTY)));
                case TEACHERS -> {
                    var teachers = members.stream().filter(Member::teacher).count();
                    // a third of seven is told as 33.33 %, so that the least is rounded and not the share
                    if (members.isEmpty() || 100.0 * teachers / members.size() + 0.005 < least) {
                        fault(faults, rule, "hiện có %d trong %d".formatted(teachers, members.size()));
                    }
                }
                case OUTSIDE_REVIEWERS -> {
                    var reviewers = members.stream()
                            .filter(it -> it.post() == Post.REVIEWER && it.outside())
                            .count();
                    fewer(faults, rule, reviewers, "hiện có %d".formatted(reviewers));
                }
                case STATE -> {
                    var state = members.stream().filter(Member::stateSide).count();
                    fewer(faults, rule, state, "hiện có %d".formatted(state));
                }
                case DEGREE ->
                    each(
                            faults,
                            rule,
                            members.stream().filter(it -> it.rank() < least).toList());
                case YEARS ->
                    each(
                            faults,
                            rule,
                            members.stream().filter(it -> it.years() < least).toList());
                case DRAFTERS -> drafted(faults, rule);
                case PRESENT, IN_FAVOUR -> {
                    // of the meeting, not of who sits in it
                }
            }
        }
        return faults;
    }

    private void twice(List<String> faults) {
        for (var i = 0; i < members.size(); i++) {
            var one = members.get(i);
            members.subList(0, i).stream()
                    .filter(it -> it.alike(one.name(), one.workplace(), one.staffNumber()))
                    .findFirst()
                    .ifPresent(it -> faults.add(twice(it, one.name())));
        }
    }

    static String twice(Member there, String again) {
        return "%s và %s (%s) là một người ghi hai lần; bỏ một dòng, hoặc ghi nơi công tác, số nhà giáo khác nhau nếu là hai người."
                .formatted(there.name(), again, there.workplace());
    }

    /** Those who are listed as drafters, and those of whom the history tells that they wrote. */
    private void drafted(List<String> faults, CouncilRule rule) {
        var wrong = new ArrayList<String>();
        for (var it : members) {
            if (drafted(it)) {
                wrong.add(it.name());
            } else {
                authors.stream()
                        .filter(one -> Vietnamese.fold(one.name()).equals(Vietnamese.fold(it.name())))
                        .findFirst()
                        .ifPresent(one -> wrong.add("%s (ngày %s đã ghi vào chương trình: %s)"
                                .formatted(it.name(), Vi.day(one.on()), Vietnamese.brief(one.did(), SHORT))));
            }
        }
        if (!wrong.isEmpty()) {
            fault(faults, rule, "chưa đúng: " + String.join(", ", wrong));
        }
    }

    private boolean drafted(Member it) {
        return drafters.stream()
                .anyMatch(one -> Vietnamese.fold(one.name()).equals(Vietnamese.fold(it.name()))
                        || one.staffNumber() != null && one.staffNumber().equals(it.staffNumber()));
    }

    /** Those of the ids who sit in it. */
    List<Member> present(Collection<Long> attended) {
        return members.stream().filter(it -> attended.contains(it.id())).toList();
    }

    /** What is wrong with a meeting to which these came. */
    List<String> faults(List<Member> present, int inFavour) {
        var faults = new ArrayList<String>();
        if (inFavour > present.size()) {
            faults.add("%d người tán thành trong %d người dự họp là không thể.".formatted(inFavour, present.size()));
        }
        rules.stream().filter(it -> it.code() == CouncilRule.Code.PRESENT).forEach(rule -> {
            if (100.0 * present.size() / Math.max(1, members.size()) + 0.005
                    < rule.least().doubleValue()) {
                fault(faults, rule, "có %d trong %d".formatted(present.size(), members.size()));
            }
            var missing = rule.posts().stream()
                    .filter(post -> present.stream().noneMatch(it -> it.post() == post))
                    .map(Post::label)
                    .toList();
            if (!missing.isEmpty()) {
                fault(faults, rule, "vắng " + String.join(", ", missing));
            }
        });
        return faults;
    }

    /** Did so many in favour carry it? */
    boolean carried(int present, int inFavour) {
        return rules.stream()
                .filter(it -> it.code() == CouncilRule.Code.IN_FAVOUR)
                .allMatch(it -> 100.0 * inFavour / present + 0.005 >= it.least().doubleValue());
    }

    private long count(Post post) {
        return members.stream().filter(it -> it.post() == post).count();
    }

    private void exactly(List<String> faults, CouncilRule rule, Post post) {
        if (count(post) != rule.least().longValue()) {
            fault(faults, rule, "hiện có %d".formatted(count(post)));
        }
    }

    private static void fewer(List<String> faults, CouncilRule rule, long have, String said) {
        if (have < rule.least().doubleValue()) {
            fault(faults, rule, said);
        }
    }

    private static void each(List<String> faults, CouncilRule rule, List<Member> wrong) {
        if (!wrong.isEmpty()) {
            fault(faults, rule, "chưa đúng: " + wrong.stream().map(Member::name).collect(Collectors.joining(", ")));
        }
    }

    private static void fault(List<String> faults, CouncilRule rule, String said) {
        faults.add("%s; %s.".formatted(rule.sentence(), said));
    }
}
