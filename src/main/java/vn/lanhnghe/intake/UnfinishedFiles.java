package vn.lanhnghe.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;

/** The files that are checked but not yet written, as rows of “Việc hôm nay”. */
@Component
class UnfinishedFiles implements Duties {

    private final BatchRepository batches;

    UnfinishedFiles(BatchRepository batches) {
        this.batches = batches;
    }

    @Override
    public String authority() {
        return "INTAKE_COMMIT";
    }

    @Override
    public List<Duty> list() {
        return batches.listOpen().stream()
                .map(it -> new Duty(
                        "Ghi tệp " + it.fileName(),
                        "Tệp số %d, %s tải lên, %s"
                                .formatted(it.id(), it.uploader(), it.state().label()),
                        null,
                        "Xem và ghi",
                        "/intake/" + it.id()))
                .toList();
    }
}
