package vn.lanhnghe.person.competence;

/** Miền: some questions that speak of one side of teaching, and the kind of training that helps with it. */
public record Domain(int domain, String name, String about, String trainingKind, String trainingLabel) {}
