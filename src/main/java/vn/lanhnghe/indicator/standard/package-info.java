/** Chuẩn cơ sở (TT 38/2026): each college's yearly self-assessment with evidence, judged and added up by the department. */
@NamedInterface("standard")
@NullMarked
package vn.lanhnghe.indicator.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
