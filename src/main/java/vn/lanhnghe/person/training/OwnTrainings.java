package vn.lanhnghe.person.training;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.Person;
import vn.lanhnghe.person.training.ElsewhereRepository.Line;
import vn.lanhnghe.person.training.ElsewhereRepository.Load;
import vn.lanhnghe.person.training.OwnRepository.Seat;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** What a teacher sees of their own training: what counts and why, classes, certificates, the passport that they open and close. */
@Service
@PreAuthorize("hasAuthority('PERSON_SELF')")
public class OwnTrainings {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OwnRepository own;
    private final TrainingRepository trainings;
    private final TrainingEnrolmentRepository enrolments;
    private final TrainingResultRepository results;
    private final ElsewhereRepository items;
    private final CertificateRepository certificates;
    private final Catalogue catalogue;
    private final People people;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    OwnTrainings(
            OwnRepository own,
            TrainingRepository trainings,
            TrainingEnrolmentRepository enrolments,
            TrainingResultRepository results,
            ElsewhereRepository items,
            CertificateRepository certificates,
            Catalogue catalogue,
            People people,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.own = own;
        this.trainings = trainings;
        this.enrolments = enrolments;
        this.results = results;
        this.items = items;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.people = people;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    /** Whether a kind counts for somebody, and why, in words. */
    public record Counted(Kind kind, boolean counted, int hours, String why) {}

    /** {@code code} of a passport that was opened once; whether it stands open now. */
    public record Passport(String code, boolean open, OffsetDateTime changedAt) {}

    public Optional<Person> me() {
        return people.mine();
    }

    private Person mine() {
        return people.mine()
                .orElseThrow(() ->
                        new Refusal("Tài khoản của bạn chưa gắn với hồ sơ nhà giáo; nhờ phòng đào tạo gắn giúp."));
    }

    /** What counts of each kind and why: the one reckoning behind one's own page, the passport and its public page. */
    public List<Counted> listCounted(Person me) {
        var lines = runs.raised(() -> items.listRecords(me.id()));
        return standing(catalogue.kinds(), lines, catalogue.alike());
    }

    /** As the targets count it: one kind is enough where several, {@code alike}, bring a person into the same figure. */
    static List<Counted> standing(List<Kind> kinds, List<Line> lines, Map<String, List<String>> alike) {
        var counted = kinds.stream().map(kind -> counted(kind, lines)).toList();
        return counted.stream()
                .map(it -> it.counted()
                        ? it
                        : counted.stream()
                                .filter(Counted::counted)
                                .filter(other -> alike.getOrDefault(it.kind().code(), List.of())
                                        .contains(other.kind().code()))
                                .findFirst()
                                .map(other -> new Counted(
                                        it.kind(),
                                        true,
                                        0,
                                        "cùng một chỉ tiêu với “%s”: %s"
                                                .formatted(other.kind().label(), other.why())))
                                .orElse(it))
                .toList();
    }

    /** The same to oneself: where nothing counts yet, the class in which one sits is named. */
    public List<Counted> listStanding(List<Counted> counted, List<Seat> seats) {
        var alike = catalogue.alike();
        return counted.stream()
                .map(it -> it.counted()
                        ? it
                        : learning(it, seats, alike.getOrDefault(it.kind().code(), List.of())))
                .toList();
    }

    private static Counted learning(Counted it, List<Seat> seats, List<String> alike) {
        return seats.stream()
                .filter(seat ->
                        seat.learning() && (seat.kind().equals(it.kind().code()) || alike.contains(seat.kind())))
                .findFirst()
                .map(seat -> new Counted(
                        it.kind(),
                        false,
                        0,
                        "đang học lớp %s, đến ngày %s; được tính khi lớp chốt kết quả."
                                .formatted(seat.name(), Vi.day(seat.endsOn()))))
                .orElse(it);
    }

    static Counted counted(Kind kind, List<Line> all) {
        var lines = all.stream().filter(it -> it.kind().equals(kind.code())).toList();
        var good = lines.stream()
                .filter(it -> it.endedAt() == null && !it.tier().equals("DECLARED"))
                .toList();
        var hours = good.stream().mapToInt(Line::hours).sum();
        if (!good.isEmpty()) {
            var it = good.getFirst();
            return new Counted(
                    kind,
                    true,
                    hours,
                    "%s, %s tiết, xong ngày %s; %s."
                            .formatted(
                                    it.title(),
                                    Vi.count(it.hours()),
                                    Vi.day(it.completedOn()),
                                    it.source().equals("CLASS")
                                            ? it.tier().equals("VERIFIED")
                                                    ? "có chứng nhận trên nền tảng"
                                                    : "lớp đã chốt kết quả"
                                            : it.tier().equals("VERIFIED")
                                                    ? "trường xác nhận, Sở đã rà soát"
                                                    : "trường đã xác nhận"));
        }
        var ended = lines.stream().filter(it -> it.endedAt() != null).findFirst();
        if (ended.isPresent()) {
            return new Counted(
                    kind,
                    false,
                    0,
                    "%s không còn được tính từ %s (%s)."
                            .formatted(
                                    ended.get().title(),
                                    Vi.day(Objects.requireNonNull(ended.get().endedAt())
                                            .atZoneSameInstant(Vi.ZONE)
                                            .toLocalDate()),
                                    ended.get().source().equals("CLASS")
                                            ? "chứng nhận bị thu hồi"
                                            : "Sở không chấp nhận khi rà soát"));
        }
        return new Counted(
                kind,
                false,
                0,
                lines.isEmpty()
                        ? "chưa có khoá nào thuộc loại này."
                        : "%s đã khai, còn chờ trường xác nhận."
                                .formatted(lines.getFirst().title()));
    }

    /** Classes that take people now, of the kinds in which nothing counts yet, where one has no seat. */
    public List<TrainingClass> listOffers(List<Counted> counted, List<Seat> seats) {
        var done = counted.stream()
                .filter(Counted::counted)
                .map(it -> it.kind().code())
                .toList();
        var taken = seats.stream().map(Seat::classId).toList();
        var college = Scope.current().institutionId();
        return runs.raised(() -> trainings.listOffered(college, LocalDate.now(clock))).stream()
                .filter(it -> !done.contains(it.kind()) && !taken.contains(it.id()))
                .toList();
    }

    public List<Seat> listSeats(Person me) {
        return runs.raised(() -> own.listSeats(me.id(), LocalDate.now(clock)));
    }

    public List<Elsewhere> listElsewhere(Person me) {
        return runs.raised(() -> items.listOfPerson(me.id()));
    }

    public List<Load> listLoads(Person me) {
        return runs.raised(() -> items.listLoads(me.id()));
    }

    /** What they said of themselves in their last assessment; only they are told, and whom they show the paper. */
    public List<OwnRepository.SelfLevel> listLevels(Person me) {
        return runs.raised(() -> own.listLevels(me.id()));
    }

    public List<TrainingCertificate> listCertificates(Person me) {
        return runs.raised(() -> certificates.listOfPerson(me.id()));
    }

    /** One's seat in a class; not found where it is another's. */
    public Member seat(long enrolmentId) {
        var me = mine();
        return runs.raised(() -> enrolments.findMember(enrolmentId))
                .filter(it -> it.personId() == me.id())
                .orElseThrow(() -> new NotFound("Bạn không có trong lớp này."));
    }

    public TrainingClass classOf(Member seat) {
        return runs.raised(() -> trainings.find(seat.classId(), null)).orElseThrow();
    }

    /** Name and birth date, {@code seen} as {@link Member#printed}, are as on the papers; the certificate will say them so. */
    public void confirm(long enrolmentId, String seen) {
        var seat = seat(enrolmentId);
        if (seat.birthDate() == null) {
            throw new Refusal("Hồ sơ của bạn chưa có ngày sinh; nhờ phòng đào tạo bổ sung rồi xác nhận.");
        }
        if (!seat.seated()) {
            throw new Refusal("Bạn không đang học trong lớp này.");
        }
        runs.raised(() -> {
            enrolments.holdPeople(seat.classId());
            var now = enrolments.findMember(enrolmentId).orElseThrow();
            if (!Member.printed(now.fullName(), now.birthDate()).equals(seen)) {
                throw new Refusal("Hồ sơ vừa được sửa. Xem lại họ tên, ngày sinh rồi xác nhận.");
            }
            results.confirm(
                    List.of(enrolmentId),
                    OffsetDateTime.now(clock),
                    Scope.current().actor());
            return enrolmentId;
        });
    }

    /** Answers the survey of the class once; who said what is kept nowhere. */
    public void answer(
            long enrolmentId,
            @Nullable Integer content,
            @Nullable Integer teaching,
            @Nullable Integer useful,
            String remark) {
        var seat = seat(enrolmentId);
        if (!seat.seated()) {
            throw new Refusal("Bạn không đang học trong lớp này.");
        }
        var last = classOf(seat).endsOn();
        if (LocalDate.now(clock).isBefore(last)) {
            throw new Refusal("Phiếu khảo sát mở từ ngày cuối của lớp, %s.".formatted(Vi.day(last)));
        }
        if (seat.answeredOn() != null) {
            throw new Refusal("Bạn đã trả lời khảo sát này; cảm ơn bạn.");
        }
        if (content == null
                || teaching == null
                || useful == null
                || scale(content)
                || scale(teaching)
                || scale(useful)) {
            throw new Refusal("Chọn một mức từ 1 đến 5 cho cả ba câu.");
        }
        if (remark.length() > 1000) {
            throw new Refusal("Ý kiến dài %d ký tự; tối đa 1.000.".formatted(remark.length()));
        }
        runs.raised(() -> {
            if (!results.answer(seat, content, teaching, useful, Vietnamese.tidy(remark), LocalDate.now(clock))) {
                throw new Refusal("Bạn đã trả lời khảo sát này; cảm ơn bạn.");
            }
            return enrolmentId;
        });
    }

    private static boolean scale(int value) {
        return value < 1 || value > 5;
    }

    public Optional<Passport> passport(Person me) {
        return runs.raised(() -> own.findPassport(me.id()));
    }

    /** Opens the public page or closes it; opening anew gives a new address, so that an old code stays closed. */
    public void turn(boolean open) {
        var me = mine();
        runs.raised(() -> {
            if (open) {
                own.openPassport(me.id(), code(), OffsetDateTime.now(clock));
            } else {
                own.closePassport(me.id(), OffsetDateTime.now(clock));
            }
            acts.record(
                    ActKind.PASSPORT_TURNED,
                    new Subject("person", me.id(), Scope.current().institutionId()),
                    open ? "Mở trang hộ chiếu số" : "Đóng trang hộ chiếu số",
                    null);
            return me.id();
        });
    }

    private static String code() {
        var code = new StringBuilder("HC");
        for (var i = 0; i < 14; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
