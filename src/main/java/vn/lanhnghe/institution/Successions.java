package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.institution.ChangeRepository.Entry;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Sáp nhập, chia tách, đổi tên, chuyển đổi: recorded whole or not at all, and undone whole while nothing was built on it. */
@Service
public class Successions {

    /** One side of a succession. */
    public record Part(
            long successionId,
            long institutionId,
            String code,
            String slug,
            String name,
            String role,
            boolean closed,
            @Nullable String statusBefore) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String SELECT = """
            select s.id, s.kind, s.decision, s.decided_on, s.effective_on, s.open_work, s.learners, s.books, s.reason, s.recorded_by,
                   s.recorded_at, s.undone_at, s.undone_by, s.undone_reason
              from institution.succession s
            """;

    private final JdbcClient jdbc;
    private final Institutions institutions;
    private final Changes changes;
    private final ChangeRepository changeRepository;
    private final Acts acts;
    private final Pen pen;
    private final Clock clock;

    Successions(
            JdbcClient jdbc,
            Institutions institutions,
            Changes changes,
            ChangeRepository changeRepository,
            Acts acts,
            Pen pen,
            Clock clock) {
        this.jdbc = jdbc;
        this.institutions = institutions;
        this.changes = changes;
        this.changeRepository = changeRepository;
        this.acts = acts;
        this.pen = pen;
        this.clock = clock;
    }

    List<Succession> list() {
        return jdbc.sql(SELECT + "order by s.effective_on desc, s.id desc limit 500")
                .query(Succession.class)
                .list();
    }

    Optional<Succession> find(long id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query(Succession.class)
                .optional();
    }

    /** Those an institution took part in and that stand. */
    List<Succession> listOf(long institutionId) {
        return jdbc.sql(SELECT + """
                 where s.undone_at is null and exists (select from institution.succession_part p
                        where p.succession_id = s.id and p.institution_id = :id) order by s.effective_on desc, s.id desc
                """)
                .param("id", institutionId)
                .query(Succession.class)
                .list();
    }

    List<Part> listParts(Collection<Long> successionIds) {
        return jdbc.sql("""
                select p.succession_id, p.institution_id, i.code, i.slug, i.name, p.role, p.closed, p.status_before
                  from institution.succession_part p join institution.institution i on i.id = p.institution_id
                 where p.succession_id = any(:ids) order by p.role desc, i.sort_key
                """)
                .param("ids", successionIds.toArray(Long[]::new))
                .query(Part.class)
                .list();
    }

