package vn.lanhnghe.proof;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code address} is where the public reaches us: what is signed names it, so that it should stay. */
@ConfigurationProperties("lanhnghe")
record ProofSettings(String address) {

    ProofSettings {
        if (!address.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "lanhnghe.address là “%s”; cần dạng https://ten-mien hoặc http://localhost:8080: chữ thường, không có đường dẫn, không có dấu / ở cuối."
                            .formatted(address));
        }
    }
}
