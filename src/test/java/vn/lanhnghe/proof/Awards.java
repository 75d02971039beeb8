package vn.lanhnghe.proof;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Awards for tests: one that is plain, and as many as wanted whose texts are as odd as a register may hold them. */
final class Awards {

    static final Issuer ISSUER = new Issuer(17, "truong-cao-dang-thu", "Trường Cao đẳng Thử nghiệm “Tây Đô”");

    private static final String[] WORDS = {
        "Nguyễn",
        "Thị",
        "Lan",
        "Đặng",
        "Ký",
        "“Út”",
        "\"Ba\"",
        "\\Tư\\",
        "O'Neil",
        "<b>",
        "&amp;",
        "Ngô\u00a0Quyền",
        "e\u0301",
        "😀",
        "👩‍🎓",
        "𝒜",
        "\uf8ff",
        "ﬁ",
        "\ud83c\uddfb\ud83c\uddf3",
        "Ž",
        "日本",
        "{x}",
        "^^<x>",
        "@vi",
        "\\u0041",
        "#1",
        "%20",
        "_:b0",
        "a/b",
        "؀",
        "ẵ",
        "\\n"
    };

    private Awards() {}

    static Award plain() {
        return award(ISSUER, "7KQ2M9XTPA", "Nguyễn Thị Lan", "Thành phố Hồ Chí Minh", 1234);
    }

    static Award named(String fullName) {
        return award(ISSUER, "7KQ2M9XTPA", fullName, null, 0);
    }

    static Award coded(String code) {
        return award(ISSUER, code, "Nguyễn Thị Lan", null, 0);
    }

    static Award award(Issuer issuer, String code, String fullName, @Nullable String birthPlace, long status) {
        return new Award(
                issuer,
                code,
                "CD 0012345",
                "CĐT/2026/0001",
                "Bằng tốt nghiệp cao đẳng",
                "Diploma of College Education",
                fullName,
                LocalDate.of(2004, 2, 28),
                birthPlace,
                "6480201",
                "Công nghệ thông tin",
                "CAO_DANG",
                "Cao đẳng",
                "College",
                "8.2",
                "Giỏi",
                "Very good",
                "207/QĐ-CĐT",
                LocalDate.of(2026, 6, 30),
                OffsetDateTime.parse("2026-07-01T09:15:30+07:00"),
                status);
    }

    static Award random(Random random) {
        return new Award(
                new Issuer(random.nextInt(1_000_000), ISSUER.slug(), text(random)),
                code(random),
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                LocalDate.ofEpochDay(random.nextInt(20_000)),
                random.nextInt(3) == 0 ? null : text(random),
                Integer.toString(1_000_000 + random.nextInt(8_999_999)),
                text(random),
                random.nextBoolean() ? "CAO_DANG" : "SO_CAP",
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                LocalDate.ofEpochDay(random.nextInt(20_000)),
                OffsetDateTime.ofInstant(
                        java.time.Instant.ofEpochSecond(random.nextInt(2_000_000_000)), ZoneOffset.ofHours(7)),
                random.nextInt(3_000_000));
    }

    private static String code(Random random) {
        return random.ints(10, 0, 32)
                .mapToObj(i -> "0123456789ABCDEFGHJKMNPQRSTVWXYZ".substring(i, i + 1))
                .collect(java.util.stream.Collectors.joining());
    }

    private static String text(Random random) {
        var text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
        for (var i = random.nextInt(5); i > 0; i--) {
            text.append(random.nextInt(8) == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
