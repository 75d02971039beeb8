package vn.lanhnghe.programme.following;

import java.time.LocalDate;

/** Rà soát hằng năm; {@code updated} says whether it changed anything. */
public record Review(int year, LocalDate reviewedOn, boolean updated, String words, String recordedBy) {}
