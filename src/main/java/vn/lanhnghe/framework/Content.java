package vn.lanhnghe.framework;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** The same, with the identifiers that {@code kept} has of the items whose codes are in {@code bare}; the empty code is the framework itself. */
    Content named(Set<String> bare, Content kept) {
        var known = new HashMap<String, Item>();
        kept.items().forEach(it -> known.put(it.kind() + it.code(), it));
        var given = items.stream()
                .filter(it -> !bare.contains(it.code()))
                .map(Item::identifier)
                .collect(Collectors.toSet());
        return new Content(
                bare.contains("") && kept.version().equals(version) ? kept.identifier() : identifier,
                code,
                version,
                title,
                english,
                audience,
                creator,
                levels,
                items.stream()
                        .map(it -> {
                            var one = bare.contains(it.code()) ? known.get(it.kind() + it.code()) : null;
                            return one == null || given.contains(one.identifier()) ? it : it.as(one.identifier());
                        })
                        .toList());
    }

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
