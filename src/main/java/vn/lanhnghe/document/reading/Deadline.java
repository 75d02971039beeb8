package vn.lanhnghe.document.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long a file may be read, in the working time of the thread that reads it: a busy machine refuses nobody. Asked between steps,
 * because no library that reads one asks by itself.
 */
final class Deadline {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long from = THREADS.getCurrentThreadCpuTime();

    void check() {
        Limit.TIME.check((THREADS.getCurrentThreadCpuTime() - from) / 1_000_000);
    }
}
