package vn.lanhnghe.programme.integration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.ui.Vi;

/**
 * What the rule says of one version, domain by domain; {@code measure} is none where the rule does not speak of its level. It is held against
 * the newest version of the framework that it hangs on; {@code old} is what waits to be moved on to the one in use.
 */
public record Verdict(Rule rule, Rule.@Nullable Measure measure, Frame frame, List<Old> old, List<Domain> domains) {

    /** So many links on a version of the framework that is no longer in use. */
    public record Old(String version, long links) {

        public String said() {
            return "%s liên kết còn treo trên bản %s của khung".formatted(Vi.count(links), version);
        }
    }

    /** A domain of the framework: how high the version comes in it, and what is lacking; {@code outcomeId} is where to mend it. */
    public record Domain(
            String code,
            String name,
            int best,
            boolean met,
            String lacking,
            @Nullable Long outcomeId) {}

    /** A domain's code and name. */
    record Named(String code, String name) {}

    public int met() {
        return (int) domains.stream().filter(Domain::met).count();
    }

    public boolean integrated() {
        return measure != null && met() >= measure.domains();
    }

    /** The whole in one sentence. */
    public String said() {
        return measure == null
                ? "Quy tắc bản %d chưa nêu trình độ này.".formatted(rule.number())
                : "%d miền đạt bậc %d trở lên%s; cần %d miền."
                        .formatted(met(), measure.rank(), asked(rule), measure.domains());
    }

    static String asked(Rule rule) {
        return rule.taught() && rule.assessed()
                ? ", được dạy và được đánh giá"
                : rule.taught() ? ", được dạy" : rule.assessed() ? ", được đánh giá" : "";
    }

    static Verdict of(Rule rule, String level, Frame frame, List<Old> old, List<Named> domains, List<Reach> reaches) {
        var measure = rule.measure(level).orElse(null);
        var told = new ArrayList<Domain>();
        for (var domain : domains) {
            told.add(domain(
                    rule,
                    measure,
                    domain,
                    reaches.stream()
                            .filter(it -> it.domainCode().equals(domain.code()))
                            .toList()));
        }
        return new Verdict(rule, measure, frame, List.copyOf(old), List.copyOf(told));
    }

    private static Domain domain(Rule rule, Rule.@Nullable Measure measure, Named domain, List<Reach> reaches) {
        var highest = reaches.stream().max(Comparator.comparingInt(Reach::rank)).orElse(null);
        if (highest == null) {
            return new Domain(
                    domain.code(), domain.name(), 0, false, "chưa có chuẩn đầu ra nào gắn với miền này", null);
        }
        var least = measure == null ? 1 : measure.rank();
        var high = reaches.stream().filter(it -> it.rank() >= least).toList();
        if (high.isEmpty()) {
            return new Domain(
                    domain.code(),
                    domain.name(),
                    highest.rank(),
                    false,
                    "cao nhất bậc %d (chuẩn %s), cần bậc %d".formatted(highest.rank(), highest.outcomeCode(), least),
                    highest.outcomeId());
        }
        var whole = high.stream()
                .filter(it -> (it.taught() || !rule.taught()) && (it.assessed() || !rule.assessed()))
                .max(Comparator.comparingInt(Reach::rank));
        if (whole.isPresent()) {
            return new Domain(
                    domain.code(),
                    domain.name(),
                    whole.get().rank(),
                    measure != null,
                    "",
                    whole.get().outcomeId());
        }
        var near = high.stream()
                .max(Comparator.comparingInt(it -> (it.taught() ? 1 : 0) + (it.assessed() ? 1 : 0)))
                .orElseThrow();
        var missing = rule.taught() && !near.taught()
                ? rule.assessed() && !near.assessed() ? "dạy và đánh giá" : "dạy"
                : "đánh giá";
        return new Domain(
                domain.code(),
                domain.name(),
                near.rank(),
                false,
                "chuẩn %s đạt bậc %d nhưng chưa có môn học, mô-đun nào %s"
                        .formatted(near.outcomeCode(), near.rank(), missing),
                near.outcomeId());
    }
}
