package vn.lanhnghe.law.wording;

/** One clause of an edition: {@code anchor} is “d5.2.a” for điểm a khoản 2 Điều 5, the same in every edition. */
public record Passage(String anchor, String label, String words) {}
