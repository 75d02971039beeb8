package vn.lanhnghe.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which diplomas a deed is asked for: those ticked, all that the filter of the list finds, or those typed by serial, register number or code. */
public record Chosen(
        @Nullable List<Long> diploma,
        @Nullable Boolean all,
        @Nullable String q,
        @Nullable String state,
        @Nullable Long batch,
        @Nullable String typed) {

    public static Chosen of(List<Long> ids) {
        return new Chosen(ids, null, null, null, null, null);
    }

    public static Chosen typed(String text) {
        return new Chosen(null, null, null, null, null, text);
    }
}
