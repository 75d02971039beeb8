package vn.lanhnghe.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
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

    /** The SHA-256 of the public key, as people compare it: pairs of hexadecimal digits with colons. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bare 32 bytes of an Ed25519 key, as a Multikey carries them. */
    public byte[] rawPublicKey() {
        if (use != KeyUse.CREDENTIAL) {
            throw new IllegalStateException("not an Ed25519 key: " + id);
        }
        return Arrays.copyOfRange(publicKey, publicKey.length - 32, publicKey.length);
    }
}
