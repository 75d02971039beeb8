package vn.lanhnghe.credential;

/** The diplomas of a decision have been signed and stand in the register. */
public record DiplomasSigned(long decisionId, long institutionId, int count) {}
