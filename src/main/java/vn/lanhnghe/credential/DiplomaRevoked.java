package vn.lanhnghe.credential;

/** A diploma has been revoked. */
public record DiplomaRevoked(long diplomaId, long institutionId) {}
