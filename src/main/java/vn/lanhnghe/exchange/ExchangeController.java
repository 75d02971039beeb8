package vn.lanhnghe.exchange;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.Items;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
class ExchangeController {

    public record ListPage(List<ApiKey> keys) {}

    public record NewPage(BindingResult form, List<String> chosen, List<SheetKind> kinds) {}

    public record SecretPage(String title, ApiKey key, String secret, String token, String record) {}

    public record KeyPage(ApiKey key, List<Act> history) {}

    public record ApiPage(List<SheetKind> kinds, String address) {

        /** How a field is written, in a few words of either language. */
        public String type(Field field, boolean english) {
            return switch (field.type()) {
                case Field.Text text -> (english ? "text, at most " : "chữ, tối đa ") + text.longest();
                case Field.PersonName name -> english ? "name" : "họ tên";
                case Field.Day day -> english ? "date" : "ngày";
                case Field.Code code -> english ? "text of a fixed form" : "chữ theo mẫu";
                case Field.CitizenId id -> english ? "twelve digits" : "12 chữ số";
                case Field.Phone phone -> english ? "phone" : "số điện thoại";
                case Field.Decimal decimal ->
                    (english ? "number %s–%s" : "số %s–%s").formatted(decimal.least(), decimal.most());
                case Field.Choice choice ->
                    String.join(
                            "; ",
                            choice.words().values().stream().map(List::getFirst).toList());
            };
        }
    }

    private final Keys keys;
    private final KeyRepository repository;
    private final Items items;
    private final Acts acts;

    ExchangeController(Keys keys, KeyRepository repository, Items items, Acts acts) {
        this.keys = keys;
        this.repository = repository;
        this.items = items;
        this.acts = acts;
    }

    @GetMapping("/api")
    View api() {
        return new Page(
                "exchange/api",
                new ApiPage(
                        items.kinds(),
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    }

    @GetMapping("/exchange")
    @PreAuthorize("hasAuthority('EXCHANGE_MANAGE')")
    View list() {
        return new Page("exchange/list", new ListPage(repository.list()));
    }

    @GetMapping("/exchange/new")
    @PreAuthorize("hasAuthority('EXCHANGE_MANAGE')")
    View newKey(NewKey key, BindingResult form) {
        return new Page("exchange/new", new NewPage(form, key.scopes(), items.kinds()));
    }

    @PostMapping("/exchange")
    @PreAuthorize("hasAuthority('EXCHANGE_MANAGE')")
    View create(@Valid NewKey key, BindingResult form) {
        if (!form.hasErrors()) {
            try {
                return told("Đã tạo khoá", keys.create(key));
            } catch (Refusal refusal) {
                form.reject("refused", String.valueOf(refusal.getMessage()));
            }
        }
        return new Page("exchange/new", new NewPage(form, key.scopes(), items.kinds()));
    }

    @GetMapping("/exchange/{id}")
    @PreAuthorize("hasAuthority('EXCHANGE_MANAGE')")
    View key(@PathVariable long id) {
        var key = repository.find(id).orElseThrow(() -> new NotFound("Trường bạn không có khoá này."));
        return new Page("exchange/key", new KeyPage(key, acts.list("api_key", id)));
    }

    @PostMapping("/exchange/{id}/secret")
    @PreAuthorize("hasAuthority('EXCHANGE_MANAGE')")
    View rotate(@PathVariable long id) {
        return told("Đã đổi bí mật", keys.rotate(id));
    }

    @PostMapping("/exchange/{id}/revocation")
    @PreAuthorize("hasAuthority('EXCHANGE_MANAGE')")
    View revoke(@PathVariable long id, @RequestParam String reason, RedirectAttributes flash) {
        keys.revoke(id, reason);
        return Go.to("/exchange/" + id, flash, "Đã thu hồi khoá. Mọi phiên kết nối bằng khoá này đã dừng.");
    }

    private View told(String title, Keys.Told told) {
        var address = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var kind = items.find(told.key().scopeList().getFirst().replaceFirst(":.*", ""))
                .orElseThrow();
        return new Page(
                "exchange/secret",
                new SecretPage(
                        title,
                        told.key(),
                        told.secret(),
                        Curl.token(address, told.key().clientId(), told.secret()),
                        Curl.record(address, kind)));
    }
}
