package vn.lanhnghe.target;

import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.Figure;

/** Where a target stands against one milestone; no figure where there are no records to compute from. */
public record Standing(Milestone milestone, @Nullable Figure figure, Status status) {}
