package vn.lanhnghe.credential.life;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.life.RulingRepository.Corrected;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.ui.Vi;

/** What a decision does to each of its diplomas: the preview shows it and the deed does it, so both ask here. */
@Component
class Effects {

    private static final int YOUNGEST_GRADUATE = 14;

    private final LifeRepository lives;
    private final RulingRepository rulings;
    private final Enrolments enrolments;
    private final Occupations occupations;

    Effects(LifeRepository lives, RulingRepository rulings, Enrolments enrolments, Occupations occupations) {
        this.lives = lives;
        this.rulings = rulings;
        this.enrolments = enrolments;
        this.occupations = occupations;
    }

    /** An effect with what it corrects and what the diploma says from now on, field by field. */
    record Outcome(Effect effect, List<Corrected> corrections, Map<Correctable, String> facts) {}

    List<Outcome> of(Ruling ruling, Map<Correctable, String> changes, List<Diploma> diplomas) {
        var ids = diplomas.stream().map(Diploma::id).toList();
        var giving = lives.listGivingWay(ids);
        var standing = rulings.listStanding(ids).stream()
                .collect(groupingBy(Corrected::diplomaId, mapping(it -> it, toList())));
        var recorded = Objects.requireNonNull(ruling.turn()) == Turn.REISSUE
                ? lives.listRecorded(diplomas.stream().map(Diploma::enrolmentId).toList())
                : Map.<Long, LifeRepository.Recorded>of();
        var names = names(changes);
        return diplomas.stream()
                .map(it -> outcome(
                        ruling,
                        changes,
                        names,
                        it,
                        standing.getOrDefault(it.id(), List.of()),
                        giving.get(it.id()),
                        recorded.get(it.enrolmentId())))
                .toList();
    }

    private Outcome outcome(
            Ruling ruling,
            Map<Correctable, String> changes,
            Names names,
            Diploma diploma,
            List<Corrected> standing,
            @Nullable String givingWay,
            LifeRepository.@Nullable Recorded recorded) {
        var turn = Objects.requireNonNull(ruling.turn());
        if (!turn.possible(diploma.state())) {
            return left(
                    diploma,
                    diploma.state().released()
                            ? "hiện %s nên không %s được"
                                    .formatted(diploma.state().label(), lower(turn))
                            : "chưa phát hành (%s)".formatted(diploma.state().label()));
        }
        if (givingWay != null && turn != Turn.SUSPEND && turn != Turn.RESTORE) {
            return left(
                    diploma,
                    "đang được cấp lại theo quyết định %s; trả lại văn bằng mới trước rồi làm".formatted(givingWay));
        }
        if (Objects.requireNonNull(ruling.decidedOn()).isBefore(diploma.decidedOn())) {
            return left(
                    diploma,
                    "quyết định ngày %s đứng trước ngày công nhận tốt nghiệp %s"
                            .formatted(Vi.day(ruling.decidedOn()), Vi.day(diploma.decidedOn())));
        }
        var facts = new EnumMap<Correctable, String>(Correctable.class);
        standing.forEach(it -> facts.put(it.field(), it.value()));
        if (turn == Turn.REPLACE) {
            return new Outcome(
                    new Effect(diploma, true, "lập văn bằng mới cùng nội dung, với số vào sổ và số hiệu mới"),
                    List.of(),
                    facts);
        }
        if (!turn.corrects()) {
            return new Outcome(
                    new Effect(
                            diploma,
                            true,
                            "%s → %s"
                                    .formatted(
                                            diploma.state().label(), turn.to().label())),
                    List.of(),
                    facts);
        }
        return corrected(turn, changes, names, diploma, facts, recorded);
    }

    private Outcome corrected(
            Turn turn,
            Map<Correctable, String> changes,
            Names names,
            Diploma diploma,
            EnumMap<Correctable, String> facts,
            LifeRepository.@Nullable Recorded recorded) {
        var corrections = new ArrayList<Corrected>();
        changes.forEach((field, value) -> {
            var before = facts.getOrDefault(field, field.printed(diploma));
            if (!before.equals(value)) {
                corrections.add(new Corrected(
                        diploma.id(), field, names.words(field, before), names.words(field, value), value));
                facts.put(field, value);
            }
        });
        if (corrections.isEmpty()) {
            return left(diploma, "không có gì khác: văn bằng đã ghi như vậy");
        }
        return trouble(turn, diploma, facts, recorded)
                .map(it -> left(diploma, it))
                .orElseGet(() -> new Outcome(
                        new Effect(
                                diploma,
                                true,
                                corrections.stream()
                                        .map(it -> "%s: “%s” → “%s”"
                                                .formatted(it.field().label(), it.before(), it.after()))
                                        .collect(joining("; "))),
                        corrections,
                        facts));
    }

