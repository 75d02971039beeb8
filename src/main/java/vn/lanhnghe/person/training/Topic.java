package vn.lanhnghe.person.training;

import java.math.BigDecimal;

/** Chuyên đề: a part of a course with hours, a mode and the mark from which it is passed. */
public record Topic(long id, int place, String title, int hours, Mode mode, BigDecimal passMark) {}
