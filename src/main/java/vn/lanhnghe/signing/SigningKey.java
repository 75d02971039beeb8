package vn.lanhnghe.signing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key: X.509 SubjectPublicKeyInfo and a certificate that the key issued to itself. It signs from
 * {@code validFrom} until {@code validTo}; what it signed from {@code compromisedFrom} on is nobody's word.
 */
public record SigningKey(
        String id,
        long ownerId,
        String ownerName,
        KeyUse use,
        byte[] publicKey,
        byte[] certificate,
        OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        @Nullable OffsetDateTime compromisedFrom) {

    /** Whether a signature made at that time by this key stands for its owner. */
    public boolean trustedAt(OffsetDateTime time) {
        return !time.isBefore(validFrom)
                && (validTo == null || !time.isAfter(validTo))
                && (compromisedFrom == null || time.isBefore(compromisedFrom));
    }

    /** The bare 32 bytes of an Ed25519 key, as a Multikey carries them. */
    public byte[] rawPublicKey() {
        if (use != KeyUse.CREDENTIAL) {
            throw new IllegalStateException("not an Ed25519 key: " + id);
        }
        return java.util.Arrays.copyOfRange(publicKey, publicKey.length - 32, publicKey.length);
    }
}
