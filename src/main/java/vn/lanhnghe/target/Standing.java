package vn.lanhnghe.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Frozen;
import vn.lanhnghe.indicator.formula.Result;

/**
 * Where a target stands against one milestone. No figure where nothing is counted; {@code closed} is what was published for the
 * milestone's last day, {@code expected} how far it should be now in percent, {@code proof} the last evidence of a milestone that is
 * not a number.
 */
public record Standing(
        Milestone milestone,
        @Nullable Result figure,
        Status status,
        @Nullable BigDecimal expected,
        @Nullable Frozen closed,
        @Nullable Proof proof) {}
