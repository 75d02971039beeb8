package vn.lanhnghe.person.competence;

import org.jspecify.annotations.Nullable;

/** Điều có thể chọn vào kế hoạch: a step, a course of the catalogue, or the kind of training that helps where there is no course. */
public record Offer(
        String key, int domain, String what, @Nullable Long courseId) {}
