package vn.lanhnghe.document.reading;

/** What keeps one uploaded file from taking the memory or the time of all others. */
public enum Limit {
    /** Bytes of the file. */
    BYTES(10_000_000),
    /** Pixels of a picture, as its header states them; nothing is decoded before. */
    PIXELS(36_000_000),
    /** Pages of a PDF. */
    PAGES(50),
    /** Bytes of one packed part of a PDF once unpacked. */
    UNPACKED(16_000_000),
    /** The same of a picture in it. */
    UNPACKED_PICTURE(64_000_000),
    /** Objects a PDF consists of. */
    OBJECTS(500_000),
    /** Steps by which its pages are drawn. */
    STEPS(2_000_000),
    /** Milliseconds of work. */
    TIME(15_000);

    private final long most;

    Limit(long most) {
        this.most = most;
    }

    public long most() {
        return most;
    }

    void check(long found) {
        if (found > most) {
            throw new Exceeded(this, found);
        }
    }

    /** Unchecked, so that no library that forgives a broken part forgives this. */
    static final class Exceeded extends RuntimeException {

        private final transient Uploaded.TooLarge outcome;

        Exceeded(Limit limit, long found) {
            super(limit + " " + found, null, false, false);
            this.outcome = new Uploaded.TooLarge(limit, found);
        }

        Uploaded.TooLarge outcome() {
            return outcome;
        }
    }
}
