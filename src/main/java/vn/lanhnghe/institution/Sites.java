package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.institution.ChangeRepository.Entry;
import vn.lanhnghe.institution.ChangeRepository.Frame;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** Địa điểm đào tạo, phân hiệu: added, changed and closed by the department, or by the school with its approval. */
@Service
public class Sites {

    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ChangeRepository changes;
    private final InstitutionRepository institutions;
    private final FactReader reader;
    private final Spot spot;
    private final Search search;
    private final JsonMapper json;
    private final Acts acts;
    private final Pen pen;
    private final Clock clock;

    Sites(
            JdbcClient jdbc,
            ChangeRepository changes,
            InstitutionRepository institutions,
            FactReader reader,
            Spot spot,
            Search search,
            JsonMapper json,
            Acts acts,
            Pen pen,
            Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.institutions = institutions;
        this.reader = reader;
        this.spot = spot;
        this.search = search;
        this.json = json;
        this.acts = acts;
        this.pen = pen;
        this.clock = clock;
    }

    /** Puts a site as the form says it, or asks for it; {@code siteId} is null for a new one. Nothing is saved when faults are told. */
    public Changes.Outcome put(long institutionId, @Nullable Long siteId, Map<String, String> form, String reason) {
        pen.ask(institutionId);
        var before = siteId == null ? Map.<String, String>of() : told(get(institutionId, siteId));
        var faults = new LinkedHashMap<String, String>();
        var after = read(form, faults);
        var today = LocalDate.now(clock);
        var from = after.getOrDefault("from", today.toString());
        if (after.containsKey("to") && after.get("to").compareTo(from) <= 0) {
            faults.put("to", "Ngày thôi dùng phải sau ngày bắt đầu dùng.");
        }
        if (siteId == null && LocalDate.parse(from).isBefore(firstDay(institutionId))) {
            faults.put("from", "Địa điểm không thể có trước cơ sở của nó.");
        }
        if ("MAIN".equals(before.get("kind")) && after.containsKey("to")) {
            faults.put("to", "Trụ sở chính không thôi dùng được; hãy đổi địa chỉ của cơ sở.");
        }
        if (reason.isBlank()) {
            faults.put("reason", "Hãy ghi lý do hoặc số quyết định.");
        }
        if (!faults.isEmpty() || after.equals(before)) {
            return new Changes.Outcome(faults, 0, 0);
        }
        var details = new TreeMap<>(after);
        before.forEach((key, value) -> details.put("was." + key, value));
        var entry =
                new Entry(institutionId, "SITE", siteId, words(before), words(after), json.writeValueAsString(details));
        var city = pen.ofTheCity();
        return pen.raised(() -> {
            var id = changes.insert(
                            List.of(entry),
                            new Frame(
                                    today,
                                    city ? ChangeState.DONE : ChangeState.PENDING,
                                    reason,
                                    null,
                                    null,
                                    "SCREEN",
                                    null))
                    .getFirst();
            if (city) {
                grant(changes.lock(List.of(id)).getFirst());
            }
            acts.record(
                    city ? ActKind.INSTITUTION_CHANGED : ActKind.CHANGE_REQUESTED,
                    new Subject("institution", institutionId, institutionId),
                    "Địa điểm đào tạo: %s".formatted(words(after)),
                    reason);
            return new Changes.Outcome(Map.of(), city ? 1 : 0, city ? 0 : 1);
        });
    }

