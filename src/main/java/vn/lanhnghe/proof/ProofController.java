package vn.lanhnghe.proof;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What programs of others need to verify a credential without asking us about it: keys, words, status lists. Open to all. */
@Controller
class ProofController {

    private final Addresses addresses;
    private final Dids dids;
    private final StatusLists lists;

    ProofController(Addresses addresses, Dids dids, StatusLists lists) {
        this.addresses = addresses;
        this.dids = dids;
        this.lists = lists;
    }

    @GetMapping(Shape.INSTITUTIONS + "{slug}/did.json")
    ResponseEntity<byte[]> did(@PathVariable String slug, HttpServletRequest request) {
        return answer(
                dids.find(address(request), slug).map(it -> new StatusLists.Served(it, Marks.of(it))),
                "application/did+ld+json",
                Duration.ofMinutes(5));
    }

    @GetMapping(Contexts.OUR_PATH)
    ResponseEntity<byte[]> context(HttpServletRequest request) {
        var text = Contexts.oursText(address(request));
        return answer(
                Optional.of(new StatusLists.Served(text, Marks.of(text))), "application/ld+json", Duration.ofDays(30));
    }

    @GetMapping("/trang-thai/{id}/{number}/{purpose}")
    ResponseEntity<byte[]> list(
            @PathVariable String id,
            @PathVariable String number,
            @PathVariable String purpose,
            HttpServletRequest request) {
        var found = id.matches("\\d{1,18}") && number.matches("\\d{1,9}")
                ? Stream.of(StatusPurpose.values())
                        .filter(it -> it.word().equals(purpose))
                        .findFirst()
                        .flatMap(it -> lists.find(address(request), Long.parseLong(id), Integer.parseInt(number), it))
                : Optional.<StatusLists.Served>empty();
        return answer(found, "application/vc", Duration.ofMinutes(1));
    }

    private String address(HttpServletRequest request) {
        var port = request.getServerPort();
        var usual = port == (request.isSecure() ? 443 : 80);
        return addresses.of(request.getServerName() + (usual ? "" : ":" + port));
    }

    private static ResponseEntity<byte[]> answer(Optional<StatusLists.Served> found, String type, Duration fresh) {
        return found.map(it -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf(type))
                        .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                        .eTag(it.mark())
                        .header("Access-Control-Allow-Origin", "*")
                        .body(it.json().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound()
                        .header("Access-Control-Allow-Origin", "*")
                        .build());
    }
}
