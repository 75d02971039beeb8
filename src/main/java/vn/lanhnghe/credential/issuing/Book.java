package vn.lanhnghe.credential.issuing;

import java.util.Map;
import vn.lanhnghe.learning.Level;

/** Sổ gốc cấp văn bằng of a year and level, or the book of certified copies; {@code lastLine} and {@code lastNumber} are kept by the database. */
public record Book(
        long id,
        long institutionId,
        Kind kind,
        int year,
        String level,
        NumberedBy numberedBy,
        String pattern,
        int lastLine,
        int lastNumber) {

    public enum Kind {
        DIPLOMA,
        COPY
    }

    /** Who gives the numbers: the system, one after another, or the college's own lists. */
    public enum NumberedBy {
        SYSTEM("hệ thống cấp số"),
        COLLEGE("trường cấp số");

        private final String label;

        NumberedBy(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final Map<String, String> SHORT =
            Map.of("CAO_DANG", "CĐ", "TRUNG_CAP", "TC", "TRUNG_HOC_NGHE", "THN", "SO_CAP", "SC", "COPY", "BS");

    /** A number as it is printed: {@code 0007/CĐ-2026}. */
    public String printed(int number) {
        return pattern.replace("{0000}", "%04d".formatted(number))
                .replace("{LEVEL}", SHORT.getOrDefault(level, level))
                .replace("{YEAR}", Integer.toString(year));
    }

    public String title() {
        return kind == Kind.COPY
                ? "Sổ cấp bản sao văn bằng năm " + year
                : "Sổ gốc cấp %s năm %d"
                        .formatted(Level.valueOf(level).paper().toLowerCase(java.util.Locale.ROOT), year);
    }
}
