package vn.lanhnghe.document.reading;

/** By when a file must be read; asked between steps, because no library that reads one asks by itself. */
final class Deadline {

    private final long from = System.nanoTime();

    void check() {
        Limit.TIME.check((System.nanoTime() - from) / 1_000_000);
    }
}
