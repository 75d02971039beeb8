package vn.lanhnghe.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.shared.Refusal;

/** A GeoJSON of points (RFC 7946) read as the sheet it stands for: one row a feature, its code and its point; row 2 is the first. */
final class GeoPoints {

    private static final int MOST_BLANKS = 64;

    private GeoPoints() {}

    /** The file itself, or for a GeoJSON the CSV of its points. */
    static byte[] asSheet(byte[] file) {
        return json(file) ? csv(file).getBytes(StandardCharsets.UTF_8) : file;
    }

    private static boolean json(byte[] file) {
        var at = file.length > 2 && (file[0] & 0xff) == 0xef ? 3 : 0;
        while (at < Math.min(file.length, MOST_BLANKS) && file[at] <= ' ' && file[at] >= 0) {
            at++;
        }
        return at < file.length && file[at] == '{';
    }

    private static String csv(byte[] file) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(new String(file, StandardCharsets.UTF_8).replaceFirst("^\ufeff", ""));
        } catch (JacksonException e) {
            throw new Refusal(
                    "Tệp này bắt đầu như GeoJSON nhưng không đọc được đến hết. Hãy xuất lại từ phần mềm bản đồ.");
        }
        var features = root.path("features");
        if (!root.path("type").asString("").equals("FeatureCollection") || !features.isArray() || features.isEmpty()) {
            throw new Refusal("Tệp GeoJSON phải là một FeatureCollection có ít nhất một đối tượng.");
        }
        if (features.size() > Workbook.MOST_ROWS) {
            throw new Refusal("Tệp có %d đối tượng, được nhận tối đa 20.000. Hãy chia thành nhiều tệp."
                    .formatted(features.size()));
        }
        var csv = new StringBuilder("Mã cơ sở;Toạ độ;Phường, xã\r\n");
        for (var feature : features) {
            var properties = feature.path("properties");
            csv.append(text(properties, "code", "ma", "Mã", "Mã cơ sở"))
                    .append(';')
                    .append(point(feature.path("geometry")))
                    .append(';')
                    .append(text(properties, "wardCode", "ward", "phuong", "Phường, xã"))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String text(JsonNode properties, String... names) {
        for (var name : names) {
            var value = properties.path(name).asString("");
            if (!value.isBlank()) {
                return ResultFile.quoted(value, ';');
            }
        }
        return "";
    }

    /** {@code lat, lon}, as people write it; what is no point stays in words, so that its row says so. */
    private static String point(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        if (geometry.isMissingNode() || geometry.isNull()) {
            return "";
        }
        return geometry.path("type").asString("").equals("Point")
                        && coordinates.path(0).isNumber()
                        && coordinates.path(1).isNumber()
                ? String.format(
                        Locale.ROOT,
                        "\"%.6f, %.6f\"",
                        coordinates.get(1).asDouble(),
                        coordinates.get(0).asDouble())
                : "không phải điểm";
    }
}
