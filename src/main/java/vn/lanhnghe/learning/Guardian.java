package vn.lanhnghe.learning;

import org.jspecify.annotations.Nullable;

/** Người giám hộ of a learner. */
public record Guardian(
        long id,
        String fullName,
        String relation,
        String phone,
        @Nullable String address) {}