    /** All that is wrong with a plan, in sentences; nothing is written. */
    List<String> faults(SuccessionPlan plan) {
        var faults = new ArrayList<String>();
        var before = plan.before();
        if (plan.kind().hasHeirs()) {
            if (before.isEmpty() || plan.after().isEmpty()) {
                faults.add("Hãy chọn đủ cơ sở trước và cơ sở sau.");
            }
            if (plan.kind() == SuccessionKind.MERGE && plan.after().size() > 1) {
                faults.add("Sáp nhập chỉ có một cơ sở kế tục. Nếu chia cho nhiều cơ sở, hãy chọn “Chia, tách”.");
            }
            if (plan.kind() == SuccessionKind.SPLIT && before.size() > 1) {
                faults.add("Chia, tách mỗi lần ghi cho một cơ sở.");
            }
            before.stream()
                    .filter(plan.after()::contains)
                    .findFirst()
                    .ifPresent(it ->
                            faults.add("%s không thể nhập vào chính mình. Hãy bỏ cơ sở này khỏi một trong hai bên."
                                    .formatted(institutions.get(it).name())));
            if (before.stream().distinct().count() < before.size()) {
                faults.add("Có cơ sở được chọn hai lần.");
            }
        } else if (before.size() != 1) {
            faults.add("Hãy chọn đúng một cơ sở.");
        }
        for (var id : before) {
            var institution = institutions.get(id);
            if (institution.status() == InstitutionStatus.CLOSED) {
                faults.add("%s đã giải thể từ %s nên không %s được nữa."
                        .formatted(
                                institution.name(),
                                institution.statusFrom() == null ? "trước" : DAY.format(institution.statusFrom()),
                                plan.kind().label().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        for (var id : plan.after()) {
            var institution = institutions.get(id);
            if (institution.status() == InstitutionStatus.CLOSED) {
                faults.add("%s đã giải thể nên không kế tục được.".formatted(institution.name()));
            }
        }
        if (plan.decision().isBlank()) {
            faults.add("Hãy ghi số quyết định, ví dụ 3120/QĐ-UBND.");
        }
        if (plan.effectiveOn().isBefore(plan.decidedOn())) {
            faults.add("Ngày hiệu lực (%s) trước ngày quyết định (%s). Hãy sửa một trong hai ngày."
                    .formatted(DAY.format(plan.effectiveOn()), DAY.format(plan.decidedOn())));
        }
        if (plan.effectiveOn().isAfter(LocalDate.now(clock).plusYears(1))) {
            faults.add("Ngày hiệu lực xa hơn một năm. Hãy kiểm tra lại năm.");
        }
        if (faults.isEmpty() && !plan.kind().hasHeirs()) {
            faults.addAll(changes.together(
                            before.getFirst(),
                            changes.factsOn(before.getFirst(), plan.effectiveOn()),
                            values(plan),
                            Map.of())
                    .values());
            if (values(plan).isEmpty()) {
                faults.add("Tên và loại hình mới giống như đang có. Hãy ghi điều thay đổi.");
            }
        }
        return faults;
    }

    private Map<Fact, String> values(SuccessionPlan plan) {
        var now = changes.factsOn(plan.before().getFirst(), plan.effectiveOn());
        var values = new EnumMap<Fact, String>(Fact.class);
        var name = Vietnamese.tidy(plan.name());
        if (!name.isEmpty() && !name.equals(now.get("NAME"))) {
            values.put(Fact.NAME, name);
        }
        if (plan.kind() == SuccessionKind.CONVERT
                && !plan.type().isEmpty()
                && !plan.type().equals(now.get("TYPE"))) {
            values.put(Fact.TYPE, plan.type());
        }
        return values;
    }

    /** Records the succession with all that follows from it. */
    long record(SuccessionPlan plan) {
        officer();
        var faults = faults(plan);
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
        return pen.raised(() -> {
            var id = insert(plan);
            var closes = plan.kind() == SuccessionKind.MERGE || plan.kind() == SuccessionKind.SPLIT && plan.closes();
            insertParts(id, plan, closes);
            var entries = new ArrayList<Entry>();
            if (closes) {
                for (var before : plan.before()) {
                    entries.add(new Entry(
                            before,
                            Fact.STATUS.name(),
                            null,
                            changes.factsOn(before, plan.effectiveOn()).get("STATUS"),
                            "CLOSED",
                            null));
                }
            } else if (!plan.kind().hasHeirs()) {
                var now = changes.factsOn(plan.before().getFirst(), plan.effectiveOn());
                values(plan)
                        .forEach((fact, value) -> entries.add(new Entry(
                                plan.before().getFirst(), fact.name(), null, now.get(fact.name()), value, null)));
            }
            changes.settle(
                    entries, plan.effectiveOn(), plan.kind().label() + " – " + plan.decision(), "SUCCESSION", null);
            if (closes) {
                endLicences(id, plan);
                keep(id, plan);
            }
            if (plan.openWork().equals("WITHDRAW") && plan.kind().hasHeirs()) {
                withdrawRequests(plan);
            }
            tell(ActKind.SUCCESSION_RECORDED, id, plan.kind(), plan.decision(), plan.reason());
            return id;
        });
    }

    private long insert(SuccessionPlan plan) {
        return jdbc.sql("""
                insert into institution.succession (kind, decision, decided_on, effective_on, open_work, learners, books, reason, recorded_by)
                values (:kind, :decision, :decidedOn, :effectiveOn, :openWork, :learners, :books, :reason, :actor) returning id
                """)
                .param("kind", plan.kind().name())
                .param("decision", Vietnamese.tidy(plan.decision()))
                .param("decidedOn", plan.decidedOn())
                .param("effectiveOn", plan.effectiveOn())
                .param("openWork", plan.openWork())
                .param("learners", plan.learners())
                .param("books", plan.books())
                .param("reason", plan.reason())
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .single();
    }

    private void insertParts(long id, SuccessionPlan plan, boolean closes) {
        jdbc.sql("""
                insert into institution.succession_part (succession_id, institution_id, role, closed, status_before)
                select :id, i.id, r.role, r.role = 'BEFORE' and :closes, i.status
                  from (select unnest(:before::bigint[]) as institution_id, 'BEFORE' as role union all
                        select unnest(:after::bigint[]), 'AFTER') r join institution.institution i on i.id = r.institution_id
                """)
                .param("id", id)
                .param("before", plan.before().toArray(Long[]::new))
                .param("after", (plan.kind().hasHeirs() ? plan.after() : plan.before()).toArray(Long[]::new))
                .param("closes", closes)
                .update();
    }

    private void endLicences(long id, SuccessionPlan plan) {
        jdbc.sql("""
                update institution.licence_line set valid_to = :last, ended_by = :id
                 where institution_id = any(:before) and (valid_to is null or valid_to > :last) and valid_from <= :last
                """)
                .param("last", plan.effectiveOn().minusDays(1))
                .param("id", id)
                .param("before", plan.before().toArray(Long[]::new))
                .update();
    }

    private void keep(long id, SuccessionPlan plan) {
        jdbc.sql("""
                insert into institution.custody (succession_id, kept_id, keeper_id, what, since)
                select :id, b.id, a.id, w.what, :since from unnest(:before::bigint[]) b (id), unnest(:after::bigint[]) a (id),
                       (values ('LEARNERS', :learners), ('BOOKS', :books)) w (what, fate)
                 where w.fate = 'SUCCESSOR'
                """)
                .param("id", id)
                .param("since", plan.effectiveOn())
                .param("before", plan.before().toArray(Long[]::new))
                .param("after", plan.after().toArray(Long[]::new))
                .param("learners", plan.learners())
                .param("books", plan.books())
                .update();
    }

    private void withdrawRequests(SuccessionPlan plan) {
        jdbc.sql("""
                update institution.change set state = 'WITHDRAWN', decided_by = :actor, decided_at = now(), reply = :reply
                 where institution_id = any(:before) and state = 'PENDING'
                """)
                .param("before", plan.before().toArray(Long[]::new))
                .param("actor", Scope.current().actor())
                .param("reply", "%s theo quyết định %s".formatted(plan.kind().label(), plan.decision()))
                .update();
    }

    /** Takes the whole succession back: status, names, licences and custody are as they were. */
    void undo(long id, String reason) {
        officer();
        var succession = find(id).orElseThrow(() -> new NotFound("Không có việc này trong sổ."));
        if (succession.undoneAt() != null) {
            throw new Refusal("Việc này đã được hoàn tác.");
        }
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do hoàn tác.");
        }
        var later = listParts(List.of(id)).stream()
                .flatMap(it -> listOf(it.institutionId()).stream())
                .filter(it -> it.id() > id)
                .findFirst();
        if (later.isPresent()) {
            throw new Refusal("Đã có %s theo quyết định %s dựa trên việc này. Hãy hoàn tác việc đó trước."
                    .formatted(
                            later.get().kind().label().toLowerCase(java.util.Locale.ROOT),
                            later.get().decision()));
        }
        pen.raised(() -> {
            var done = jdbc.sql("""
                    select c.id from institution.change c where c.source = 'SUCCESSION' and c.state = 'DONE' and c.reason = :reason
                       and c.effective_on = :on and c.institution_id in (select institution_id from institution.succession_part where succession_id = :id)
                    """)
                    .param("reason", succession.kind().label() + " – " + succession.decision())
                    .param("on", succession.effectiveOn())
                    .param("id", id)
                    .query(Long.class)
                    .list();
            var back = new ArrayList<Entry>();
            for (var change : changeRepository.lock(done)) {
                var now = changes.factsOn(change.institutionId(), change.effectiveOn())
                        .get(change.field());
                if (!Objects.equals(now, change.newValue())) {
                    throw new Refusal("%s của %s đã đổi tiếp sau việc này, nên không hoàn tác được nữa."
                            .formatted(change.label(), change.institutionName()));
                }
                back.add(new Entry(
                        change.institutionId(), change.field(), null, change.newValue(), change.oldValue(), null));
            }
            changes.apply(back, succession.effectiveOn());
            changeRepository.decide(done, ChangeState.UNDONE, "Đã hoàn tác: " + reason);
            jdbc.sql("""
                    update institution.licence_line
                       set ended_by = null, valid_to = case when withdrawn_by is null then paper_to else valid_to end
                     where ended_by = :id
                    """).param("id", id).update();
            jdbc.sql("update institution.custody set ended_on = :today where succession_id = :id")
                    .param("today", LocalDate.now(clock))
                    .param("id", id)
                    .update();
            jdbc.sql(
                            "update institution.succession set undone_at = now(), undone_by = :actor, undone_reason = :reason where id = :id")
                    .param("actor", Scope.current().actor())
                    .param("reason", reason)
                    .param("id", id)
                    .update();
            tell(ActKind.SUCCESSION_UNDONE, id, succession.kind(), succession.decision(), reason);
            return id;
        });
    }

    private void tell(ActKind act, long id, SuccessionKind kind, String decision, String reason) {
        listParts(List.of(id))
                .forEach(it -> acts.record(
                        act,
                        new Subject("institution", it.institutionId(), it.institutionId()),
                        "%s theo quyết định %s".formatted(kind.label(), decision),
                        reason));
    }

    private void officer() {
        if (!pen.ofTheCity()) {
            throw new Refusal("Chỉ chuyên viên Sở ghi sáp nhập, chia tách, đổi tên, chuyển đổi.");
        }
    }
}
