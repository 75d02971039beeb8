package vn.lanhnghe.credential.verifying;

/** Who issued a diploma, as our register of institutions names them. */
public record Issuer(String slug, String name) {}
