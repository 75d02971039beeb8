/** Toàn văn: what legal texts say, by edition and clause: read in, searched, compared. */
@NullMarked
package vn.lanhnghe.law.wording;

import org.jspecify.annotations.NullMarked;
