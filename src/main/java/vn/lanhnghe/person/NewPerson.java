package vn.lanhnghe.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What recording a person asks for; where they work comes as a {@link NewSpell}. */
public record NewPerson(
        String fullName,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String citizenId,
        @Nullable String phone,
        @Nullable String email) {}
