package vn.lanhnghe.institution;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.access.Colleges;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** The register of institutions. */
@Service
public class Institutions implements Colleges {

    private final InstitutionRepository institutions;

    Institutions(InstitutionRepository institutions) {
        this.institutions = institutions;
    }

    public Institution get(long id) {
        return institutions.find(id).orElseThrow(Institutions::unknown);
    }

    public Institution get(String code) {
        return institutions.findByCode(code).orElseThrow(Institutions::unknown);
    }

    @Override
    public List<College> listOpen() {
        return institutions.listOpen();
    }

    @Override
    public List<Seat> listSites() {
        return institutions.listSeats();
    }

    /** Adds an entry to the register; for now only the program itself does, for a rehearsal. */
    @Transactional
    public long open(NewInstitution institution) {
        if (Scope.current().reach() != Scope.Reach.SYSTEM) {
            throw new Refusal("Chỉ bản diễn tập mới thêm được cơ sở.");
        }
        return institutions.insert(institution);
    }

    static NotFound unknown() {
        return new NotFound("Không có cơ sở nào ở địa chỉ này. Hãy tìm theo tên ở trang Cơ sở.");
    }
}
