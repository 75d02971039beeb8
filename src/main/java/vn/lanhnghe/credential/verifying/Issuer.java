package vn.lanhnghe.credential.verifying;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Who issued a diploma, as our register of institutions names them; {@code logoAt} when it was given the emblem it shows. */
public record Issuer(String slug, String name, @Nullable OffsetDateTime logoAt) {}
