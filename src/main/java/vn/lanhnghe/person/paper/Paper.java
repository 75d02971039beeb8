package vn.lanhnghe.person.paper;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A diploma or certificate of a person, with its scan, its issuer and how far it has been proven. */
public record Paper(
        long id,
        long personId,
        long institutionId,
        PaperKind kind,
        String name,
        String issuer,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate validTo,
        String sha256,
        String fileName,
        PaperState state,
        @Nullable String stateNote,
        @Nullable String stateBy,
        @Nullable OffsetDateTime stateAt,
        String declaredBy) {}
