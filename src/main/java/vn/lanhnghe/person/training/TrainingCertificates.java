package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** Chứng nhận bồi dưỡng: issued for a class in one act, handed to whom it names, taken back with a reason. */
@Service
public class TrainingCertificates {

    private static final String MAY_ISSUE = "hasAuthority('TRAINING_RUN') or hasAuthority('TRAINING_CONFIRM')";

    private final CertificateRepository certificates;
    private final TrainingRepository trainings;
    private final TrainingEnrolmentRepository enrolments;
    private final Trainings classes;
    private final Certifier certifier;
    private final People people;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    TrainingCertificates(
            CertificateRepository certificates,
            TrainingRepository trainings,
            TrainingEnrolmentRepository enrolments,
            Trainings classes,
            Certifier certifier,
            People people,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.certificates = certificates;
        this.trainings = trainings;
        this.enrolments = enrolments;
        this.classes = classes;
        this.certifier = certifier;
        this.people = people;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    /** The department's officer signs for the department, whoever signs a college's diplomas for the college. */
    static boolean signs(long provider) {
        return Runs.runs(provider)
                && (provider == Runs.DEPARTMENT ? Reader.may("TRAINING_RUN") : Reader.may("CREDENTIAL_SIGN"));
    }

    /** Why somebody who completed the class has no certificate yet; empty when one can be issued. */
    static String lacks(Member it) {
        if (it.twin()) {
            return "hai hồ sơ của người này đã gộp; chỉ một tên trong lớp được cấp chứng nhận";
        }
        return it.birthDate() == null
                ? "hồ sơ chưa có ngày sinh"
                : it.confirmedAt() != null
                        ? ""
                        : it.changedAt() == null
                                ? "chưa xác nhận dữ liệu cá nhân"
                                : "hồ sơ được sửa ngày %s, sau khi đã xác nhận; cần xác nhận lại"
                                        .formatted(Vi.day(it.changedAt()
                                                .atZoneSameInstant(Vi.ZONE)
                                                .toLocalDate()));
    }

    /** Issues to all who completed the class and whose data were confirmed; answers with how many. Can be called again for the rest. */
    @PreAuthorize(MAY_ISSUE)
    public int issue(long classId) {
        var it = classes.get(classId);
        if (!signs(it.institutionId())) {
            throw new Refusal(
                    Runs.runs(it.institutionId())
                            ? "Chứng nhận do hiệu trưởng hoặc người được uỷ quyền ký; nhờ họ mở lớp này và bấm cấp chứng nhận."
                            : "Chỉ đơn vị mở lớp cấp chứng nhận.");
        }
        if (it.open()) {
            throw new Refusal("Chốt kết quả lớp trước khi cấp chứng nhận.");
        }
        return Objects.requireNonNull(runs.raised(() -> {
            trainings.hold(classId);
            if (trainings.state(classId) == TrainingClass.State.OPEN) {
                throw new Refusal("Lớp vừa được bỏ chốt kết quả; tải lại trang.");
            }
            enrolments.holdPeople(classId);
            var ready = enrolments.listMembers(classId).stream()
                    .filter(member -> member.state() == Member.State.COMPLETED
                            && member.certificateId() == null
                            && lacks(member).isEmpty())
                    .toList();
            if (ready.isEmpty()) {
                throw new Refusal(
                        "Không có ai đủ điều kiện cấp: người hoàn thành cần có ngày sinh trong hồ sơ và đã xác nhận dữ liệu cá nhân.");
            }
            var today = LocalDate.now(clock);
            var course = classes.course(it);
            var issuer = it.institutionId() == Runs.DEPARTMENT
                    ? new CertificateRepository.Issuing(
                            "SGDDT", "so-giao-duc-va-dao-tao", "Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh")
                    : certificates.findIssuer(it.institutionId()).orElseThrow();
            var last = certificates.lastNumber(it.institutionId(), today.getYear());
            var texts = new ArrayList<CertificateText>();
            for (var member : ready) {
                texts.add(new CertificateText(
                        it.institutionId(),
                        issuer.slug(),
                        issuer.name(),
                        "%s-BD-%d-%04d".formatted(issuer.code(), today.getYear(), last + texts.size() + 1),
                        member.fullName(),
                        Objects.requireNonNull(member.birthDate()),
                        course.code(),
                        course.title(),
                        course.kind(),
                        course.hours(),
                        member.finalMark() == null
                                ? "Hoàn thành"
                                : "Hoàn thành, kiểm tra cuối khoá " + Closing.told(member.finalMark()),
                        today));
            }
            var sealed = certifier.certify(texts);
            certificates.insert(
                    IntStream.range(0, ready.size())
                            .mapToObj(i -> new CertificateRepository.Issued(
                                    ready.get(i), texts.get(i), last + i + 1, sealed.get(i)))
                            .toList(),
                    today.getYear(),
                    Scope.current().actor());
            trainings.issued(classId);
            acts.record(
                    ActKind.TRAINING_CERTIFIED,
                    Trainings.subject(classId, it.institutionId()),
                    "Cấp %s chứng nhận, số %s đến %s"
                            .formatted(
                                    Vi.count(ready.size()),
                                    texts.getFirst().printed(),
                                    texts.getLast().printed()),
                    null);
            acts.record(
                    ActKind.TRAINING_CERTIFIED,
                    IntStream.range(0, ready.size())
                            .mapToObj(i -> new Acts.Told(
                                    ready.get(i).person(),
                                    "Được cấp chứng nhận %s, lớp “%s”"
                                            .formatted(texts.get(i).printed(), it.name()),
                                    null))
                            .toList());
            return ready.size();
        }));
    }

    /** One certificate: of a class one runs, of one's school's people, or one's own. */
    @PreAuthorize("hasAnyAuthority('TRAINING_VIEW', 'PERSON_SELF')")
    public TrainingCertificate get(long id) {
        var staff = Reader.may("TRAINING_RUN")
                || Reader.may("TRAINING_CONFIRM")
                || Reader.may("TRAINING_REVIEW")
                || Reader.may("PERSON_VIEW");
        return certificates
                .find(id)
                .filter(it -> staff || own(it))
                .orElseThrow(() -> new NotFound("Không có chứng nhận này trong phạm vi bạn được xem."));
    }

    private boolean own(TrainingCertificate it) {
        return people.mine().filter(me -> me.id() == it.personId()).isPresent();
    }

    /** To be handed out; whoever it names answers the survey of the class first. */
    @PreAuthorize("hasAnyAuthority('TRAINING_VIEW', 'PERSON_SELF')")
    public TrainingCertificate take(long id) {
        var it = get(id);
        if (own(it)) {
            var member =
                    runs.raised(() -> enrolments.findMember(it.enrolmentId())).orElseThrow();
            if (member.answeredOn() == null) {
                throw new Refusal(
                        "Trả lời khảo sát phản hồi của lớp trước khi tải chứng nhận (một phút, không ghi tên).");
            }
        }
        return it;
    }

    @PreAuthorize(MAY_ISSUE)
    public void revoke(long id, String reason) {
        var it = get(id);
        if (!signs(it.institutionId())) {
            throw new Refusal("Chỉ người ký của đơn vị cấp thu hồi được chứng nhận.");
        }
        var why = Runs.reason(reason);
        if (why.isEmpty()) {
            throw new Refusal("Ghi lý do thu hồi.");
        }
        runs.raised(() -> {
            if (!certificates.revoke(
                    id, OffsetDateTime.now(clock), Scope.current().actor(), why)) {
                throw new Refusal("Chứng nhận này đã bị thu hồi rồi.");
            }
            certifier.revoke(it);
            acts.record(
                    ActKind.TRAINING_REVOKED,
                    Trainings.subject(it.classId(), it.institutionId()),
                    "Thu hồi chứng nhận %s của %s".formatted(it.printed(), it.fullName()),
                    why);
            enrolments
                    .findMember(it.enrolmentId())
                    .ifPresent(holder -> acts.record(
                            ActKind.TRAINING_REVOKED,
                            holder.person(),
                            "Chứng nhận %s bị thu hồi".formatted(it.printed()),
                            why));
            return id;
        });
    }

    /** The certificate of this code; open to everybody who holds it. */
    public Optional<TrainingCertificate> lookUp(String code) {
        return certificates.lookUp(code);
    }

    /** The certificate on which these three stand; marks and case of the name do not matter. */
    public Optional<TrainingCertificate> lookUp(String printed, String foldedName, LocalDate birthDate) {
        return certificates.lookUp(printed, birthDate).stream()
                .filter(it -> Vietnamese.fold(it.fullName()).equals(foldedName))
                .findFirst();
    }
}
