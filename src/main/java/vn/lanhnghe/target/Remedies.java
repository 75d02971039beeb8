package vn.lanhnghe.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.indicator.formula.NextSteps;
import vn.lanhnghe.ui.Reader;

/** The remedies of the targets, offered wherever their figures stand. */
@Component
class Remedies implements NextSteps {

    private final TargetRepository targets;

    Remedies(TargetRepository targets) {
        this.targets = targets;
    }

    @Override
    public List<Step> of(String formulaCode, @Nullable Long institution) {
        return targets.findRemedy(formulaCode).filter(it -> Reader.may(it.authority())).stream()
                .map(it -> new Step(it.label(), institution == null ? it.everywhere() : it.at(institution)))
                .toList();
    }
}
