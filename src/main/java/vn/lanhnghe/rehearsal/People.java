package vn.lanhnghe.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents learners and their marks, the same ones at every start. Their citizen numbers begin with 099, which no province has. */
class People {

    private static final List<String> FAMILIES = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ",
            "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương", "Đinh", "Lâm", "Mai", "Thạch", "Sơn", "Kim");
    private static final List<String> MIDDLES_M =
            List.of("Văn", "Minh", "Quốc", "Hữu", "Gia", "Đức", "Thanh", "Công", "Tuấn", "Anh");
    private static final List<String> MIDDLES_F =
            List.of("Thị", "Ngọc", "Thuỳ", "Mỹ", "Phương", "Hồng", "Kim", "Bảo", "Diễm", "Như");
    private static final List<String> GIVEN_M = List.of(
            "Phúc", "Trí", "Tuấn", "Bình", "Lộc", "Huy", "Hưng", "Quân", "Nghĩa", "Khang", "Đạt", "Sơn", "Long",
            "Thắng", "Vinh", "Hải");
    private static final List<String> GIVEN_F = List.of(
            "Lan", "Hương", "Duyên", "My", "Ánh", "Ngân", "Nguyệt", "Yến", "Trâm", "Quyên", "Loan", "Uyên", "Tiên",
            "Vy", "Hằng", "Thảo");
    private static final List<String> PLACES = List.of(
            "TP. Hồ Chí Minh",
            "Bình Dương",
            "Bà Rịa – Vũng Tàu",
            "Long An",
            "Tây Ninh",
            "Đồng Nai",
            "Bến Tre",
            "Sóc Trăng");
    private static final List<String> ETHNICITIES =
            List.of("Kinh", "Kinh", "Kinh", "Kinh", "Kinh", "Hoa", "Khmer", "Chăm", "Tày", "Ê Đê");

    /** One learner of the rehearsal: marks in tenths, one a module; no marks when the year is not over. */
    record Learner(
            String code,
            String name,
            LocalDate born,
            boolean woman,
            String citizenId,
            String place,
            String ethnicity,
            Course course,
            boolean college,
            int cohort,
            List<Integer> tenths) {

        /** Lớp: those of one year, level and occupation. */
        String className() {
            return "%02d%s-%s"
                    .formatted(
                            cohort % 100, college ? "CĐ" : "TC", course.code().substring(2));
        }

        boolean passed() {
            return !tenths.isEmpty() && tenths.stream().allMatch(it -> it >= 50);
        }

        /** Weighted by credits without the condition subjects, rounded half up; in tenths. */
        int average() {
            var sum = 0;
            var weight = 0;
            for (var i = 0; i < tenths.size(); i++) {
                var module = course.modules().get(i);
                if (!module.condition()) {
                    sum += tenths.get(i) * module.credits();
                    weight += module.credits();
                }
            }
            return (2 * sum + weight) / (2 * weight);
        }
    }

    private final Random random;
    private final int marked;
    private final String mark;

    /**
     * {@code mark} sets the codes and citizen numbers of one college apart from another's; {@code marked} is the last year of
     * admission whose marks are in.
     */
    People(int seed, String mark, int marked) {
        this.marked = marked;
        this.random = new Random(seed);
        this.mark = mark;
    }

    List<Learner> invent(int count) {
        var learners = new ArrayList<Learner>();
        for (var i = 0; i < count; i++) {
            learners.add(learner(i));
        }
        return learners;
    }

    private Learner learner(int i) {
        var cohort = 2023 + i * 4 / 2_000 % 4;
        var woman = random.nextInt(100) < 42;
        var college = random.nextInt(100) < 60;
        var born = LocalDate.of(cohort - (college ? 18 : 16) - random.nextInt(3), 1, 1)
                .plusDays(random.nextInt(365));
        var course = Course.ALL.get(random.nextInt(Course.ALL.size()));
        return new Learner(
                "%02d%s%s%04d".formatted(cohort % 100, mark, college ? "CD" : "TC", i),
                name(woman),
                born,
                woman,
                "099%d%02d%s%05d".formatted(woman ? 3 : 2, born.getYear() % 100, mark.equals("K") ? "1" : "2", i),
                pick(PLACES),
                pick(ETHNICITIES),
                course,
                college,
                cohort,
                cohort <= marked ? marks(course) : List.of());
    }

    /** Anybody's name. */
    String name() {
        return name(random.nextBoolean());
    }

    /** A woman's or a man's name. */
    String name(boolean woman) {
        return "%s %s %s %s"
                .formatted(
                        pick(FAMILIES),
                        pick(woman ? MIDDLES_F : MIDDLES_M),
                        pick(woman ? MIDDLES_F : MIDDLES_M),
                        pick(woman ? GIVEN_F : GIVEN_M));
    }

    private List<Integer> marks(Course course) {
        var level = 60 + random.nextInt(32);
        var fails = random.nextInt(100) < 12;
        var weak = random.nextInt(course.modules().size());
        var marks = new ArrayList<Integer>();
        for (var i = 0; i < course.modules().size(); i++) {
            marks.add(
                    fails && i == weak ? 30 + random.nextInt(19) : Math.clamp(level + random.nextInt(17) - 8, 52, 98));
        }
        return marks;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
