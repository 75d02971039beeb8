package vn.lanhnghe.indicator.formula;

/** One part of a figure that is broken down. */
public record Part(String key, String label, Amounts amounts, long institutions) {}
