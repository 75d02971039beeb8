package vn.lanhnghe.document;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Turns a page (well-formed XHTML that names its title, description and language) into a PDF/A-2a and PDF/UA-1 that carries its
 * fonts; nothing is fetched from anywhere. As many documents are set at once as there are processors; the next ones wait.
 */
@Service
public class Documents {

    private final Clock clock;
    private final BlockingQueue<Press> presses;

    Documents(Clock clock) {
        this.clock = clock;
        var many = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.presses = new ArrayBlockingQueue<>(many);
        for (var i = 0; i < many; i++) {
            presses.add(new Press());
        }
    }

    public byte[] pdf(String xhtml) {
        return pdf(xhtml, List.of());
    }

    /** The same with texts enclosed for machines. */
    public byte[] pdf(String xhtml, List<Enclosure> enclosures) {
        return atAPress(press -> press.set(xhtml, enclosures, clock.instant()));
    }

    /** The same, signed; {@link SignedDocuments} spares making it twice. */
    public byte[] signed(String xhtml, List<Enclosure> enclosures, Seal seal) {
        return atAPress(press -> {
            var now = clock.instant();
            return Sealing.seal(press.set(xhtml, enclosures, now), seal, now);
        });
    }

    private <T> T atAPress(Function<Press, T> work) {
        try {
            var press = presses.take();
            try {
                return Services.with(() -> work.apply(press));
            } finally {
                presses.add(press);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a press", e);
        }
    }
}
