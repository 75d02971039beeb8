package vn.lanhnghe.person.competence;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;

/** How able groups are: the city, its types of institutions, schools, their faculties; of at least five people each, by whole lots. */
@Service
@PreAuthorize("hasAuthority('COMPETENCE_GROUP')")
public class CompetenceGroups {

    private static final BigDecimal LOWEST_SHOWN = new BigDecimal("1.5");
    private static final BigDecimal HIGHEST_SHOWN = new BigDecimal("5.5");

    private final CompetenceRepository repository;
    private final Clock clock;

    CompetenceGroups(CompetenceRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** How wide a group is. */
    public enum Width {
        CITY,
        TYPE,
        SCHOOL,
        FACULTY
    }

    /** People who were assessed and the average of each domain; an average near the ends is not told exactly, or it would tell on everybody. */
    public record Group(
            Width width, String name, @Nullable Long institutionId, int people, Map<Integer, BigDecimal> averages) {

        /** An average in words. */
        public String said(int domain) {
            var average = averages.get(domain);
            if (average == null) {
                return "chưa có";
            }
            if (average.compareTo(LOWEST_SHOWN) <= 0) {
                return "đến 1,5";
            }
            return average.compareTo(HIGHEST_SHOWN) >= 0 ? "từ 5,5" : Words.decimal(average);
        }
    }

    /** What stands for a school year, and the rules it follows. */
    public record Overview(QuestionSet version, int year, List<Domain> domains, List<Group> groups) {

        public List<Group> of(Width width) {
            return groups.stream().filter(it -> it.width() == width).toList();
        }
    }

    /** A college reads of itself, the city of all; of the last year that has figures. */
    public Overview overview() {
        var today = LocalDate.now(clock);
        var version =
                repository.findVersion(today).orElseThrow(() -> new NotFound("Hiện chưa có bộ câu hỏi tự đánh giá."));
        var year = repository.findLastYear(version.id()).orElseGet(() -> CompetenceMonth.yearOf(version, today));
        return new Overview(
                version,
                year,
                repository.listDomains(version.id()),
                gathered(repository.listGroups(
                        version.id(), year, Scope.current().institutionId())));
    }

    private static List<Group> gathered(List<CompetenceRepository.GroupLine> lines) {
        var groups = new LinkedHashMap<String, Group>();
        for (var it : lines) {
            groups.computeIfAbsent(
                            it.kind() + "|" + it.name() + "|" + it.institutionId(),
                            key -> new Group(
                                    Width.valueOf(it.kind()),
                                    it.name(),
                                    it.institutionId(),
                                    it.people(),
                                    new LinkedHashMap<>()))
                    .averages()
                    .put(it.domain(), it.average());
        }
        var sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparing(Group::width));
        return sorted;
    }
}
