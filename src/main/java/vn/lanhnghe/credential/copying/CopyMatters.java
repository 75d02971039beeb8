package vn.lanhnghe.credential.copying;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaMatters;
import vn.lanhnghe.ui.Vi;

/** The certified copies made from a diploma's entry. */
@Component
class CopyMatters implements DiplomaMatters {

    private final CopyRepository copies;

    CopyMatters(CopyRepository copies) {
        this.copies = copies;
    }

    @Override
    public List<Matter> listMatters(Diploma diploma) {
        return copies.listOf(diploma.id()).stream()
                .map(it -> new Matter(
                        "Bản sao",
                        "số %s, mã %s".formatted(it.registerNumber(), it.printedCode()),
                        Vi.time(it.issuedAt()),
                        "/copies/" + it.id() + "/paper.pdf"))
                .toList();
    }
}
