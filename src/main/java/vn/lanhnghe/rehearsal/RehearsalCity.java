package vn.lanhnghe.rehearsal;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.lanhnghe.access.Accounts;
import vn.lanhnghe.access.NewAccount;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.access.Rehearsed;
import vn.lanhnghe.access.Role;
import vn.lanhnghe.credential.issuing.Issuing;
import vn.lanhnghe.credential.issuing.Step;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.exchange.Keys;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.rehearsal.People.Learner;

/**
 * Builds the rehearsal city at the first start with {@code --demo}: accounts for every role, and two colleges whose learners,
 * marks and diplomas come in as files through the import centre, prepared by one persona and signed by another.
 */
@Component
@ConditionalOnProperty(name = "lanhnghe.rehearsal", havingValue = "true")
class RehearsalCity implements ApplicationRunner {

    private static final int LEARNERS = 2_000;

    private final Accounts accounts;
    private final Personas personas;
    private final Institutions institutions;
    private final Batches batches;
    private final Issuing issuing;
    private final Enrolments enrolments;
    private final Network network;
    private final Studies studies;
    private final Keys keys;
    private final Designs designs;
    private final Staffing staffing;
    private final TrainingRuns trainings;
    private final Competences competences;

    RehearsalCity(
            Accounts accounts,
            Personas personas,
            Institutions institutions,
            Batches batches,
            Issuing issuing,
            Enrolments enrolments,
            Network network,
            Studies studies,
            Keys keys,
            Designs designs,
            Staffing staffing,
            TrainingRuns trainings,
            Competences competences) {
        this.accounts = accounts;
        this.personas = personas;
        this.institutions = institutions;
        this.batches = batches;
        this.issuing = issuing;
        this.enrolments = enrolments;
        this.network = network;
        this.studies = studies;
        this.keys = keys;
        this.designs = designs;
        this.staffing = staffing;
        this.trainings = trainings;
        this.competences = competences;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!personas.exist()) {
            Scope.system().run(this::build);
        }
    }

    private void build() {
        var first = institutions.get("CKC").id();
        var second = institutions.get("TDC").id();
        network.build();
        open("chuyenvien", "Trần Thu Hà", Role.OFFICER, null, null);
        open("lanhdao", "Lê Quang Minh", Role.LEADER, null, null);
        open("daotao.caothang", "Nguyễn Thị Mai", Role.REGISTRAR, first, null);
        open("hieutruong.caothang", "Phạm Văn Hậu", Role.HEAD, first, null);
        open("nguoiky.caothang", "Đỗ Thị Bích Ngọc", Role.CHECKER, first, null);
        open("vanthu.caothang", "Huỳnh Kim Oanh", Role.CLERK, first, null);
        open("nhagiao.caothang", "Võ Thành Nhân", Role.TEACHER, first, null);
        open("kiemtra", "Hoàng Đình Khôi", Role.INSPECTOR, null, null);
        open("quantri", "Lý Ngọc Ẩn", Role.ADMINISTRATOR, null, null);
        open("daotao.thuduc", "Bùi Thanh Tâm", Role.REGISTRAR, second, null);
        open("hieutruong.thuduc", "Trương Hoài Ân", Role.HEAD, second, null);
        open("nguoikiem.thuduc", "Cao Xuân Lộc", Role.CHECKER, second, null);
        open("vanthu.thuduc", "Mai Thu Cúc", Role.CLERK, second, null);
        var learners = fill(
                new Staff("daotao.caothang", "nguoiky.caothang", "hieutruong.caothang", "vanthu.caothang"),
                new People(1, "K", 2025),
                "418/QĐ-CĐKTCT",
                "KT");
        fill(
                new Staff("daotao.thuduc", "nguoikiem.thuduc", "hieutruong.thuduc", "vanthu.thuduc"),
                new People(2, "T", 2024),
                "207/QĐ-CĐCNTĐ",
                "TD");
        openLearner(learners, first);
        staffing.build(first, second);
        personas.act("daotao.caothang", studies::open);
        personas.act("nhagiao.caothang", studies::teach);
        personas.act("daotao.caothang", () -> keys.openRehearsed(Rehearsed.PASSWORD));
        designs.build();
        trainings.build();
        competences.build();
    }

    /** One college's files, in the order in which they come in over the years. Answers with the graduates. */
    private List<Learner> fill(Staff staff, People people, String decision, String series) {
        var learners = people.invent(LEARNERS);
        var graduates = learners.stream()
                .filter(Learner::passed)
                .filter(it -> it.cohort() == 2023)
                .toList();
        personas.act(staff.registrar(), () -> {
            commit("danh-sach-hoc-vien.csv", "learners", Sheets.learners(learners));
            learners.stream()
                    .filter(it -> !it.tenths().isEmpty())
                    .collect(Collectors.groupingBy(Learner::course))
                    .forEach((course, group) ->
                            commit("bang-diem-" + course.code() + ".csv", "marks", Sheets.marks(course, group)));
            commit(
                    "ren-luyen.csv",
                    "conduct",
                    Sheets.conduct(
                            learners.stream().filter(it -> it.cohort() <= 2025).toList(), 2025));
            commit("tot-nghiep.csv", "graduation", Sheets.graduation(graduates, decision, "28/06/2025", series));
        });
        take(staff.checker(), Step.CHECK);
        take(staff.head(), Step.SIGN);
        take(staff.clerk(), Step.RELEASE);
        return graduates;
    }

    /** The four people who issue a college's diplomas. */
    private record Staff(String registrar, String checker, String head, String clerk) {}

    private void take(String persona, Step step) {
        personas.act(
                persona, () -> issuing.listOpenDecisions().forEach(it -> issuing.await(issuing.start(it, step, null))));
    }

    private void commit(String name, String kind, byte[] content) {
        var batch = batches.upload(name, content, kind);
        batches.commit(batch);
        batches.await(batch);
    }

    private void open(String username, String name, Role role, @Nullable Long institution, @Nullable Long learner) {
        accounts.openPersona(new NewAccount(username, name, role, institution, null, learner), Rehearsed.PASSWORD);
    }

    private void openLearner(List<Learner> graduates, long institution) {
        var graduate = graduates.getFirst();
        var standing = enrolments.standings(List.of(graduate.code())).values().stream()
                .filter(it -> it.enrolment().institutionId() == institution)
                .findFirst()
                .orElseThrow();
        open(
                "hocvien.caothang",
                graduate.name(),
                Role.LEARNER,
                institution,
                standing.enrolment().learnerId());
    }
}
