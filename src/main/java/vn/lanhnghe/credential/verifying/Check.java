package vn.lanhnghe.credential.verifying;

import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.Diploma;

/** The answer to one check; diploma and issuer are there when a diploma was met, whatever its state. */
public record Check(
        Outcome outcome,
        @Nullable Diploma diploma,
        @Nullable Issuer issuer) {}
