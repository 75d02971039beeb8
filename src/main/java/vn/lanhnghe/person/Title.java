package vn.lanhnghe.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chức danh: what a person is to a college, the clause it rests on, and what colleges write for it. */
public record Title(
        String code, String label, String post, @Nullable String clause, boolean verified, List<String> words) {

    public boolean manager() {
        return post.equals("MANAGER");
    }
}
