package vn.lanhnghe.learning.graduation;

import java.time.LocalDate;
import java.util.List;

/** A decision recognises these courses of study as finished; what the run found is frozen with it. */
public record GraduationDecided(
        long graduationId, long institutionId, String decisionNumber, LocalDate decidedOn, List<Long> enrolmentIds) {}
