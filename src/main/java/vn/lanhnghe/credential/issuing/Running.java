package vn.lanhnghe.credential.issuing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Job;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/**
 * Does a step of issuing in one transaction with its own end: whenever the power goes, either every diploma has taken the step or
 * none, and no number is lost. Doing it again finds it done and does nothing.
 */
@Component
class Running implements Job {

    static final String NAME = "credential-run";

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final DecisionRepository decisions;
    private final Issuing issuing;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    Running(DecisionRepository decisions, Issuing issuing, PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.issuing = issuing;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(long id) {
        var run = Scope.system().get(() -> decisions.findRun(id)).orElseThrow(() -> new NotFound("run " + id));
        run.scope().run(() -> {
            try {
                whole.executeWithoutResult(status -> {
                    if (decisions.lockRun(id).orElseThrow().running()) {
                        decisions.finish(id, issuing.run(run, done -> tell(id, done)));
                    }
                });
            } catch (Refusal refusal) {
                fail(id, String.valueOf(refusal.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("run {} of issuing failed", id, e);
                fail(id, "Không làm được vì hệ thống gặp trục trặc; chưa văn bằng nào thay đổi. Bấm lại để làm lại.");
            }
        });
    }

    /** At once, for whoever watches; what the step does is seen by nobody before it is whole. */
    private void tell(long id, int done) {
        apart.executeWithoutResult(status -> decisions.tell(id, done));
    }

    private void fail(long id, String sentence) {
        apart.executeWithoutResult(status -> decisions.fail(id, sentence));
    }
}
