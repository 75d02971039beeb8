package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Người đứng đầu, hội đồng trường: terms, without two at once in a post that one holds, vacancies flagged. */
@Service
public class Leaders {

    /** A post that may be held here. */
    public record Post(String code, String label, boolean single, boolean mandatory) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String SELECT = """
            select l.id, l.post, p.label as post_label, l.full_name, l.decision, l.term_from, l.term_to
              from institution.leader l join institution.post p on p.code = l.post
            """;

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Pen pen;
    private final Clock clock;

    Leaders(JdbcClient jdbc, Acts acts, Pen pen, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.pen = pen;
        this.clock = clock;
    }

    /** Those in office on the day; all there ever were when it is null. */
    List<Leader> list(long institutionId, @Nullable LocalDate on) {
        return jdbc.sql(SELECT + """
                 where l.institution_id = :id and (:every or l.term_from <= :on and (l.term_to is null or l.term_to >= :on))
                 order by p.place, l.term_from desc, l.id
                """)
                .param("id", institutionId)
                .param("every", on == null)
                .param("on", on == null ? LocalDate.now(clock) : on)
                .query(Leader.class)
                .list();
    }

    List<Post> listPosts(Institution institution) {
        return jdbc.sql("""
                select code, label, single, mandatory from institution.post
                 where (types = '{}' or :type = any(types)) and (not publicly or :public) order by place
                """)
                .param("type", institution.type())
                .param("public", institution.ownership().equals("CONG_LAP"))
                .query(Post.class)
                .list();
    }

    /** Vacancies and double terms of mandatory posts, in words. */
    List<String> flags(Institution institution) {
        var today = LocalDate.now(clock);
        var all = list(institution.id(), null);
        var flags = new ArrayList<String>();
        for (var post : listPosts(institution)) {
            var terms = all.stream()
                    .filter(it -> it.post().equals(post.code()))
                    .sorted((a, b) -> a.termFrom().compareTo(b.termFrom()))
                    .toList();
            if (post.mandatory() && terms.stream().noneMatch(it -> serves(it, today))) {
                flags.add("%s: đang khuyết%s"
                        .formatted(
                                post.label(),
                                terms.isEmpty() || terms.getLast().termTo() == null
                                        ? ""
                                        : " từ "
                                                + DAY.format(
                                                        terms.getLast().termTo().plusDays(1))));
            }
            for (var i = 1; post.single() && i < terms.size(); i++) {
                var before = terms.get(i - 1);
                var after = terms.get(i);
                if (before.termTo() == null || !before.termTo().isBefore(after.termFrom())) {
                    flags.add("%s: nhiệm kỳ của %s và %s chồng nhau"
                            .formatted(post.label(), before.fullName(), after.fullName()));
                } else if (post.mandatory() && before.termTo().plusDays(1).isBefore(after.termFrom())) {
                    flags.add("%s: khuyết từ %s đến %s"
                            .formatted(
                                    post.label(),
                                    DAY.format(before.termTo().plusDays(1)),
                                    DAY.format(after.termFrom().minusDays(1))));
                }
            }
        }
        return flags;
    }

    private static boolean serves(Leader leader, LocalDate on) {
        return !leader.termFrom().isAfter(on)
                && (leader.termTo() == null || !leader.termTo().isBefore(on));
    }

    /** Records a term; refused when it overlaps another's in a post that one person holds. */
    public void appoint(
            Institution institution,
            String post,
            String fullName,
            LocalDate from,
            @Nullable LocalDate to,
            String decision) {
        pen.ask(institution.id());
        var held = listPosts(institution).stream()
                .filter(it -> it.code().equals(post))
                .findFirst()
                .orElseThrow(() -> new Refusal("Loại hình này không có chức danh đó. Hãy chọn trong danh sách."));
        var name = Vietnamese.tidy(fullName);
        if (!name.matches("\\p{L}[\\p{L}'. ]{2,100}") || !name.contains(" ")) {
            throw new Refusal("Họ tên gồm ít nhất hai từ, chỉ có chữ, ví dụ Nguyễn Thị Lan.");
        }
        if (to != null && to.isBefore(from)) {
            throw new Refusal("Nhiệm kỳ kết thúc (%s) trước khi bắt đầu (%s). Hãy sửa một trong hai ngày."
                    .formatted(DAY.format(to), DAY.format(from)));
        }
        if (held.single()) {
            list(institution.id(), null).stream()
                    .filter(it -> it.post().equals(post))
                    .filter(it -> (it.termTo() == null || !it.termTo().isBefore(from))
                            && (to == null || !it.termFrom().isAfter(to)))
                    .findFirst()
                    .ifPresent(it -> {
                        throw new Refusal(
                                "Nhiệm kỳ này chồng lên nhiệm kỳ %s của %s (từ %s%s). Hãy ghi ngày kết thúc của nhiệm kỳ trước."
                                        .formatted(
                                                held.label().toLowerCase(java.util.Locale.ROOT),
                                                it.fullName(),
                                                DAY.format(it.termFrom()),
                                                it.termTo() == null
                                                        ? ", chưa kết thúc"
                                                        : " đến " + DAY.format(it.termTo())));
                    });
        }
        pen.own(institution.id(), () -> {
            jdbc.sql("""
                    insert into institution.leader (institution_id, post, full_name, decision, term_from, term_to)
                    values (:id, :post, :name, :decision, :from, :to)
                    """)
                    .param("id", institution.id())
                    .param("post", post)
                    .param("name", name)
                    .param("decision", decision.isBlank() ? null : Vietnamese.tidy(decision))
                    .param("from", from)
                    .param("to", to)
                    .update();
            record(institution.id(), "%s: %s từ %s".formatted(held.label(), name, DAY.format(from)));
            return name;
        });
    }

    /** Ends a term on its last day. */
    public void end(long institutionId, long leaderId, LocalDate last) {
        pen.ask(institutionId);
        var leader = list(institutionId, null).stream()
                .filter(it -> it.id() == leaderId)
                .findFirst()
                .orElseThrow(() -> new NotFound("Cơ sở này không có người đó trong sổ."));
        if (last.isBefore(leader.termFrom())) {
            throw new Refusal("Ngày kết thúc phải từ %s, ngày bắt đầu nhiệm kỳ, trở đi."
                    .formatted(DAY.format(leader.termFrom())));
        }
        pen.own(institutionId, () -> {
            jdbc.sql("update institution.leader set term_to = :last where id = :id and institution_id = :institution")
                    .param("last", last)
                    .param("id", leaderId)
                    .param("institution", institutionId)
                    .update();
            record(
                    institutionId,
                    "%s: %s thôi giữ chức từ %s"
                            .formatted(leader.postLabel(), leader.fullName(), DAY.format(last.plusDays(1))));
            return leaderId;
        });
    }

    private void record(long institutionId, String summary) {
        acts.record(ActKind.LEADER_APPOINTED, new Subject("institution", institutionId, institutionId), summary, null);
    }
}