    private Map<String, String> read(Map<String, String> form, Map<String, String> faults) {
        var after = new TreeMap<String, String>();
        var name = form.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > 150) {
            faults.put("name", "Tên địa điểm không được để trống, dài tối đa 150 ký tự, ví dụ Cơ sở Gò Vấp.");
        }
        after.put("name", name);
        after.put(
                "kind", List.of("MAIN", "BRANCH").contains(form.getOrDefault("kind", "")) ? form.get("kind") : "SITE");
        keep(after, faults, "address", Fact.ADDRESS, form);
        keep(after, faults, "ward", Fact.WARD, form);
        keep(after, faults, "location", Fact.LOCATION, form);
        keep(after, faults, "phone", Fact.PHONE, form);
        keep(after, faults, "email", Fact.EMAIL, form);
        keep(after, faults, "from", Fact.FOUNDED_ON, form);
        keep(after, faults, "to", Fact.FOUNDED_ON, form);
        var decision = form.getOrDefault("decision", "").strip();
        if (!decision.isEmpty()) {
            after.put("decision", decision.length() > 120 ? decision.substring(0, 120) : decision);
        }
        if (!after.containsKey("ward") && !faults.containsKey("ward")) {
            faults.put("ward", "Hãy chọn phường, xã của địa điểm.");
        }
        var fault = spot.fault(after.get("location"), after.get("ward"));
        if (fault != null) {
            faults.put("location", fault);
        }
        return after;
    }

    private void keep(
            Map<String, String> after, Map<String, String> faults, String key, Fact fact, Map<String, String> form) {
        var reading = reader.read(fact, form.getOrDefault(key, ""));
        if (reading.fault() != null) {
            faults.put(key, reading.fault());
        } else if (reading.value() != null) {
            after.put(key, reading.value());
        }
    }

    private LocalDate firstDay(long institutionId) {
        return jdbc.sql("select valid_from from institution.institution where id = :id")
                .param("id", institutionId)
                .query(LocalDate.class)
                .single();
    }

    Site get(long institutionId, long siteId) {
        return institutions.listSites(institutionId, null).stream()
                .filter(it -> it.id() == siteId)
                .findFirst()
                .orElseThrow(() -> new NotFound("Cơ sở này không có địa điểm đó."));
    }

    /** A site as its form has it. */
    static Map<String, String> told(Site site) {
        var told = new TreeMap<String, String>();
        told.put("name", site.name());
        told.put("kind", site.kind());
        put(told, "address", site.address());
        put(told, "ward", site.wardCode());
        put(told, "location", site.lat() == null ? null : site.lat() + "," + site.lon());
        put(told, "phone", site.phone());
        put(told, "email", site.email());
        put(told, "decision", site.decision());
        put(told, "from", site.validFrom().toString());
        put(told, "to", Objects.toString(site.validTo(), null));
        return told;
    }

    private static void put(Map<String, String> told, String key, @Nullable String value) {
        if (value != null) {
            told.put(key, value);
        }
    }

    private String words(Map<String, String> site) {
        return site.isEmpty()
                ? ""
                : "%s, %s%s%s"
                        .formatted(
                                site.get("name"),
                                site.getOrDefault("address", "chưa có địa chỉ"),
                                site.containsKey("ward") ? ", " + reader.show(Fact.WARD, site.get("ward")) : "",
                                site.containsKey("to")
                                        ? ", thôi dùng từ " + reader.show(Fact.FOUNDED_ON, site.get("to"))
                                        : "");
    }

    /** Does what a request asks; in the register's own reach. */
    void grant(Change change) {
        var after = after(change, "");
        if (change.subjectId() == null) {
            jdbc.sql("""
                    insert into institution.site (institution_id, code, name, kind, address, ward_code, lat, lon, phone, email, decision,
                           valid_from, valid_to)
                    select :institution, i.code || '-' || (select count(*) + 1 from institution.site s where s.institution_id = i.id),
                           :name, :kind, :address, :ward, :lat::numeric, :lon::numeric, :phone, :email, :decision, :from::date, :to::date
                      from institution.institution i where i.id = :institution
                    """)
                    .param("institution", change.institutionId())
                    .params(after)
                    .update();
        } else {
            write(change.subjectId(), after);
        }
        search.refresh(List.of(change.institutionId()));
    }

    /** Puts a site back as it was; a new one is closed on the day it began, for its code is never used again. */
    void revoke(Change change) {
        if (change.subjectId() == null) {
            var gone = jdbc.sql("""
                    update institution.site set valid_to = valid_from + 1
                     where institution_id = :institution and name = :name and valid_to is null
                       and not exists (select from institution.licence_line n where n.site_id = site.id)
                    """)
                    .param("institution", change.institutionId())
                    .param("name", after(change, "").get("name"))
                    .update();
            if (gone == 0) {
                throw new Refusal("Địa điểm này đã có giấy chứng nhận dựa vào, nên không hoàn tác được.");
            }
        } else {
            write(change.subjectId(), after(change, "was."));
        }
        search.refresh(List.of(change.institutionId()));
    }

    private void write(long siteId, Map<String, @Nullable String> site) {
        jdbc.sql("""
                update institution.site set name = :name, kind = case when main then kind else :kind end, address = :address, ward_code = :ward,
                       lat = :lat::numeric, lon = :lon::numeric, phone = :phone, email = :email, decision = :decision,
                       valid_from = :from::date, valid_to = :to::date
                 where id = :id
                """).param("id", siteId).params(site).update();
    }

    private Map<String, @Nullable String> after(Change change, String prefix) {
        var details = json.readValue(Objects.requireNonNull(change.details()), DETAILS);
        var after = new HashMap<String, @Nullable String>();
        for (var key : List.of("name", "kind", "address", "ward", "phone", "email", "decision", "to")) {
            after.put(key, details.get(prefix + key));
        }
        after.put(
                "from",
                details.getOrDefault(prefix + "from", change.effectiveOn().toString()));
        var point = details.get(prefix + "location");
        after.put("lat", point == null ? null : point.substring(0, point.indexOf(',')));
        after.put("lon", point == null ? null : point.substring(point.indexOf(',') + 1));
        return after;
    }
}
