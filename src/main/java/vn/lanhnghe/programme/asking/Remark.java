package vn.lanhnghe.programme.asking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an employer's answers the makers of a version have to decide about, or one consent where there is nothing. */
record Remark(@Nullable Long outcomeId, String about, String words, boolean agrees) {

    static List<Remark> of(List<Answer> answers, String more) {
        var remarks = new ArrayList<Remark>();
        for (var it : answers) {
            switch (it.verdict()) {
                case NEEDED -> {
                    // says nothing that is to be decided
                }
                case LACKING -> remarks.add(new Remark(it.outcomeId(), it.code(), "Còn thiếu: " + it.words(), false));
                case NOT_NEEDED ->
                    remarks.add(new Remark(
                            it.outcomeId(),
                            it.code(),
                            "Không cần chuẩn này." + (it.words().isEmpty() ? "" : " " + it.words()),
                            false));
            }
        }
        if (more.length() >= 3) {
            remarks.add(new Remark(null, "", more, false));
        }
        if (remarks.isEmpty()) {
            remarks.add(new Remark(null, "", "Cần tất cả các chuẩn đầu ra của chương trình.", true));
        }
        return remarks;
    }
}
