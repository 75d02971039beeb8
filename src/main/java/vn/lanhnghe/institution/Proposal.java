package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What changing an entry asks for: the fields as typed (by {@link Fact}), from when, why, and the paper that shows it. */
public record Proposal(
        Map<Fact, String> typed,
        @Nullable LocalDate effectiveOn,
        String reason,
        @Nullable MultipartFile evidence) {}
