package vn.lanhnghe.person.record;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.person.PersonFact;

/**
 * A correction that is being looked over: what is to be written, what the register said when the page was made, what was typed.
 * {@code writtenAt} once it was confirmed.
 */
record Draft(
        UUID id,
        long personId,
        UUID fileId,
        Map<PersonFact, String> changes,
        Map<PersonFact, String> before,
        Map<String, String> typed,
        String reason,
        @Nullable OffsetDateTime writtenAt) {}
