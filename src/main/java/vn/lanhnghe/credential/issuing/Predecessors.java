package vn.lanhnghe.credential.issuing;

import java.util.Collection;
import vn.lanhnghe.credential.Diploma;

/** What becomes of the diplomas whose place others take, at the moment the others are released; filled where a diploma's life is kept. */
public interface Predecessors {

    /** {@code successors} are about to be released by this decision; each names what it replaces. */
    void giveWay(Decision decision, Collection<Diploma> successors);
}
