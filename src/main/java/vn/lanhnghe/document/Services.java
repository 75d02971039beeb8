package vn.lanhnghe.document;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers where services are declared. Setting and signing one document looks through every jar of the class path some ten times
 * for the parsers and builders it uses; they lie where they lay the last time.
 */
final class Services extends ClassLoader {

    private static final Services REMEMBERED = new Services();

    private final Map<String, List<URL>> known = new ConcurrentHashMap<>();

    private Services() {
        super(Services.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var found = known.get(name);
        if (found == null) {
            found = Collections.list(super.getResources(name));
            if (name.startsWith("META-INF/services/")) {
                known.put(name, found);
            }
        }
        return Collections.enumeration(found);
    }

    /** Does the work with what is remembered. */
    static <T> T with(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(REMEMBERED);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
