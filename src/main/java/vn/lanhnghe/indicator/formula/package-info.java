/** Công thức: a figure as data – sets of published facts, conditions, units, versions – computed, broken down, opened and frozen by one engine. */
@NamedInterface("formula")
@NullMarked
package vn.lanhnghe.indicator.formula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
