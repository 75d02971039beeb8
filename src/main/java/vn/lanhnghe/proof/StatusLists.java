package vn.lanhnghe.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import vn.lanhnghe.signing.KeyOwner;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signer;
import vn.lanhnghe.signing.Signers;

/**
 * The status lists as the world reads them: credentials signed by the institution. The same edition under the same key is the
 * same bytes on every node, so that each may keep what it has signed.
 */
@Component
class StatusLists {

    private static final int MOST_KEPT = 1000;

    /** What is served, and its mark. */
    record Served(String json, String mark) {}

    private record Which(
            String address, long institutionId, int number, StatusPurpose purpose, long version, String key) {}

    private final StatusRepository repository;
    private final ProofRepository proofs;
    private final Signers signers;
    private final Map<Which, Served> kept = new ConcurrentHashMap<>();

    StatusLists(StatusRepository repository, ProofRepository proofs, Signers signers) {
        this.repository = repository;
        this.proofs = proofs;
        this.signers = signers;
    }

    Optional<Served> find(String address, long institutionId, int number, StatusPurpose purpose) {
        var edition = repository.findEdition(institutionId, number, purpose);
        var issuer = proofs.findIssuer(institutionId);
        if (edition.isEmpty() || issuer.isEmpty()) {
            return Optional.empty();
        }
        var signer = signers.current(new KeyOwner(institutionId, issuer.get().name()), KeyUse.CREDENTIAL);
        var which = new Which(
                address,
                institutionId,
                number,
                purpose,
                edition.get().version(),
                signer.key().id());
        var known = kept.get(which);
        return known == null ? sign(which, issuer.get(), signer) : Optional.of(known);
    }

    private Optional<Served> sign(Which asked, Issuer issuer, Signer signer) {
        return repository
                .find(asked.institutionId(), asked.number(), asked.purpose())
                .map(list -> {
                    var which = new Which(
                            asked.address(),
                            asked.institutionId(),
                            asked.number(),
                            asked.purpose(),
                            list.version(),
                            asked.key());
                    var served = new Served(credential(which, list, issuer, signer), Marks.of(which.toString()));
                    if (kept.size() >= MOST_KEPT) {
                        kept.clear();
                    }
                    kept.put(which, served);
                    return served;
                });
    }

    private static String credential(Which which, StatusRepository.Listed list, Issuer issuer, Signer signer) {
        var shape = new Shape(which.address(), issuer.slug());
        var encoded = encoded(list.bits());
        var key = signer.key();
        // no later than the change itself unless the key is younger: so that all nodes tell the same time
        var created = list.changedAt().isBefore(key.validFrom()) ? key.validFrom() : list.changedAt();
        var proof = new Proof(new byte[0], created, key.id());
        var message = shape.toBeSigned(
                out -> shape.write(
                        which.institutionId(), which.number(), which.purpose(), list.changedAt(), encoded, out),
                proof.created(),
                key.id());
        return shape.json(
                List.of(Contexts.CREDENTIALS),
                out -> shape.write(
                        which.institutionId(), which.number(), which.purpose(), list.changedAt(), encoded, out),
                new Proof(signer.sign(message), proof.created(), key.id()));
    }

    /** Compressed, in Base64 for addresses, behind the “u” that says so. */
    static String encoded(byte[] bits) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
