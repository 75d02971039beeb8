package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** Licences that soon run out: each to its school, how many there are to the officer. */
@Component
class LicenceDuties implements Duties {

    private final LicenceRepository licences;
    private final InstitutionRepository institutions;
    private final Pen pen;
    private final Clock clock;

    LicenceDuties(LicenceRepository licences, InstitutionRepository institutions, Pen pen, Clock clock) {
        this.licences = licences;
        this.institutions = institutions;
        this.pen = pen;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "INSTITUTION_EDIT";
    }

    @Override
    public List<Duty> list() {
        var today = LocalDate.now(clock);
        var until = today.plusDays(institutions.rule("LICENCE_SOON_DAYS", today));
        var own = Scope.current().institutionId();
        if (own != null) {
            return licences.listEnding(own, today, until).stream()
                    .map(it -> new Duty(
                            "Giấy chứng nhận %s sắp hết hiệu lực".formatted(it.number()),
                            "Xin gia hạn hoặc cấp mới",
                            it.validTo(),
                            "Xem",
                            "/institutions/" + own))
                    .toList();
        }
        var ending = pen.ofTheCity() ? licences.listEnding(null, today, until) : List.<LicenceRepository.Ending>of();
        return ending.isEmpty()
                ? List.of()
                : List.of(new Duty(
                        "%s giấy chứng nhận sắp hết hiệu lực".formatted(Vi.count(ending.size())),
                        "Sớm nhất: %s, giấy %s"
                                .formatted(
                                        ending.getFirst().institution(),
                                        ending.getFirst().number()),
                        ending.getFirst().validTo(),
                        "Xem",
                        "/institutions/" + ending.getFirst().institutionId()));
    }
}
