package vn.lanhnghe.proof;

import com.apicatalog.jsonld.JsonLdError;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with the right software and a key of their own: what they sign is signed correctly, and says what they like. */
public final class Forger {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyPair key;

    public Forger() {
        try {
            key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The credential again, under a new name and the forger's key, which is said to be the named issuer's. */
    public String sign(String credential, String name) {
        var document = (ObjectNode) JSON.readTree(credential);
        ((ObjectNode) document.path("credentialSubject")).put("name", name);
        var options = (ObjectNode) document.remove("proof");
        options.remove("proofValue");
        options.put("verificationMethod", document.path("issuer").path("id").asString() + "#khoa-tu-lam");
        try {
            var signed = Canonicaliser.canonical(document.toString()).bytes();
            var proof = options.deepCopy();
            proof.set("@context", document.path("@context"));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(
                    Shape.hashes(Canonicaliser.canonical(proof.toString()).bytes(), signed));
            options.put("proofValue", "z" + Base58.encode(signature.sign()));
        } catch (JsonLdError | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        document.set("proof", options);
        return document.toString();
    }
}
