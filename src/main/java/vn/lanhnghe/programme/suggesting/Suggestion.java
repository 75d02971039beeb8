package vn.lanhnghe.programme.suggesting;

/**
 * A component that an outcome may speak of. The score is what its words weigh, comparable within one framework only; {@code because} are
 * the words of the outcome that were met, for a person to judge.
 */
public record Suggestion(long itemId, String code, String name, double score, String because) {}
