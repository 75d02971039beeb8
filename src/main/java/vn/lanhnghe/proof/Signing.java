package vn.lanhnghe.proof;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.signing.Signer;
import vn.lanhnghe.signing.SigningKey;

/** An issuer with its key in hand, for as long as the transaction lasts in which it was opened. */
public final class Signing {

    private final long issuerId;
    private final String slug;
    private final Signer signer;
    private final Addresses addresses;
    private @Nullable OffsetDateTime last;
    private @Nullable Shape shape;

    Signing(long issuerId, String slug, Signer signer, Addresses addresses) {
        this.issuerId = issuerId;
        this.slug = slug;
        this.signer = signer;
        this.addresses = addresses;
    }

    public SigningKey key() {
        return signer.key();
    }

    /** Signs the award's credential; {@code created} is now, told by the caller, and counts in whole seconds. */
    public Proof sign(Award award, OffsetDateTime created) {
        var proof = new Proof(new byte[0], created, key().id());
        if (award.issuer().id() != issuerId) {
            throw new IllegalArgumentException("award of institution %d, key of %d"
                    .formatted(award.issuer().id(), issuerId));
        }
        if (!key().trustedAt(proof.created())) {
            throw new IllegalArgumentException("key %s signs nothing at %s".formatted(key().id(), proof.created()));
        }
        var used = shapeAt(proof.created());
        var message = used.toBeSigned(out -> used.write(award, out), proof.created(), proof.keyId());
        return new Proof(signer.sign(message), proof.created(), proof.keyId());
    }

    /** A batch is signed at one time, so that the shape is made once. */
    private Shape shapeAt(OffsetDateTime created) {
        var used = shape;
        if (used == null || !created.equals(last)) {
            used = new Shape(addresses.at(created), slug);
            shape = used;
            last = created;
        }
        return used;
    }
}
