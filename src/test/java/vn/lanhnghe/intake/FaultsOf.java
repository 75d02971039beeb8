package vn.lanhnghe.intake;

import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the last check of a file found, told by cell: for the tests of the modules that fill {@link SheetKind}. */
public final class FaultsOf {

    private final Readings readings;
    private final BatchRepository batches;

    public FaultsOf(ApplicationContext context) {
        readings = context.getBean(Readings.class);
        batches = context.getBean(BatchRepository.class);
    }

    /** {@code C3 date-does-not-exist}, and after an arrow what is proposed. */
    public List<String> list(long batchId) {
        return faults(batchId).stream()
                .map(it -> it.column().letter() + it.row() + " " + it.kind().code()
                        + (it.fix() == null ? "" : " → " + it.fix()))
                .toList();
    }

    public String message(long batchId, FaultKind kind) {
        return faults(batchId).stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow()
                .message();
    }

    private List<Fault> faults(long batchId) {
        return readings.now(batches.find(batchId).orElseThrow()).faults();
    }
}
