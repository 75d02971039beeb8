package vn.lanhnghe.programme;

/** Ngành, nghề: seven-digit code and name of the list in force; {@code engineering} decides the title on graduation. */
public record Occupation(String code, String name, String field, boolean engineering, boolean verified) {}
