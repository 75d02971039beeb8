package vn.lanhnghe.framework;

import java.util.List;
import java.util.UUID;

/** A framework with all that is in it, as it is read from a file or written to one. */
public record Content(
        UUID identifier,
        String code,
        String version,
        String title,
        String english,
        Framework.Audience audience,
        String creator,
        List<Level> levels,
        List<Item> items) {

    static Content of(Framework framework, List<Level> levels, List<Item> items) {
        return new Content(
                framework.identifier(),
                framework.code(),
                framework.version(),
                framework.title(),
                framework.english(),
                framework.audience(),
                framework.creator(),
                levels,
                items);
    }
}
