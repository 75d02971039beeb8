/** Printing diplomas on forms: layouts in millimetres, printers and how they err, data confirmed before it is printed. */
@NullMarked
package vn.lanhnghe.credential.printing;

import org.jspecify.annotations.NullMarked;
