package vn.lanhnghe.access;

/** What every rehearsal account shares. */
public final class Rehearsed {

    /** Shown on the sign-in page; accounts with it exist in a rehearsal only. */
    public static final String PASSWORD = "dien-tap-2026";

    private Rehearsed() {}
}
