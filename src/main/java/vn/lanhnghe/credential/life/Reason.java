package vn.lanhnghe.credential.life;

/** Why a decision is taken, by code, with the clause that knows it; {@code evidence} says whether a paper must prove it. */
public record Reason(String code, Turn turn, String label, boolean evidence, String clause) {}
