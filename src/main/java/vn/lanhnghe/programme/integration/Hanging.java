package vn.lanhnghe.programme.integration;

import org.jspecify.annotations.Nullable;

/** Treo trên bản cũ: an alignment with an item of a framework version that is no longer in use, and what is proposed in its place. */
public record Hanging(
        long id,
        long versionId,
        long programmeId,
        long institutionId,
        String institution,
        String programme,
        String state,
        long outcomeId,
        String outcomeCode,
        String statement,
        String frameworkCode,
        String frameworkVersion,
        String itemCode,
        String itemName,
        String levelCode,
        @Nullable Long successorId,
        @Nullable String successorCode,
        @Nullable String successorName,
        @Nullable String how,
        boolean levelStays,
        int rank,
        @Nullable Integer heldRank) {

    /** Can it be moved on as it is? Not where the outcome has the successor already, at a lower level. */
    public boolean movable() {
        return successorId != null && levelStays && heldRank == null;
    }
}
