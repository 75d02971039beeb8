/** Báo nghi giả: what looks forged is reported by anybody, answered by its issuer by a day, followed by a code. */
@NullMarked
package vn.lanhnghe.credential.forgery;

import org.jspecify.annotations.NullMarked;
