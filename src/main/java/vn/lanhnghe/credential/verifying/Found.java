package vn.lanhnghe.credential.verifying;

import vn.lanhnghe.credential.Diploma;

/** A diploma that a check has met, with its issuer. */
record Found(Diploma diploma, Issuer issuer) {}
