package vn.lanhnghe.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What adding a line to a licence asks for; the occupation's name is needed where it has no code. */
public record NewLine(
        long siteId,
        String occupationCode,
        String codeOnPaper,
        String occupationName,
        String level,
        int quota,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
