package vn.lanhnghe.document;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import vn.lanhnghe.job.Daily;

/** Takes away signed documents that nobody asks for. */
@Component
class Forgetting implements Daily {

    private final KeptRepository kept;
    private final DocumentSettings settings;

    Forgetting(KeptRepository kept, DocumentSettings settings) {
        this.kept = kept;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "document-forgetting";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 20);
    }

    @Override
    public void run() {
        kept.deleteUnused(settings.keptDays(), settings.keptMegabytes() * 1_000_000L);
    }
}
