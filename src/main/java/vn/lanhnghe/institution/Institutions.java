package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.access.Colleges;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** The register of institutions. */
@Service
public class Institutions implements Colleges {

    private final InstitutionRepository institutions;
    private final VersionRepository versions;
    private final Search search;
    private final JsonMapper json;
    private final Acts acts;
    private final Clock clock;
    private final Pen pen;

    Institutions(
            InstitutionRepository institutions,
            VersionRepository versions,
            Search search,
            JsonMapper json,
            Acts acts,
            Clock clock,
            Pen pen) {
        this.institutions = institutions;
        this.versions = versions;
        this.search = search;
        this.json = json;
        this.acts = acts;
        this.clock = clock;
        this.pen = pen;
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

    /** The sites an institution has today. */
    public List<Site> listSites(long institutionId) {
        return institutions.listSites(institutionId, LocalDate.now(clock));
    }

    /** Adds an entry to the register, under a code that was never used before and never will be again. */
    public long open(NewInstitution institution) {
        if (!pen.ofTheCity()) {
            throw new Refusal("Chỉ chuyên viên Sở ghi thêm cơ sở vào sổ.");
        }
        return pen.raised(() -> {
            if (institutions.findByCode(institution.code()).isPresent()) {
                throw new Refusal("Mã %s đã có cơ sở dùng. Mỗi mã chỉ cấp một lần, kể cả khi cơ sở đã giải thể."
                        .formatted(institution.code()));
            }
            if (institutions.hasName(Vietnamese.fold(institution.name()), 0)) {
                throw new Refusal(
                        "Đã có cơ sở tên “%s”. Hãy tìm trong danh sách trước khi thêm.".formatted(institution.name()));
            }
            var facts = facts(institution);
            var id = institutions.insert(institution, facts, json.writeValueAsString(facts));
            versions.insert(List.of(new Version(0, id, institution.from(), null, facts)));
            search.refresh(List.of(id));
            if (!institution.rehearsal()) {
                acts.record(
                        ActKind.INSTITUTION_OPENED,
                        new Subject("institution", id, id),
                        "Ghi vào sổ: %s, mã %s".formatted(institution.name(), institution.code()),
                        null);
            }
            return id;
        });
    }

    private static Map<String, String> facts(NewInstitution institution) {
        var facts = new TreeMap<String, String>();
        facts.put(Fact.NAME.name(), institution.name());
        facts.put(Fact.TYPE.name(), institution.type());
        facts.put(Fact.OWNERSHIP.name(), institution.ownership());
        facts.put(Fact.STATUS.name(), InstitutionStatus.OPEN.name());
        facts.put("STATUS_FROM", institution.from().toString());
        facts.put(Fact.FOUNDED_ON.name(), institution.from().toString());
        if (institution.wardCode() != null) {
            facts.put(Fact.WARD.name(), institution.wardCode());
        }
        if (institution.lat() != null) {
            facts.put(Fact.LOCATION.name(), institution.lat() + "," + institution.lon());
        }
        return facts;
    }

    /** Somebody of the institution, or the department, says that what is shown is right. */
    public void confirm(long id) {
        pen.ask(id);
        pen.raised(() -> {
            institutions.confirm(id, Scope.current().actor());
            acts.record(
                    ActKind.INSTITUTION_CONFIRMED,
                    new Subject("institution", id, id),
                    "Xác nhận thông tin trong sổ là đúng",
                    null);
            return id;
        });
    }

    /** Adds a name under which people look for the institution. */
    public void addAlias(long id, String alias) {
        pen.ask(id);
        var name = Vietnamese.tidy(alias);
        if (name.length() < 2 || name.length() > 150) {
            throw new Refusal("Tên gọi khác dài từ 2 đến 150 ký tự, ví dụ CĐ KT Cao Thắng.");
        }
        if (institutions.listAliases(id).stream().anyMatch(it -> it.label().equalsIgnoreCase(name))) {
            throw new Refusal("Tên gọi này đã có.");
        }
        pen.own(id, () -> {
            institutions.insertAlias(id, name);
            return id;
        });
        pen.raised(() -> {
            search.refresh(List.of(id));
            acts.record(
                    ActKind.INSTITUTION_CHANGED,
                    new Subject("institution", id, id),
                    "Thêm tên gọi khác: " + name,
                    null);
            return id;
        });
    }

    /** Takes such a name away; it stays in the history. */
    public void endAlias(long id, long aliasId) {
        pen.ask(id);
        var alias = institutions.listAliases(id).stream()
                .filter(it -> it.code().equals(Long.toString(aliasId)))
                .findFirst()
                .orElseThrow(() -> new NotFound("Cơ sở này không có tên gọi đó."));
        pen.raised(() -> {
            institutions.endAlias(id, aliasId, LocalDate.now(clock));
            search.refresh(List.of(id));
            acts.record(
                    ActKind.INSTITUTION_CHANGED,
                    new Subject("institution", id, id),
                    "Bỏ tên gọi khác: " + alias.label(),
                    null);
            return id;
        });
    }

    /** Shows what comes into force today, and makes everything findable; once a day and at start. */
    @Transactional
    public void turnThePage() {
        if (Scope.current().reach() != Scope.Reach.SYSTEM) {
            throw new Refusal("Việc này do hệ thống tự làm mỗi ngày.");
        }
        var changed = versions.show(LocalDate.now(clock), null);
        if (search.empty()) {
            search.refresh(null);
        } else if (!changed.isEmpty()) {
            search.refresh(changed);
        }
    }

    static NotFound unknown() {
        return new NotFound("Không có cơ sở nào ở địa chỉ này. Hãy tìm theo tên ở trang Cơ sở.");
    }
}
