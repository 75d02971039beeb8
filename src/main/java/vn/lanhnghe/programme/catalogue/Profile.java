package vn.lanhnghe.programme.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in a programme: its outcomes with the components they belong to, its modules, and how high it comes in each domain. */
public record Profile(List<Line> outcomes, List<Unit> modules, List<Height> domains) {

    /** An outcome, with its components in words, in both languages. */
    public record Line(
            String code,
            String kind,
            String statement,
            @Nullable String components,
            @Nullable String english) {

        public int depth() {
            return (int) code.chars().filter(it -> it == '.').count();
        }
    }

    /** A module and its hours. */
    public record Unit(
            String code, String name, BigDecimal credits, int theory, int practice, int exam, boolean online) {

        public int hours() {
            return theory + practice + exam;
        }
    }

    /** A domain of the framework, and the highest level of it; 0 where none is reached. */
    public record Height(String code, String name, String english, int rank) {}

    public int hours() {
        return modules.stream().mapToInt(Unit::hours).sum();
    }

    public int practice() {
        return modules.stream().mapToInt(Unit::practice).sum();
    }

    public long online() {
        return modules.stream().filter(Unit::online).count();
    }

    /** A statement with others under it is their heading. */
    public boolean heading(Line line) {
        return outcomes.stream().anyMatch(it -> it.code().startsWith(line.code() + "."));
    }

    /** How many outcomes are of a kind; headings are none. */
    public long count(String kind) {
        return outcomes.stream()
                .filter(it -> it.kind().equals(kind) && !heading(it))
                .count();
    }

    public int rank(String domain) {
        return domains.stream()
                .filter(it -> it.code().equals(domain))
                .mapToInt(Height::rank)
                .max()
                .orElse(0);
    }
}
