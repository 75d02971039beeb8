/** Tích hợp năng lực số: the rule as data, what it says of each programme, and what hangs on an old framework. */
@NamedInterface("integration")
@NullMarked
package vn.lanhnghe.programme.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
