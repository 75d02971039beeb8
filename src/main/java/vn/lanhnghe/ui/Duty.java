package vn.lanhnghe.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of “Việc hôm nay”: what, for whom, until when, and the one button. */
public record Duty(String what, String about, @Nullable LocalDate until, String button, String address) {}
