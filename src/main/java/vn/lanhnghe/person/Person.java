package vn.lanhnghe.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Nhà giáo, cán bộ quản lý: a person with the number that stays theirs through every college. The citizen number is not here. */
public record Person(
        long id,
        String staffNumber,
        String fullName,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String email) {}
