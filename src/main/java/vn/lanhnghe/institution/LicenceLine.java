package vn.lanhnghe.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a licence: what may be taught where, to how many a year, from when to when; {@code paperTo} is the last day that its
 * paper names, {@code validTo} an earlier one when it was withdrawn, or ended with its institution by {@code endedBy}.
 */
public record LicenceLine(
        long id,
        long licenceId,
        long institutionId,
        long siteId,
        String siteName,
        @Nullable String occupationCode,
        @Nullable String codeOnPaper,
        String occupationName,
        String level,
        int quota,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate paperTo,
        @Nullable Long withdrawnBy,
        @Nullable String withdrawnNumber,
        @Nullable Long endedBy,
        @Nullable String note,
        String number,
        LocalDate issuedOn) {

    public boolean validOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    public String levelLabel() {
        return Training.label(level);
    }
}
