/** Nhiệm vụ: what documents ask to be done, by whom until when, with evidence, reminders and extensions. */
@NamedInterface("task")
@NullMarked
package vn.lanhnghe.target.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
