package vn.lanhnghe.credential.issuing;

/** Diplomas of a decision are in force and answer to the public. */
public record DiplomasReleased(long decisionId, long institutionId, int count) {}
