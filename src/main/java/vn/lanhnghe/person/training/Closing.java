package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chốt kết quả: what the course's rule makes of one person, explained in words. */
public record Closing(boolean passes, List<String> reasons) {

    public String told() {
        return String.join("; ", reasons);
    }

    /** {@code present} of {@code sessions} attended; {@code marks} by topic. What is missing is said with what is too low. */
    static Closing judge(
            TrainingCourse course,
            List<Topic> topics,
            int sessions,
            int present,
            Map<Long, BigDecimal> marks,
            @Nullable BigDecimal finalMark) {
        var wrong = new ArrayList<String>();
        var right = new ArrayList<String>();
        if (sessions > 0) {
            var told = "có mặt %d/%d buổi".formatted(present, sessions);
            if (present * 100 < sessions * course.attendanceShare()) {
                wrong.add("%s, cần từ %d %%".formatted(told, course.attendanceShare()));
            } else {
                right.add(told);
            }
        }
        for (var topic : topics) {
            var mark = marks.get(topic.id());
            if (mark == null) {
                wrong.add("chuyên đề %d chưa có điểm".formatted(topic.place()));
            } else if (mark.compareTo(topic.passMark()) < 0) {
                wrong.add(
                        "chuyên đề %d được %s, cần từ %s".formatted(topic.place(), told(mark), told(topic.passMark())));
            }
        }
        var pass = course.finalPass();
        if (pass != null) {
            if (finalMark == null) {
                wrong.add("chưa có điểm kiểm tra cuối khoá");
            } else if (finalMark.compareTo(pass) < 0) {
                wrong.add("kiểm tra cuối khoá được %s, cần từ %s".formatted(told(finalMark), told(pass)));
            } else {
                right.add("kiểm tra cuối khoá %s".formatted(told(finalMark)));
            }
        }
        if (!wrong.isEmpty()) {
            return new Closing(false, wrong);
        }
        if (!topics.isEmpty()) {
            right.add(Math.min(1, right.size()), "%d/%d chuyên đề đạt".formatted(topics.size(), topics.size()));
        }
        return new Closing(true, right.isEmpty() ? List.of("đã ghi danh; khoá không đặt điều kiện nào") : right);
    }

    static String told(BigDecimal mark) {
        return mark.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
