package vn.lanhnghe.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What recording a licence asks for. */
public record NewLicence(
        LicenceKind kind,
        String number,
        String issuer,
        LocalDate issuedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String note,
        @Nullable MultipartFile scan) {}
