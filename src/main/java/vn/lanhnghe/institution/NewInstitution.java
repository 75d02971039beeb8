package vn.lanhnghe.institution;

import org.jspecify.annotations.Nullable;

/** What opening an entry in the register asks for; type and ownership are codes of the lists. */
public record NewInstitution(
        String code,
        String slug,
        String name,
        String type,
        String ownership,
        @Nullable String wardCode,
        boolean rehearsal) {}
