package vn.lanhnghe.proof;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.signing.KeyOwner;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;

/** Credentials of our own: signed, written out and checked from what the register has. */
@Service
public class Proofs {

    private record Place(String address, String slug) {}

    private final ProofRepository repository;
    private final Addresses addresses;
    private final Signers signers;
    private final Map<Long, Issuer> issuers = new ConcurrentHashMap<>();
    private final Map<Place, Shape> shapes = new ConcurrentHashMap<>();

    Proofs(ProofRepository repository, Addresses addresses, Signers signers) {
        this.repository = repository;
        this.addresses = addresses;
        this.signers = signers;
    }

    /**
     * Takes the issuer's key until the caller's transaction ends. Take the time of signing after this call: a key signs nothing
     * before it was made.
     */
    @Transactional
    public Signing open(Issuer issuer) {
        repository.register(issuer);
        var slug = repository.findIssuer(issuer.id()).orElseThrow().slug();
        var signer = signers.current(new KeyOwner(issuer.id(), issuer.name()), KeyUse.CREDENTIAL);
        return new Signing(issuer.id(), slug, signer, addresses);
    }

    /**
     * Whether that proof was made for exactly these facts, by a key of their issuer whose word counted then: {@link Verdict#FINE},
     * {@link Verdict#UNKNOWN_ISSUER}, {@link Verdict#UNKNOWN_KEY}, {@link Verdict#ALTERED} or {@link Verdict#KEY_NOT_VALID_THEN}.
     */
    public Verdict verify(Award award, Proof proof) {
        var issuer = issuer(award.issuer().id());
        if (issuer.isEmpty()) {
            return Verdict.UNKNOWN_ISSUER;
        }
        var key = signers.find(proof.keyId());
        if (key.isEmpty()
                || key.get().ownerId() != award.issuer().id()
                || key.get().use() != KeyUse.CREDENTIAL) {
            return Verdict.UNKNOWN_KEY;
        }
        var shape = shape(issuer.get(), proof);
        var message = shape.toBeSigned(out -> shape.write(award, out), proof.created(), proof.keyId());
        if (!signers.verify(proof.keyId(), message, proof.value())) {
            return Verdict.ALTERED;
        }
        return key.get().trustedAt(proof.created()) ? Verdict.FINE : Verdict.KEY_NOT_VALID_THEN;
    }

    /** The credential as it is handed out, {@code application/vc}. */
    public String json(Award award, Proof proof) {
        var issuer =
                issuer(award.issuer().id()).orElseThrow(() -> new NotFound("Đơn vị này chưa cấp chứng chỉ số nào."));
        var shape = shape(issuer, proof);
        return shape.json(shape.awardContexts(), out -> shape.write(award, out), proof);
    }

    private Shape shape(Issuer issuer, Proof proof) {
        return shapes.computeIfAbsent(
                new Place(addresses.at(proof.created()), issuer.slug()),
                place -> new Shape(place.address(), place.slug()));
    }

    /** The institution as its first signature named it, for good; empty when it has signed nothing. */
    public Optional<Issuer> issuer(long institutionId) {
        var known = issuers.get(institutionId);
        if (known == null) {
            var found = repository.findIssuer(institutionId);
            found.ifPresent(it -> issuers.put(institutionId, it));
            return found;
        }
        return Optional.of(known);
    }
}
