package vn.lanhnghe.person.training;

import org.jspecify.annotations.Nullable;

/** Người còn thiếu: somebody at work today whom nothing that counts says to have been trained in a kind; {@code inClass} where they learn it now. */
public record Lack(
        long personId,
        String staffNumber,
        String fullName,
        long institutionId,
        String institution,
        String department,
        String title,
        @Nullable String inClass) {

    /** Whom a list of the missing shows; blank and null are everybody. */
    public record Filter(String kind, @Nullable Long institution, String post, String q) {}

    /** A school with how many are at work today and how many of them lack the kind. */
    public record School(long institutionId, String institution, long staff, long missing) {}
}
