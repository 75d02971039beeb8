package vn.lanhnghe.programme.design;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which programmes are looked for; empty asks nothing. */
public record ProgrammeFilter(
        String q,
        String level,
        String state,
        String integrated,
        @Nullable Long institution) {

    public ProgrammeFilter {
        q = Objects.requireNonNullElse(q, "").strip();
        level = Objects.requireNonNullElse(level, "");
        state = Objects.requireNonNullElse(state, "");
        integrated = Objects.requireNonNullElse(integrated, "");
    }

    public String query() {
        return "?q=%s&level=%s&state=%s&integrated=%s&institution=%s"
                .formatted(
                        java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8),
                        level,
                        state,
                        integrated,
                        institution == null ? "" : institution);
    }
}
