package vn.lanhnghe.proof;

/** What a status list tells: taken back for good, or set aside for the time being. */
public enum StatusPurpose {
    REVOCATION("revocation"),
    SUSPENSION("suspension");

    private final String word;

    StatusPurpose(String word) {
        this.word = word;
    }

    /** As Bitstring Status List 1.0 says it. */
    public String word() {
        return word;
    }
}
