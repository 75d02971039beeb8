package vn.lanhnghe.proof;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a credential that somebody handed in. {@code facts} is what it says of itself – true only where the
 * verdict says that it is signed –, {@code reason} a sentence for the reader, {@code issuerId} the institution of ours that it
 * names, {@code proof} its signature where it has one.
 */
public record Verified(
        Verdict verdict,
        String reason,
        Map<Fact, String> facts,
        @Nullable Long issuerId,
        @Nullable Proof proof) {}
