package vn.lanhnghe.institution;

/** Who may change a field and why; fields are {@link Fact}s and the lists of an entry (SITE, LEADER, ALIAS, INFRASTRUCTURE). */
public record FieldRule(String field, Holder holder, String why) {}
