package vn.lanhnghe.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Giấy chứng nhận đăng ký hoạt động GDNN or a paper that adds to it, replaces or withdraws it; {@code validTo} is the last day. */
public record Licence(
        long id,
        long institutionId,
        String institutionName,
        String slug,
        LicenceKind kind,
        String number,
        String issuer,
        LocalDate issuedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String scan,
        @Nullable String scanName,
        @Nullable String note,
        String token,
        boolean rehearsal,
        @Nullable String clause,
        @Nullable Long textId) {

    /** As it was told when it was recorded. */
    NewLicence told() {
        return new NewLicence(kind, number, issuer, issuedOn, validFrom, validTo, note == null ? "" : note, null);
    }
}
