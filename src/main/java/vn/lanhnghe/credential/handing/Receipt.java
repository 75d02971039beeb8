package vn.lanhnghe.credential.handing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What handing diplomas over asks for: who takes them, which paper was shown, on whose word, and the signature – drawn (a PNG as a data
 * URI) or the receiver's name typed.
 */
public record Receipt(
        @Nullable List<Long> diploma,
        @Nullable Boolean holder,
        @Nullable String receiver,
        Handover.@Nullable PaperKind paperKind,
        @Nullable String paperNumber,
        @Nullable String authorisation,
        @Nullable MultipartFile authorisationScan,
        @Nullable String signature,
        @Nullable String confirmed) {}
