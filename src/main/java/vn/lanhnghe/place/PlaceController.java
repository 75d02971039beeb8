package vn.lanhnghe.place;

import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
@PreAuthorize("hasAuthority('PLACE_MANAGE')")
class PlaceController {

    private static final int LONGEST = 200;

    /** {@code answers} is null as long as no old address is asked for. */
    public record ListPage(
            List<Ward> wards,
            int all,
            String q,
            int region,
            String old,
            @Nullable List<OldAddresses.Resolved> answers,
            Places.Outline outline,
            @Nullable BoundarySet used) {}

    /** {@code trouble} is a sentence about the whole file, {@code faults} what refused it. */
    public record BoundariesPage(
            BindingResult form, @Nullable String trouble, List<BoundaryFault> faults, List<BoundarySet> sets) {

        public List<BoundaryFault> grave() {
            return faults.stream().filter(BoundaryFault::grave).toList();
        }

        public List<BoundaryFault> warnings() {
            return faults.stream().filter(it -> !it.grave()).toList();
        }
    }

    public record SetPage(BoundarySet set, int wards, List<BoundaryFault> warnings, List<Act> history) {}

    private final Places places;
    private final Boundaries boundaries;
    private final OldAddresses oldAddresses;
    private final PlaceRepository repository;
    private final Acts acts;
    private final Clock clock;

    PlaceController(
            Places places,
            Boundaries boundaries,
            OldAddresses oldAddresses,
            PlaceRepository repository,
            Acts acts,
            Clock clock) {
        this.places = places;
        this.boundaries = boundaries;
        this.oldAddresses = oldAddresses;
        this.repository = repository;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/places")
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String old) {
        var all = repository.list(LocalDate.now(clock));
        var asked = cut(q);
        var words = WardNames.bare(asked);
        var number = region.matches("[1-3]") ? Integer.parseInt(region) : 0;
        var shown = all.stream()
                .filter(it -> number == 0 || it.region() == number)
                .filter(it -> words.isEmpty() && asked.isBlank()
                        || it.code().equals(asked.strip())
                        || !words.isEmpty() && Vietnamese.fold(it.name()).contains(words))
                .toList();
        return new Page(
                "place/list",
                new ListPage(
                        shown,
                        all.size(),
                        asked,
                        number,
                        cut(old),
                        old.isBlank() ? null : oldAddresses.resolve(cut(old)),
                        places.outline(),
                        repository.findUsed().orElse(null)));
    }

    @GetMapping("/places/outline.svg")
    ResponseEntity<byte[]> outline() {
        return svg(repository
                .findUsed()
                .map(it -> repository.listWebOutlines(it.id()))
                .orElseGet(() -> Sketch.cells(repository.list(LocalDate.now(clock))).entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, it -> Plane.degrees(it.getValue())))));
    }

    @GetMapping("/places/boundaries")
    View boundaries(NewBoundaries set, BindingResult form) {
        return page(form, null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/places/boundaries")
    View upload(
            @Valid NewBoundaries set, BindingResult form, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (form.hasErrors()) {
            return page(form, null, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (file == null || file.isEmpty()) {
            return page(
                    form,
                    "Bạn chưa chọn tệp, hoặc tệp trống. Chọn một tệp GeoJSON rồi bấm Tải lên và kiểm tra.",
                    List.of(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var checking =
                    boundaries.upload(set, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
            return checking.id() == null
                    ? page(form, null, checking.faults(), HttpStatus.UNPROCESSABLE_CONTENT)
                    : Go.to("/places/boundaries/" + checking.id());
        } catch (Refusal refusal) {
            return page(form, refusal.getMessage(), List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/places/boundaries/{id}")
    View set(@PathVariable long id) {
        var set = get(id);
        return new Page(
                "place/set",
                new SetPage(
                        set,
                        repository.listWebOutlines(id).size(),
                        repository.listWarnings(id),
                        acts.list(Boundaries.SUBJECT, id)));
    }

    @GetMapping("/places/boundaries/{id}/outline.svg")
    ResponseEntity<byte[]> outline(@PathVariable long id) {
        return svg(repository.listWebOutlines(get(id).id()));
    }

    @PostMapping("/places/boundaries/{id}/use")
    View use(@PathVariable long id, RedirectAttributes flash) {
        boundaries.use(id);
        return Go.to("/places", flash, "Đã đưa bộ địa giới số " + id + " vào dùng.");
    }

    @PostMapping("/places/boundaries/{id}/removal")
    View drop(@PathVariable long id, RedirectAttributes flash) {
        boundaries.drop(id);
        return Go.to("/places/boundaries", flash, "Đã bỏ bộ địa giới số " + id + ".");
    }

    @PostMapping("/places/sketch")
    View sketch(RedirectAttributes flash) {
        boundaries.backToSketch();
        return Go.to("/places", flash, "Đã quay lại sơ đồ. Bộ địa giới vừa thôi dùng vẫn được giữ lại.");
    }

    private Page page(BindingResult form, @Nullable String trouble, List<BoundaryFault> faults, HttpStatus status) {
        return new Page("place/boundaries", new BoundariesPage(form, trouble, faults, repository.listSets()), status);
    }

    private BoundarySet get(long id) {
        return repository.find(id).orElseThrow(() -> new NotFound("Không có bộ địa giới này."));
    }

    private ResponseEntity<byte[]> svg(Map<String, Geometry> outlines) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(Drawing.svg(repository.list(LocalDate.now(clock)), outlines)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
