package vn.lanhnghe.programme.asking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.institution.Training;
import vn.lanhnghe.programme.design.OutcomeKind;
import vn.lanhnghe.programme.design.Stage;
import vn.lanhnghe.ui.Vi;

/** What the holder of a link comes to. */
public record Door(
        long id,
        long versionId,
        long programmeId,
        long institutionId,
        String institution,
        String programme,
        String level,
        int number,
        Stage state,
        String organisation,
        LocalDate untilOn,
        boolean withdrawn,
        boolean answered) {

    /** An outcome as it is asked; {@code heading} when others hang under it, which are asked instead. */
    public record Line(long id, String code, OutcomeKind kind, String statement, boolean heading) {}

    public String levelLabel() {
        return Training.label(level);
    }

    /** Why the link takes no answer; null when it does. */
    public @Nullable String shut(LocalDate today) {
        if (answered) {
            return "Đường dẫn này đã được trả lời. Mỗi đường dẫn trả lời một lần; cảm ơn quý đơn vị.";
        }
        if (withdrawn) {
            return "Nhà trường đã thu hồi đường dẫn này. Nếu vẫn muốn góp ý, quý đơn vị hỏi trường để nhận đường dẫn mới.";
        }
        if (today.isAfter(untilOn)) {
            return "Đường dẫn đã hết hạn ngày %s. Nếu vẫn muốn góp ý, quý đơn vị hỏi trường để nhận đường dẫn mới."
                    .formatted(Vi.day(untilOn));
        }
        return state == Stage.SUPERSEDED
                ? "Chương trình đã có bản mới; quý đơn vị hỏi trường để nhận đường dẫn về bản đó."
                : null;
    }
}
