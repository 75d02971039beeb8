package vn.lanhnghe.place;

/**
 * One thing wrong with a file of boundaries: the feature, counted from 1 (0: the file as a whole), what it calls itself, what is
 * wrong and how to mend it. A fault that is not {@code grave} is a warning and refuses nothing.
 */
public record BoundaryFault(int feature, String written, boolean grave, String what, String fix) {}
