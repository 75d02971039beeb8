package vn.lanhnghe.institution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many learners were taken in, against what a licence allows; the module that keeps the learners counts them. */
public interface QuotaUse {

    /** The intake of a year, within the reader's scope. */
    List<Intake> listIntake(int year);

    /** Years that have an intake, latest first. */
    List<Integer> listYears();

    /** Where the learners of one line can be seen. */
    String address(Intake intake, int year);

    /** Learners taken in by an institution, for an occupation and level, at a site; null is the main one. */
    record Intake(long institutionId, @Nullable Long siteId, String occupationCode, String level, long learners) {}
}
