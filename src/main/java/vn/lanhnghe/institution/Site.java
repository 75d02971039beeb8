package vn.lanhnghe.institution;

import org.jspecify.annotations.Nullable;

/** Địa điểm đào tạo of an institution. */
public record Site(
        long id,
        String name,
        @Nullable String address,
        @Nullable String wardName,
        boolean main) {}
