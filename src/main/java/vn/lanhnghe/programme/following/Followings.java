package vn.lanhnghe.programme.following;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.programme.design.Outcome;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Stage;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** What happens to a programme once it is taught: cohorts, yearly reviews, employers, outcomes reached. */
@Service
@Transactional
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
public class Followings {

    private static final Month STUDY_BEGINS = Month.SEPTEMBER;

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final FollowingRepository followings;
    private final Acts acts;
    private final Clock clock;

    Followings(Programmes programmes, Outcomes outcomes, FollowingRepository followings, Acts acts, Clock clock) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.followings = followings;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Cohort> listCohorts(long programme) {
        return followings.listCohorts(programme);
    }

    @Transactional(readOnly = true)
    public List<Review> listReviews(long programme) {
        return followings.listReviews(programme);
    }

    @Transactional(readOnly = true)
    public List<Partner> listPartners(long programme) {
        return followings.listPartners(programme);
    }

    @Transactional(readOnly = true)
    public List<Attainment> listAttainments(Version version) {
        return followings.listAttainments(version.id());
    }

    /** The version that stands; those who follow a programme write of no other. */
    private Version standing(long programme) {
        return programmes.listVersions(programme).stream()
                .filter(it -> it.state() == Stage.PUBLISHED)
                .findFirst()
                .orElseThrow(() -> new Refusal("Chương trình chưa có bản nào được ban hành."));
    }

    /**
     * The learners of a year begin with a version that was in force in it, and stay on it. Where none is chosen it is the one in force when the
     * year of study begins, else the first of the year. Years before the first version were taught on paper by what it says.
     */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void openCohort(long programme, @Nullable Integer year, @Nullable Long chosen) {
        var last = standing(programme);
        var asked = year(year);
        if (last.endedOn() != null && asked > last.endedOn().getYear()) {
            throw new Refusal(
                    "Chương trình ngừng tuyển từ %s nên không có khoá %d.".formatted(Vi.day(last.endedOn()), asked));
        }
        var inForce = inForce(programme, asked);
        var it = chosen == null
                ? usual(inForce, asked)
                : inForce.stream()
                        .filter(one -> one.id() == chosen)
                        .findFirst()
                        .orElseThrow(() -> new Refusal("Khoá %d không học theo bản này: năm %d áp dụng %s."
                                .formatted(
                                        asked,
                                        asked,
                                        inForce.stream()
                                                .map(one -> "bản %d (ban hành %s)"
                                                        .formatted(one.number(), Vi.day(one.decisionOn())))
                                                .collect(Collectors.joining(", ")))));
        if (!followings.insertCohort(
                programme, it.institutionId(), asked, it.id(), Scope.current().actor())) {
            throw new Refusal(
                    "Khoá %d đã ghi; người học của khoá theo bản đã ghi đến hết khoá. Ghi nhầm thì rút khoá rồi ghi lại."
                            .formatted(asked));
        }
        act(it, "Khoá %d học theo bản %d".formatted(asked, it.number()));
    }

    /** Versions that were in force on a day of the year, the oldest first; the first stands for what was taught before it. */
    private List<Version> inForce(long programme, int year) {
        var issued = programmes.listVersions(programme).stream()
                .filter(it -> it.state().frozen())
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
        var found = new ArrayList<Version>();
        for (var i = 0; i < issued.size(); i++) {
            var begun = i == 0 || issuedIn(issued.get(i)) <= year;
            var over = i + 1 < issued.size() && issuedIn(issued.get(i + 1)) < year;
            if (begun && !over) {
                found.add(issued.get(i));
            }
        }
        return found;
    }

    private static int issuedIn(Version it) {
        return Objects.requireNonNull(it.decisionOn()).getYear();
    }

    private static Version usual(List<Version> inForce, int year) {
        var begins = LocalDate.of(year, STUDY_BEGINS, 1);
        return inForce.stream()
                .filter(it -> !Objects.requireNonNull(it.decisionOn()).isAfter(begins))
                .reduce((first, second) -> second)
                .orElse(inForce.getFirst());
    }

