package vn.lanhnghe.proof;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** What is kept of a signed credential: the 64 bytes of its signature, when it was made, and by which key. */
public record Proof(byte[] value, OffsetDateTime created, String keyId) {

    public Proof {
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }
}
