package vn.lanhnghe.framework;

/** Bậc, mức: how far somebody has come; {@code band} is what several levels are called together, empty where there is none. */
public record Level(String code, String name, String english, String band) {}
