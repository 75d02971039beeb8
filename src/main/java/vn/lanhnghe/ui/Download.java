package vn.lanhnghe.ui;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Bytes that leave the product as a file. */
public final class Download {

    public static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Download() {}

    /** What somebody else sent: shown by no browser, saved by all. */
    public static ResponseEntity<byte[]> foreign(byte[] bytes, String name) {
        return file(bytes, name, MediaType.APPLICATION_OCTET_STREAM);
    }

    /** A workbook that the product has made. */
    public static ResponseEntity<byte[]> xlsx(byte[] bytes, String name) {
        return file(bytes, name, XLSX);
    }

    /** What the product itself has made. */
    public static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(type)
                .body(bytes);
    }
}
