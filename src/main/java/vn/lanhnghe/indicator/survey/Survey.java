package vn.lanhnghe.indicator.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Một cuộc khảo sát; {@code eligible} is how many there were to ask. */
public record Survey(
        long id,
        long institutionId,
        String institution,
        Audience audience,
        String title,
        LocalDate opensOn,
        LocalDate closesOn,
        int eligible,
        Standing standing,
        String madeByName,
        OffsetDateTime madeAt) {

    /** Whether its rules are kept (TT 38/2026, phụ lục II). */
    public enum Standing {
        ENOUGH("ok", "đủ điều kiện để tính"),
        FEW_INVITED("warn", "số người được mời chưa đủ tỷ lệ"),
        FEW_ANSWERED("warn", "số phiếu trả lời chưa đủ tỷ lệ"),
        FEW_EACH("warn", "có ngành, nghề chưa đủ phiếu");

        private final String kind;
        private final String label;

        Standing(String kind, String label) {
            this.kind = kind;
            this.label = label;
        }

        public String kind() {
            return kind;
        }

        public String label() {
            return label;
        }
    }

    /** What an audience's survey must keep; shares are in percent. */
    public record Rule(
            Audience audience,
            int months,
            BigDecimal leastInvited,
            BigDecimal leastAnswered,
            int leastEach,
            String clause,
            String note) {}

    public record Question(String code, String text, String english, List<Option> options) {}

    public record Option(String value, String label, String english) {}

    /** One occupation and level: how many were invited and have answered. */
    public record Stratum(
            @Nullable String occupationCode, @Nullable String level, long invited, long answered) {}

    /** How often an answer was given. */
    public record Tally(String question, String value, long count) {}

    /** What the holder of a link sees. */
    public record Door(
            Audience audience,
            String title,
            String institution,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean answered) {}

    public record Link(String name, String token, @Nullable String occupationCode, boolean answered) {}
}
