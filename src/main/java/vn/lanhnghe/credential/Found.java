package vn.lanhnghe.credential;

/** A diploma that a check has met, with its issuer. */
record Found(Diploma diploma, Issuer issuer) {}
