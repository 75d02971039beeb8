package vn.lanhnghe.credential.verifying;

import vn.lanhnghe.credential.Diploma;

/** A diploma that a check has met, with its issuer and what the records say beside it. */
record Found(Diploma diploma, Issuer issuer, Entered entered) {}
