package vn.lanhnghe.credential.life;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaMatters;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Vi;

/** The decisions about a diploma, what they corrected, and the diplomas before and after it. */
@Component
class RulingMatters implements DiplomaMatters {

    private final Lives lives;

    RulingMatters(Lives lives) {
        this.lives = lives;
    }

    @Override
    public List<Matter> listMatters(Diploma diploma) {
        var staff = Scope.current().reach() != Scope.Reach.SELF;
        var matters = new ArrayList<Matter>();
        for (var it : lives.annotations(diploma.code())) {
            matters.add(new Matter(
                    it.turn().label(),
                    "Quyết định %s ngày %s".formatted(it.decision(), Vi.day(it.decidedOn())),
                    it.corrections().stream().map(Annotation.Correction::told).collect(Collectors.joining("; ")),
                    staff ? "/rulings/" + it.rulingId() : ""));
        }
        for (var it : lives.kin(diploma.code())) {
            matters.add(new Matter(
                    it.later() ? "Được thay bằng" : "Thay cho",
                    "số vào sổ %s, số hiệu %s".formatted(it.registerNumber(), it.serial()),
                    "",
                    staff ? "/credentials?q=" + Code.printed(it.code()) : "/v/" + Code.printed(it.code())));
        }
        return matters;
    }
}
