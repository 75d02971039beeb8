package vn.lanhnghe.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Someone who heads an institution or sits in its council; {@code termTo} is the last day, null while it lasts. */
public record Leader(
        long id,
        String post,
        String postLabel,
        String fullName,
        @Nullable String decision,
        LocalDate termFrom,
        @Nullable LocalDate termTo) {}
