package vn.lanhnghe.signing;

/** What a key signs: credentials read by programs (Ed25519), or documents read by people (ECDSA on P-256, with SHA-256). */
public enum KeyUse {
    CREDENTIAL("Ed25519", "chứng chỉ số"),
    DOCUMENT("SHA256withECDSA", "tài liệu PDF");

    private final String algorithm;
    private final String label;

    KeyUse(String algorithm, String label) {
        this.algorithm = algorithm;
        this.label = label;
    }

    /** The signature's name in the Java Cryptography Architecture. */
    public String algorithm() {
        return algorithm;
    }

    public String label() {
        return label;
    }
}