    /** A cohort that was recorded by mistake, while no result hangs on it. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void withdrawCohort(long programme, int year, String reason) {
        var it = standing(programme);
        var cohort = followings.listCohorts(programme).stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElseThrow(() -> new NotFound("Chương trình chưa ghi khoá %d.".formatted(year)));
        var tidy = Vietnamese.tidy(reason);
        if (tidy.length() < 5 || tidy.length() > 300) {
            throw new Refusal("Ghi lý do rút khoá %d, từ 5 đến 300 ký tự.".formatted(year));
        }
        if (!followings.removeCohort(programme, year)) {
            throw new Refusal(
                    "Khoá %d đã có kết quả đạt chuẩn theo bản %d nên không rút được.".formatted(year, cohort.number()));
        }
        acts.record(
                ActKind.PROGRAMME_FOLLOWED,
                new Subject("programme", programme, it.institutionId()),
                "Rút khoá %d khỏi bản %d".formatted(year, cohort.number()),
                tidy);
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void review(long programme, @Nullable Integer year, @Nullable LocalDate on, boolean updated, String words) {
        var it = standing(programme);
        var faults = new ArrayList<String>();
        var asked = year(year);
        if (on == null || on.isAfter(LocalDate.now(clock))) {
            faults.add("Chọn ngày rà soát, không ở tương lai.");
        }
        var tidy = Vietnamese.tidy(words);
        if (tidy.length() < 3 || tidy.length() > 1000) {
            faults.add("Ghi kết quả rà soát, từ 3 đến 1.000 ký tự.");
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
        if (!followings.insertReview(
                programme,
                it.institutionId(),
                asked,
                Objects.requireNonNull(on),
                updated,
                tidy,
                Scope.current().actor())) {
            throw new Refusal("Năm %d đã ghi rà soát.".formatted(asked));
        }
        act(it, "Rà soát năm %d: %s".formatted(asked, updated ? "có cập nhật" : "giữ nguyên"));
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void addPartner(
            long programme,
            @Nullable Integer year,
            String organisation,
            boolean practice,
            boolean assessment,
            boolean research,
            String words) {
        var it = standing(programme);
        var asked = year(year);
        var name = Vietnamese.tidy(organisation);
        var faults = new ArrayList<String>();
        if (name.length() < 3 || name.length() > 200) {
            faults.add("Ghi tên đơn vị sử dụng lao động, từ 3 đến 200 ký tự.");
        }
        if (!practice && !assessment && !research) {
            faults.add("Chọn ít nhất một việc: thực hành, đánh giá hoặc nghiên cứu.");
        }
        if (words.strip().length() > 300) {
            faults.add("Ghi chú dài tối đa 300 ký tự.");
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
        var partner =
                new Partner(0, asked, name, practice, assessment, research, false, Vietnamese.tidy(words), "", null);
        if (!followings.insertPartner(
                programme, it.institutionId(), partner, Scope.current().actor())) {
            throw new Refusal("%s đã ghi cho năm %d.".formatted(name, asked));
        }
        act(it, "%s tham gia năm %d: %s".formatted(name, asked, partner.said()));
    }

    /** Of a version that was taught; said again, it takes the place of what was said. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void attain(
            long versionId,
            @Nullable Long outcome,
            @Nullable Integer cohort,
            @Nullable Integer assessed,
            @Nullable Integer achieved,
            String source) {
        var it = programmes.get(versionId);
        if (!it.state().frozen()) {
            throw new Refusal("Bản %d chưa được ban hành nên chưa có kết quả.".formatted(it.number()));
        }
        if (outcome == null) {
            throw new Refusal("Chọn chuẩn đầu ra.");
        }
        var one = outcomes.get(it, outcome);
        if (!Outcome.leaves(outcomes.list(it)).contains(one)) {
            throw new Refusal("Chuẩn %s là tên nhóm; ghi kết quả cho từng chuẩn bên dưới.".formatted(one.code()));
        }
        var faults = new ArrayList<String>();
        if (cohort == null
                || followings.listCohorts(it.programmeId()).stream()
                        .noneMatch(c -> c.year() == cohort && c.versionId() == versionId)) {
            faults.add("Chọn một khoá học theo bản %d.".formatted(it.number()));
        }
        if (assessed == null || assessed < 1 || assessed > 100_000) {
            faults.add("Nhập số người được đánh giá, từ 1 trở lên.");
        }
        if (achieved == null || achieved < 0 || assessed != null && achieved > assessed) {
            faults.add("Số người đạt từ 0 đến số người được đánh giá.");
        }
        var tidy = Vietnamese.tidy(source);
        if (tidy.length() < 3 || tidy.length() > 300) {
            faults.add("Ghi lấy số từ đâu, ví dụ “Thi tốt nghiệp 6/2026”.");
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
        followings.keep(
                it.institutionId(),
                new Attainment(
                        outcome,
                        Objects.requireNonNull(cohort),
                        Objects.requireNonNull(assessed),
                        Objects.requireNonNull(achieved),
                        tidy,
                        ""),
                Scope.current().actor());
        act(it, "Chuẩn %s, khoá %d: %d/%d người đạt".formatted(one.code(), cohort, achieved, assessed));
    }

    private int year(@Nullable Integer year) {
        var now = LocalDate.now(clock).getYear();
        if (year == null || year < 2000 || year > now + 1) {
            throw new Refusal("Nhập năm từ 2000 đến %d.".formatted(now + 1));
        }
        return year;
    }

    private void act(Version it, String summary) {
        acts.record(
                ActKind.PROGRAMME_FOLLOWED,
                new Subject("programme", it.programmeId(), it.institutionId()),
                summary,
                null);
    }
}
