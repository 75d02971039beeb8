package vn.lanhnghe.person.training;

/** Loại bồi dưỡng; {@code planned}: one of the three that the city's plan counts. */
public record Kind(String code, String label, String about, boolean planned) {}
