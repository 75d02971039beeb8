package vn.lanhnghe.credential.life;

import java.util.List;

/** Diplomas of one college have gone out of force, or come back into it. */
public record DiplomasTurned(long institutionId, Turn turn, List<Long> diplomaIds) {}
