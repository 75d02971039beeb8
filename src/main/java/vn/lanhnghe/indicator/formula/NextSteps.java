package vn.lanhnghe.indicator.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done about a figure, told by who knows; a figure itself does not. */
public interface NextSteps {

    /** A page of the product where it is done. */
    record Step(String label, String address) {}

    /** What the present reader may do about what the figure lacks, at one institution or, with none, in the whole city. */
    List<Step> of(String formulaCode, @Nullable Long institution);
}
