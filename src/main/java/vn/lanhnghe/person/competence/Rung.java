package vn.lanhnghe.person.competence;

/** Mức: one of six, in everyday words, with what it comes near to in the frameworks. */
public record Rung(int level, String name, String about, String standsFor) {}
