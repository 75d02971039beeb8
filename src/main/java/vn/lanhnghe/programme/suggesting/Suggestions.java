package vn.lanhnghe.programme.suggesting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Components that an outcome may speak of, likeliest first; none when its words say nothing of the digital. */
@Service
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
public class Suggestions {

    private final SuggestionRepository items;
    private final Phrases phrases = Phrases.read();
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    Suggestions(SuggestionRepository items) {
        this.items = items;
    }

    public List<Suggestion> suggest(String outcome, long frameworkId, int most) {
        return index(frameworkId).suggest(outcome, most);
    }

    private ComponentIndex index(long framework) {
        var youngest = items.youngest(framework);
        var was = kept.get(framework);
        if (was != null && was.youngest() == youngest) {
            return was.index();
        }
        var index = new ComponentIndex(items.list(framework), phrases, ComponentIndex.Weights.TUNED);
        kept.put(framework, new Kept(youngest, index));
        return index;
    }

    private record Kept(long youngest, ComponentIndex index) {}
}
