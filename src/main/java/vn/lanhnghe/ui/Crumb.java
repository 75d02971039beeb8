package vn.lanhnghe.ui;

/** One step of the way from the first page to this one. */
public record Crumb(String label, String href) {}
