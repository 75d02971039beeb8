package vn.lanhnghe.framework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Miền, năng lực thành phần or chỉ báo; the identifier stays from version to version, the code is what people call it. */
public record Item(
        UUID identifier,
        String code,
        @Nullable String parentCode,
        Kind kind,
        @Nullable String levelCode,
        String name,
        String english) {

    Item as(UUID other) {
        return new Item(other, code, parentCode, kind, levelCode, name, english);
    }

    public enum Kind {
        DOMAIN("Miền"),
        COMPONENT("Năng lực"),
        INDICATOR("Chỉ báo");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
