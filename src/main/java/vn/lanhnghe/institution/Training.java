package vn.lanhnghe.institution;

import java.util.LinkedHashMap;
import java.util.Map;

/** Trình độ đào tạo, as licences name them. */
public final class Training {

    private static final Map<String, String> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put("CAO_DANG", "Cao đẳng");
        LEVELS.put("TRUNG_CAP", "Trung cấp");
        LEVELS.put("TRUNG_HOC_NGHE", "Trung học nghề");
        LEVELS.put("SO_CAP", "Sơ cấp");
        LEVELS.put("NGHE_KHAC", "Đào tạo nghề khác");
    }

    private Training() {}

    public static Map<String, String> levels() {
        return java.util.Collections.unmodifiableMap(LEVELS);
    }

    /** Does an occupation's code belong to the level? Levels that have no codes of their own take any. */
    public static boolean fits(String level, String occupationCode) {
        return switch (level) {
            case "CAO_DANG" -> occupationCode.startsWith("6");
            case "TRUNG_CAP" -> occupationCode.startsWith("5");
            default -> true;
        };
    }

    public static String label(String level) {
        return LEVELS.getOrDefault(level, level);
    }
}
