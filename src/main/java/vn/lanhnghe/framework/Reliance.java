package vn.lanhnghe.framework;

import java.util.Map;
import vn.lanhnghe.ui.Paging;

/** What hangs on the items of a version of a framework in the modules above; each bean of this type tells of its own. */
public interface Reliance {

    /**
     * How much hangs on a version, and how it is met in the next: by the same item, by one that is proposed, or by none. {@code things} are
     * programmes or whatever a module counts.
     */
    record Weight(long things, long parts, long links, long same, long proposed, long none) {}

    /** One of the things, with whose it is and where to read of it. */
    record Bound(String name, String owner, String address, long links, long same, long proposed, long none) {}

    /** What one of the things is called, and one of its parts: “chương trình”, “chuẩn đầu ra”. */
    String thing();

    String part();

    /** Where links are moved on to the version in use. */
    String address();

    /** What hangs on a version; {@code next} is the version it is held against, the same where there is none. */
    Weight weigh(long version, long next);

    Paging<Bound> list(long version, long next, int page);

    /** By item, how many links there are. */
    Map<Long, Long> links(long version);
}
