package vn.lanhnghe.document;

import java.util.regex.Pattern;

/**
 * A text that travels inside a PDF, in its metadata: machines read it back with {@link vn.lanhnghe.document.reading.Uploads}.
 *
 * @param name a word of letters, such as {@code credential}
 * @param description what it is, in English; PDF/A asks for it
 * @param text as it is to be read back, to the letter
 */
public record Enclosure(String name, String description, String text) {

    /** The XMP namespace of enclosures. It names; nothing is fetched from it. */
    public static final String NAMESPACE = "https://lanhnghe.vn/ns/enclosure/1/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");

    public Enclosure {
        if (!NAME.matcher(name).matches() || description.isBlank()) {
            throw new IllegalArgumentException("an enclosure has a name of letters and a description: " + name);
        }
        if (!text.chars().allMatch(it -> it >= ' ' || it == '\n' || it == '\r' || it == '\t')) {
            throw new IllegalArgumentException("XML cannot carry control characters: " + name);
        }
    }
}
