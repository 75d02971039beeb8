/** Tra cứu văn bằng: what the public may ask, and what it is told. */
@NamedInterface("verifying")
@NullMarked
package vn.lanhnghe.credential.verifying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