    /** Why a diploma cannot say this. */
    private Optional<String> trouble(
            Turn turn, Diploma diploma, Map<Correctable, String> facts, LifeRepository.@Nullable Recorded recorded) {
        var born = LocalDate.parse(
                facts.getOrDefault(Correctable.BIRTH_DATE, diploma.birthDate().toString()));
        var decided = LocalDate.parse(
                facts.getOrDefault(Correctable.DECIDED_ON, diploma.decidedOn().toString()));
        if (born.plusYears(YOUNGEST_GRADUATE).isAfter(decided)) {
            return Optional.of("sinh ngày %s thì chưa đủ %d tuổi vào ngày quyết định %s"
                    .formatted(Vi.day(born), YOUNGEST_GRADUATE, Vi.day(decided)));
        }
        if (decided.isAfter(Objects.requireNonNull(diploma.releasedAt())
                .atZoneSameInstant(Vi.ZONE)
                .toLocalDate())) {
            return Optional.of("ngày quyết định %s đứng sau ngày phát hành văn bằng".formatted(Vi.day(decided)));
        }
        var occupation = facts.get(Correctable.OCCUPATION);
        if (occupation != null && !fits(occupation, diploma.level())) {
            return Optional.of("mã %s không thuộc trình độ %s"
                    .formatted(occupation, diploma.level().label().toLowerCase(Locale.ROOT)));
        }
        if (turn == Turn.REISSUE && recorded != null) {
            var name = facts.getOrDefault(Correctable.FULL_NAME, diploma.fullName());
            if (facts.containsKey(Correctable.FULL_NAME) && !name.equals(recorded.fullName())) {
                return Optional.of(
                        "hồ sơ người học còn ghi “%s”; sửa hồ sơ trước rồi cấp lại".formatted(recorded.fullName()));
            }
            if (facts.containsKey(Correctable.BIRTH_DATE) && !born.equals(recorded.birthDate())) {
                return Optional.of("hồ sơ người học còn ghi ngày sinh %s; sửa hồ sơ trước rồi cấp lại"
                        .formatted(Vi.day(recorded.birthDate())));
            }
        }
        return Optional.empty();
    }

    /** The codes of the list begin with 6 for colleges, with 5 for the intermediate level; other levels have none. */
    private static boolean fits(String occupation, Level level) {
        return switch (level) {
            case CAO_DANG -> occupation.startsWith("6");
            case TRUNG_CAP -> occupation.startsWith("5");
            default -> true;
        };
    }

    private static Outcome left(Diploma diploma, String why) {
        return new Outcome(new Effect(diploma, false, why), List.of(), Map.of());
    }

    private static String lower(Turn turn) {
        return turn.label().toLowerCase(Locale.ROOT);
    }

    /** The names behind codes. */
    private record Names(Map<String, String> ranks, Map<String, String> occupations) {

        /** A canonical value as a person reads it. */
        String words(Correctable field, String value) {
            if (value.isEmpty()) {
                return "(trống)";
            }
            return switch (field) {
                case BIRTH_DATE, DECIDED_ON -> Vi.day(LocalDate.parse(value));
                case AVERAGE -> value.replace('.', ',');
                case RANK -> ranks.getOrDefault(value, value);
                case OCCUPATION -> {
                    var name = occupations.get(value);
                    yield name == null ? value : "%s (%s)".formatted(name, value);
                }
                default -> value;
            };
        }
    }

    private Names names(Map<Correctable, String> changes) {
        return new Names(
                changes.containsKey(Correctable.RANK) ? ranks() : Map.of(),
                changes.containsKey(Correctable.OCCUPATION)
                        ? occupations.list().stream().collect(toMap(Occupation::code, Occupation::name))
                        : Map.of());
    }

    /** The ranks that a diploma may say, by code, the best first. */
    Map<String, String> ranks() {
        var ranks = new LinkedHashMap<String, String>();
        enrolments.grading().bands().forEach(it -> ranks.put(it.code(), it.label()));
        return ranks;
    }
}
