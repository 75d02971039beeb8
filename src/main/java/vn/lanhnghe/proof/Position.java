package vn.lanhnghe.proof;

/** Where in an institution's status lists a credential has its bit. */
record Position(int list, int index) {

    /** The least that the standard allows, so that a list tells nothing of who asks for it. */
    static final int LIST_LENGTH = 131_072;

    static Position of(long status) {
        return new Position(Math.toIntExact(status / LIST_LENGTH), (int) (status % LIST_LENGTH));
    }

    /** The byte that the bit stands in. */
    int at() {
        return index / 8;
    }

    /** The bit within its byte, leftmost first. */
    int mask() {
        return 0x80 >> index % 8;
    }
}
