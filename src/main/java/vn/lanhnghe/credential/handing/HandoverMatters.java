package vn.lanhnghe.credential.handing;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaMatters;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Vi;

/** To whom a diploma was handed over, and what was taken back. */
@Component
class HandoverMatters implements DiplomaMatters {

    private final HandoverRepository handovers;

    HandoverMatters(HandoverRepository handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<Matter> listMatters(Diploma diploma) {
        var staff = Scope.current().reach() != Scope.Reach.SELF;
        return handovers.listOf(diploma.id()).stream()
                .map(it -> new Matter(
                        it.undoes() == null ? "Trao" : "Huỷ ghi trao nhầm",
                        it.holder() ? "người được cấp" : "người nhận thay: " + it.receiver(),
                        "%s, người trao %s%s"
                                .formatted(
                                        Vi.time(it.at()),
                                        it.actorName(),
                                        it.undone()
                                                ? " (đã huỷ)"
                                                : it.reason() == null ? "" : ", lý do: " + it.reason()),
                        staff && it.signature() != null ? "/handovers/" + it.id() + "/signature.png" : ""))
                .toList();
    }
}
