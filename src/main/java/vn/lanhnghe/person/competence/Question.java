package vn.lanhnghe.person.competence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Câu hỏi: six ways of doing one thing, an example from the trade each; {@code chosen} is the level answered so far. */
public record Question(
        int place,
        int domain,
        String domainName,
        String title,
        String asks,
        List<String> items,
        List<Choice> choices,
        @Nullable Integer chosen) {

    /** One of the six. */
    public record Choice(int level, String name, String says) {}
}
