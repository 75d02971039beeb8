package vn.lanhnghe.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;
import vn.lanhnghe.signing.SigningKey;

/**
 * The DID documents of institutions ({@code did:web}), with the keys of today and those before them. A key that was reported
 * compromised is named as revoked and asserts nothing any more: whoever reads this alone cannot tell what it signed before.
 */
@Component
class Dids {

    private static final byte[] ED25519_PUBLIC = {(byte) 0xed, 0x01};

    private final ProofRepository repository;
    private final Signers signers;

    Dids(ProofRepository repository, Signers signers) {
        this.repository = repository;
        this.signers = signers;
    }

    Optional<String> find(String address, String slug) {
        return repository.findIssuer(slug).map(issuer -> {
            var shape = new Shape(address, slug);
            var keys = signers.list(issuer.id()).stream()
                    .filter(it -> it.use() == KeyUse.CREDENTIAL)
                    .toList();
            var document = new LinkedHashMap<String, Object>();
            document.put("@context", List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"));
            document.put("id", shape.did());
            document.put(
                    "verificationMethod",
                    keys.stream().map(it -> method(shape, it)).toList());
            var trusted = new ArrayList<String>();
            keys.stream().filter(it -> it.compromisedFrom() == null).forEach(it -> trusted.add(shape.method(it.id())));
            document.put("assertionMethod", trusted);
            return JsonMapper.shared().writeValueAsString(document);
        });
    }

    private static Map<String, Object> method(Shape shape, SigningKey key) {
        var method = new LinkedHashMap<String, Object>();
        method.put("id", shape.method(key.id()));
        method.put("type", "Multikey");
        method.put("controller", shape.did());
        method.put("publicKeyMultibase", multibase(key));
        if (key.compromisedFrom() != null) {
            method.put("revoked", Shape.time(key.compromisedFrom()));
        }
        return method;
    }

    private static String multibase(SigningKey key) {
        var raw = key.rawPublicKey();
        var multikey = new byte[ED25519_PUBLIC.length + raw.length];
        System.arraycopy(ED25519_PUBLIC, 0, multikey, 0, ED25519_PUBLIC.length);
        System.arraycopy(raw, 0, multikey, ED25519_PUBLIC.length, raw.length);
        return "z" + Base58.encode(multikey);
    }
}
