package vn.lanhnghe.person;

/** Minh chứng: a scanned paper, kept on a college's shelf, by the sum of its bytes. */
public record Evidence(long institutionId, String sha256, String fileName) {}
