package vn.lanhnghe.programme.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.framework.Frameworks;
import vn.lanhnghe.framework.Reliance;
import vn.lanhnghe.intake.Lists;
import vn.lanhnghe.programme.appraisal.Appraisals;
import vn.lanhnghe.programme.appraisal.Comment;
import vn.lanhnghe.programme.appraisal.Member;
import vn.lanhnghe.programme.appraisal.NewComment;
import vn.lanhnghe.programme.appraisal.NewMember;
import vn.lanhnghe.programme.appraisal.NewMinutes;
import vn.lanhnghe.programme.design.Method;
import vn.lanhnghe.programme.design.Mode;
import vn.lanhnghe.programme.design.ModuleForm;
import vn.lanhnghe.programme.design.Modules;
import vn.lanhnghe.programme.design.OutcomeForm;
import vn.lanhnghe.programme.design.OutcomeKind;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.ProgrammeForm;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Relation;
import vn.lanhnghe.programme.design.Stage;
import vn.lanhnghe.programme.design.Wording;
import vn.lanhnghe.programme.following.Followings;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.programme.integration.NewRule;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** A programme from its first line to its second version: designed, appraised, published, frozen, copied, counted; in and out as files. */
@SpringBootTest(properties = "lanhnghe.data=target/test-data/programme-${random.uuid}")
class ProgrammeLifeTest {

    private static final LocalDate TODAY = LocalDate.now(Vi.ZONE);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Programmes programmes;

    @Autowired
    Modules modules;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Appraisals appraisals;

    @Autowired
    Followings followings;

    @Autowired
    Integrations integrations;

    @Autowired
    ProgrammeFiles files;

    @Autowired
    ProgrammeFileController papers;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Reliance programmesBound;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_blank_draft_is_told_all_it_lacks() {
        var version = designer(() -> programmes.begin(form("Trống")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.submit(version, TODAY)))
                .withMessageContaining("Chưa có môn học")
                .withMessageContaining("Chưa có chuẩn đầu ra")
                .withMessageContaining("người biên soạn");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> outcomes.add(version, null, new OutcomeForm(null, "x", "ba"))))
                .withMessageContaining("Chọn loại chuẩn")
                .withMessageContaining("từ 5 đến 1.000")
                .withMessageContaining("“ba”");
        designer(() -> modules.add(version, module("MĐ01", 4)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> modules.add(version, module("mđ01", 4))))
                .withMessageContaining("đã có môn học, mô-đun mã");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> modules.add(
                        version, new ModuleForm("X", "Tên", BigDecimal.ONE, 1, 1, 0, 9, false, false, false, "", ""))))
                .withMessageContaining("không được lớn hơn tổng số giờ");
        designer(() -> programmes.remove(version));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> designer(() -> programmes.get(version)));
    }

    @Test
    void only_components_of_the_framework_in_use_are_taken() {
        var version = full("Gắn", 3);
        var outcome = designer(() -> outcomes.list(programmes.get(version)).getLast());
        for (var wrong : Map.of(
                        item("NLS-NH", "1"),
                        "là miền",
                        item("NLS-NG", "1.1"),
                        "khung của nhà giáo",
                        -1L,
                        "không có mục này")
                .entrySet()) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() ->
                            designer(() -> outcomes.align(version, outcome.id(), wrong.getKey(), Relation.EXACT, "3")))
                    .withMessageContaining(wrong.getValue());
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> designer(() -> outcomes.align(version, outcome.id(), item("NLS-NH", "1.1"), null, "99")))
                .withMessageContaining("Chọn kiểu liên hệ")
                .withMessageContaining("“99”");
    }

    @Test
    void the_database_itself_refuses_a_circle() {
        var version = full("Vòng", 3);
        var tree = designer(() -> outcomes.list(programmes.get(version)));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql("update programme.outcome set parent_id = :child where id = :id")
                                .param("id", tree.get(0).id())
                                .param("child", tree.get(1).id())
                                .update()));
    }

    @Test
    void from_draft_to_published_and_the_next_version() {
        var version = full("Đời", 3);
        var programme = designer(() -> programmes.get(version).programmeId());
        assertThat(designer(() -> programmes.get(version).integrated())).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .as("nobody publishes what no council has seen")
                .isThrownBy(() -> head(() -> appraisals.publish(version, "1/QĐ", TODAY)))
                .withMessageContaining("hội đồng thông qua");
        designer(() -> appraisals.submit(version, TODAY));
        assertThatExceptionOfType(Refusal.class)
                .as("what lies with the council stays as it is")
                .isThrownBy(() -> designer(() -> modules.add(version, module("MĐ99", 1))))
                .withMessageContaining("chờ thẩm định");
        var outcome = designer(() -> outcomes.list(programmes.get(version)).get(1));
        head(() -> {
            appraisals.comment(
                    version, new NewComment(outcome.id(), Comment.Source.HEAD, "", "", null, "Nói rõ mức độ", false));
            appraisals.sendBack(version, "");
        });
        assertThat(designer(() -> programmes.get(version).state())).isEqualTo(Stage.RETURNED);
        designer(() -> reword(version, outcome.id(), "Làm được việc ở mức thành thạo"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.submit(version, TODAY)))
                .withMessageContaining("1 ý kiến chưa trả lời");
        var comment =
                designer(() -> appraisals.listComments(programmes.get(version)).getFirst());
        assertThat(comment.about()).isEqualTo("1.1");
        designer(() -> {
            appraisals.answer(version, comment.id(), Comment.Decision.TAKEN, "Đã ghi mức thành thạo");
            appraisals.submit(version, TODAY);
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.conclude(version, minutes(version, 7, 7))))
                .withMessageContaining("ít nhất 7 người")
                .withMessageContaining("đúng một chủ tịch")
                .withMessageContaining("2 uỷ viên phản biện")
                .withMessageContaining("quản lý nhà nước");
        seat(version);
        designer(() -> appraisals.addMember(version, member("Người Soạn", Member.Post.MEMBER, true, false, false)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.conclude(version, minutes(version, 7, 7))))
                .withMessageContaining("Người biên soạn không tham gia hội đồng; chưa đúng: Người Soạn");
        var drafter = designer(() -> appraisals
                .council(programmes.get(version))
                .drafters()
                .getFirst()
                .id());
        assertThatExceptionOfType(Refusal.class)
                .as("nobody stops being a drafter to sit in the council")
                .isThrownBy(() -> designer(() -> appraisals.removeDrafter(version, drafter)))
                .withMessageContaining("người biên soạn đã ghi thì giữ nguyên");
        assertThatExceptionOfType(DataAccessException.class)
                .as("nor does the database let them")
                .isThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql("delete from programme.drafter where id = :id")
                                .param("id", drafter)
                                .update()));
        assertThatExceptionOfType(Refusal.class)
                .as("what was answered stands")
                .isThrownBy(() -> designer(() ->
                        appraisals.answer(version, comment.id(), Comment.Decision.NOT_TAKEN, "Giữ nguyên như cũ")))
                .withMessageContaining("đã được trả lời (tiếp thu)");
        designer(() -> {
            var council = appraisals.council(programmes.get(version)).members();
            appraisals.removeMember(version, council.getLast().id());
        });
        var early = minutes(version, 7, 7);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.conclude(
                        version,
                        new NewMinutes(early.decision(), TODAY.minusDays(1), early.attended(), 7, early.conclusion()))))
                .withMessageContaining("trước ngày trình");
        assertThatExceptionOfType(Refusal.class)
                .as("six of seven, but who leads them is away")
                .isThrownBy(() -> designer(() -> appraisals.conclude(
                        version,
                        new NewMinutes(
                                early.decision(), TODAY, early.attended().subList(1, 7), 6, early.conclusion()))))
                .withMessageContaining("vắng chủ tịch");
        designer(() -> appraisals.conclude(version, early));
        assertThat(designer(() -> appraisals.listMinutes(programmes.get(version))))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.came()).isEqualTo("A B C, B C D, C D E, D E F, E F G, F G H, G H I");
                    assertThat(it.absent()).isEmpty();
                    assertThat(it.carried()).isTrue();
                });
        assertThat(told(programme))
                .as("every step of the appraisal is recorded")
                .contains(
                        "PROGRAMME_COUNCIL",
                        "PROGRAMME_COMMENTED",
                        "PROGRAMME_ANSWERED",
                        "PROGRAMME_SUBMITTED",
                        "PROGRAMME_APPRAISED");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> head(() -> appraisals.publish(version, "12/QĐ-THU", TODAY.minusDays(1))))
                .withMessageContaining("trước ngày hội đồng họp");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> head(() -> appraisals.publish(version, "", TODAY.plusDays(1))))
                .withMessageContaining("số quyết định")
                .withMessageContaining("không ở tương lai");
        head(() -> appraisals.publish(version, "12/QĐ-THU", TODAY));
        assertThat(fact(programme, "tier")).isEqualTo("CONFIRMED");
        assertThat(fact(programme, "published_on")).isEqualTo(TODAY.toString());
        assertThat(integrated(programme)).isEqualTo("YES");
        assertThat(fact(programme, "own_hours_share")).isEqualTo("80.00");
        assertThat(fact(programme, "online_share")).isEqualTo("25.00");
        for (var sql : List.of(
                "update programme.version set name = 'Khác' where id = :id",
                "update programme.outcome set statement = 'Lời khác' where version_id = :id",
                "delete from programme.teaching where version_id = :id",
                "update programme.alignment set level_code = '8' where version_id = :id",
                "delete from programme.version where id = :id")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as("frozen: " + sql)
                    .isThrownBy(() -> Scope.system()
                            .run(() -> jdbc.sql(sql).param("id", version).update()));
        }
        designer(() -> {
            followings.openCohort(programme, TODAY.getYear(), null);
            followings.review(programme, TODAY.getYear(), TODAY, true, "Đổi theo góp ý");
            followings.addPartner(programme, TODAY.getYear(), "Công ty Thử", true, false, false, "");
            followings.attain(version, outcome.id(), TODAY.getYear(), 30, 27, "Thi cuối khoá");
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> designer(() -> followings.attain(version, outcome.id(), TODAY.getYear(), 30, 31, "Thi")))
                .withMessageContaining("Số người đạt");
        assertThatExceptionOfType(Refusal.class)
                .as("a heading is assessed by what is under it")
                .isThrownBy(() -> designer(() -> followings.attain(
                        version,
                        outcomes.list(programmes.get(version)).getFirst().id(),
                        TODAY.getYear(),
                        30,
                        27,
                        "Thi cuối khoá")))
                .withMessageContaining("Chuẩn 1 là tên nhóm");
        assertThat(designer(() -> outcomes.coverage(programmes.get(version)).leaves()))
                .as("headings are not counted")
                .hasSize(5);
        assertThat(ofYear(programme, "updated_on")).isEqualTo(TODAY.toString());
        assertThat(ofYear(programme, "employer_on")).isEqualTo(TODAY.toString());

        var next = designer(() -> programmes.copy(version));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> programmes.copy(version)))
                .withMessageContaining("đã có bản 2");
        var same = designer(() -> difference(version, next));
        assertThat(same.lines()).allMatch(Difference.Line::same);
        designer(() -> {
            var tree = outcomes.list(programmes.get(next));
            reword(next, tree.get(1).id(), "Làm được việc ở mức xuất sắc");
            var record = ProgrammeForm.of(programmes.get(next));
            programmes.edit(next, months(record, 36), record.seen());
            var last = modules.list(programmes.get(next)).getLast();
            modules.edit(
                    next,
                    last.id(),
                    new ModuleForm(
                            last.code(),
                            last.name(),
                            BigDecimal.valueOf(16),
                            110,
                            130,
                            10,
                            200,
                            false,
                            false,
                            false,
                            "",
                            ""),
                    ModuleForm.of(last).seen());
            outcomes.move(next, tree.get(2).id(), "UP");
            outcomes.remove(next, tree.getLast().id());
            outcomes.add(next, null, new OutcomeForm(OutcomeKind.KNOWLEDGE, "Chuẩn hoàn toàn mới", ""));
            outcomes.list(programmes.get(next)).stream()
                    .filter(it -> it.statement().startsWith("Số hoá"))
                    .forEach(it -> outcomes.listAlignments(programmes.get(next)).stream()
                            .filter(a -> a.outcomeId() == it.id())
                            .forEach(a -> outcomes.unalign(next, it.id(), a.id())));
        });
        var difference = designer(() -> difference(version, next));
        assertThat(Difference.KINDS).allMatch(it -> difference.count(it) > 0);
        assertThat(difference.lines())
                .filteredOn(it -> it.where().equals("Thời gian đào tạo"))
                .singleElement()
                .satisfies(it -> assertThat(it.words())
                        .containsExactly(
                                new Piece("30", Piece.Kind.REMOVED),
                                new Piece("36", Piece.Kind.ADDED),
                                new Piece("tháng", Piece.Kind.KEPT)));
        assertThat(difference.lines())
                .filteredOn(it -> it.kinds().contains("sửa số"))
                .singleElement()
                .satisfies(it -> assertThat(it.links().getFirst().words())
                        .isEqualTo("tín chỉ: 15 → 16; giờ lý thuyết: 100 → 110; giờ thực hành: 140 → 130"));
        assertThat(difference.lines().stream()
                        .flatMap(it -> it.links().stream())
                        .map(Piece::words)
                        .toList())
                .as("no machine's words")
                .noneMatch(it -> it.contains("TRUNG"))
                .anyMatch(it -> it.contains("(trùng khớp, bậc 3)"));
        assertThat(difference.lines().stream()
                        .filter(it -> it.where().startsWith("Chuẩn"))
                        .toList()
                        .get(2)
                        .words())
                .extracting(Piece::kind)
                .contains(Piece.Kind.KEPT, Piece.Kind.ADDED, Piece.Kind.REMOVED);
        publish(next, "13/QĐ-THU");
        assertThat(designer(() -> programmes.get(version).state())).isEqualTo(Stage.SUPERSEDED);
        assertThat(integrated(programme))
                .as("the new version is no longer integrated")
                .isEqualTo("NO");
        assertThat(designer(() -> followings.listCohorts(programme)))
                .as("learners stay on the version they began with")
                .singleElement()
                .satisfies(it -> assertThat(it.versionId()).isEqualTo(version));
        assertThatExceptionOfType(DataAccessException.class)
                .as("a known day is not moved")
                .isThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql(
                                        "update programme.integration set since = since - 9 where programme_id = :id")
                                .param("id", programme)
                                .update()));
        // the past is not tied to what came after it
        designer(() -> followings.openCohort(programme, TODAY.getYear() - 1, null));
        assertThat(designer(() -> followings.listCohorts(programme)).getLast().versionId())
                .isEqualTo(version);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> followings.openCohort(programme, TODAY.getYear() - 2, next)))
                .withMessageContaining("năm %d áp dụng bản 1".formatted(TODAY.getYear() - 2));
        designer(() -> followings.openCohort(programme, TODAY.getYear() + 1, null));
        assertThat(designer(() -> followings.listCohorts(programme)).getFirst().versionId())
                .isEqualTo(next);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> followings.withdrawCohort(programme, TODAY.getYear() - 1, "x")))
                .withMessageContaining("Ghi lý do");
        assertThatExceptionOfType(Refusal.class)
                .as("results hang on it")
                .isThrownBy(() -> designer(() -> followings.withdrawCohort(programme, TODAY.getYear(), "Ghi nhầm")))
                .withMessageContaining("đã có kết quả đạt chuẩn");
        designer(() -> followings.withdrawCohort(programme, TODAY.getYear() - 1, "Ghi nhầm năm"));
        assertThat(designer(() -> followings.listCohorts(programme))).hasSize(2);
        officer(() -> appraisals.check(next, true));
        assertThat(fact(programme, "tier")).isEqualTo("VERIFIED");
    }

    @Test
    void a_council_that_does_not_carry_it_sends_it_back_with_its_conclusion() {
        var version = full("Trượt", 3);
        seat(version);
        designer(() -> {
            appraisals.submit(version, TODAY);
            appraisals.conclude(version, minutes(version, 6, 3));
        });
        assertThat(designer(() -> programmes.get(version).state())).isEqualTo(Stage.RETURNED);
        assertThat(designer(() -> appraisals.listComments(programmes.get(version))))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.source()).isEqualTo(Comment.Source.COUNCIL);
                    assertThat(it.open()).isTrue();
                });
        var comment =
                designer(() -> appraisals.listComments(programmes.get(version)).getFirst());
        designer(() -> {
            appraisals.answer(version, comment.id(), Comment.Decision.TAKEN, "Đã viết lại như đã bàn");
            appraisals.submit(version, TODAY);
            appraisals.conclude(version, minutes(version, 7, 7));
        });
        assertThat(designer(() -> appraisals.listMinutes(programmes.get(version))))
                .as("the first meeting is kept beside the second")
                .satisfiesExactly(
                        first -> {
                            assertThat(first.number()).isEqualTo(1);
                            assertThat(first.inFavour()).isEqualTo(3);
                            assertThat(first.carried()).isFalse();
                            assertThat(first.absent()).isEqualTo("G H I");
                        },
                        second -> {
                            assertThat(second.number()).isEqualTo(2);
                            assertThat(second.inFavour()).isEqualTo(7);
                            assertThat(second.carried()).isTrue();
                        });
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql("update programme.minutes set in_favour = 6 where version_id = :id")
                                .param("id", version)
                                .update()));
    }

    @Test
    void nobody_sits_twice_nor_over_what_they_wrote() {
        var version = full("Ghế", 3);
        by("Đỗ Người Viết", List.of("PROGRAMME_VIEW", "PROGRAMME_EDIT"), () -> modules.add(version, module("MĐ05", 1)));
        designer(() -> {
            var it = modules.list(programmes.get(version)).getLast();
            modules.remove(version, it.id());
            appraisals.submit(version, TODAY);
        });
        seat(version);
        for (var again : List.of("a b c", "A  B C", "Ạ B C")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> designer(
                            () -> appraisals.addMember(version, member(again, Member.Post.MEMBER, true, false, false))))
                    .withMessageContaining("Hội đồng đã có A B C, Nơi khác.");
        }
        designer(() -> appraisals.addMember(
                version,
                new NewMember("a b c", "Công ty X", "", Member.Post.MEMBER, false, true, false, "THAC_SI", 9)));
        assertThat(designer(() -> appraisals.council(programmes.get(version)).faults()))
                .as("two people of one name")
                .isEmpty();
        designer(() -> {
            var council = appraisals.council(programmes.get(version)).members();
            appraisals.removeMember(version, council.getFirst().id());
            appraisals.addMember(version, member("đỗ người viết", Member.Post.CHAIR, true, false, false));
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.conclude(version, minutes(version, 7, 7))))
                .withMessageContaining("Người biên soạn không tham gia hội đồng; chưa đúng: đỗ người viết (ngày "
                        + Vi.day(TODAY) + " đã ghi vào chương trình: Bản 1. Thêm MĐ05");
    }

    @Test
    void a_teacher_drafts_and_hands_in_what_is_theirs_and_decides_nothing() {
        var version = full("Nhà giáo", 3);
        var teacher = List.of("PROGRAMME_VIEW", "PROGRAMME_EDIT");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> by("Nhà Giáo Lạ", teacher, () -> appraisals.submit(version, TODAY)))
                .withMessageContaining("không có tên trong tổ biên soạn");
        by("người soạn", teacher, () -> appraisals.submit(version, TODAY));
        for (var deed : List.<Runnable>of(
                () -> appraisals.addMember(version, member("A B C", Member.Post.CHAIR, true, false, false)),
                () -> appraisals.removeMember(version, 1),
                () -> appraisals.conclude(version, new NewMinutes("7/QĐ", TODAY, List.of(), 7, "Đạt yêu cầu")))) {
            assertThatExceptionOfType(AuthorizationDeniedException.class)
                    .isThrownBy(() -> by("người soạn", teacher, deed));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.addDrafter(version, "Người Sau", "")))
                .withMessageContaining("người biên soạn đã ghi thì giữ nguyên");
    }

    @Test
    void papers_are_dated_between_the_draft_and_today() {
        var version = full("Ngày", 3);
        for (var day : List.of(LocalDate.of(1900, 1, 1), TODAY.minusDays(1))) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> designer(() -> appraisals.submit(version, day)))
                    .withMessageContaining("trước ngày lập bản 1");
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> appraisals.submit(version, TODAY.plusDays(1))))
                .withMessageContaining("không ở tương lai");
    }

    @Test
    void an_occupation_has_the_level_of_the_programme_and_no_licence_is_told_with_its_law() {
        var good = form("Mã");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> programmes.begin(new ProgrammeForm(
                        "CAO_DANG",
                        good.name(),
                        "",
                        "",
                        "5210207",
                        Mode.CHINH_QUY,
                        Method.MO_DUN,
                        null,
                        "",
                        null,
                        null,
                        null,
                        "",
                        ""))))
                .withMessageContaining("Mã 5210207 không thuộc trình độ cao đẳng");
        var bare = designer(() -> programmes.begin(new ProgrammeForm(
                "CAO_DANG",
                good.name(),
                "",
                "",
                "",
                Mode.CHINH_QUY,
                Method.MO_DUN,
                null,
                "",
                null,
                null,
                12,
                "",
                "Làm nghề.")));
        assertThat(designer(() -> appraisals.lacks(programmes.get(bare))))
                .extracting(Appraisals.Lack::sentence)
                .contains("Thiếu số giờ, đối tượng tuyển sinh.", "Chưa ghi người biên soạn nào.")
                .anyMatch(it -> it.startsWith("Chưa gắn giấy chứng nhận đăng ký hoạt động (NĐ 143/2016"));
        var version = full("Không giấy", 3);
        assertThat(designer(() -> appraisals.remarks(programmes.get(version))))
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).contains("NĐ 143/2016", "Thử, không có giấy"));
    }

    @Test
    void what_goes_out_comes_back_as_no_change_in_both_forms() {
        var version = full("Tệp", 3);
        var it = designer(() -> programmes.get(version));
        var json = designer(() -> JsonMapper.shared().writeValueAsBytes(files.casePackage(it, "http://localhost")));
        for (var file : List.of(designer(() -> files.sheet(it)), json)) {
            var reading = designer(() -> files.read(version, file));
            assertThat(reading.faults()).isEmpty();
            assertThat(reading.changes()).isEmpty();
            assertThat(reading.modules()).isEqualTo(4);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> designer(() -> files.keep(version, reading.sha256(), reading.seen())))
                    .withMessageContaining("0 thay đổi");
        }
        // a whole programme comes into an empty one, but under identifiers of its own
        var sheet = designer(() -> files.sheet(it));
        var other = designer(() -> programmes.begin(form("Đích")));
        assertThat(designer(() -> files.read(other, sheet)).faults())
                .hasSize(4 + designer(() -> outcomes.list(it)).size())
                .allMatch(said -> said.startsWith("Dòng ") && said.contains("là của chương trình khác"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> files.read(other, json)))
                .withMessageContaining("không phải của chương trình này");
        var bare = withoutIdentifiers(sheet);
        designer(() -> {
            var reading = files.read(other, bare);
            files.keep(other, reading.sha256(), reading.seen());
        });
        assertThat(designer(() -> said(files.content(programmes.get(other)))))
                .isEqualTo(designer(() -> said(files.content(it))));
        assertThat(designer(() -> programmes.get(other).integrated())).isTrue();
        var framework = officer(() -> frameworks.list().stream()
                .filter(one -> one.code().equals("NLS-NH") && one.validTo() == null)
                .findFirst()
                .orElseThrow());
        var foreign = json(framework);
        assertThatExceptionOfType(Refusal.class)
                .as("a framework is no programme")
                .isThrownBy(() -> designer(() -> files.read(version, foreign)))
                .withMessageContaining("không phải của chương trình này");
        var root = JsonMapper.shared().readTree(json);
        assertThat(root.path("CFItems"))
                .allSatisfy(one -> assertThat(one.has("identifier")
                                && one.has("uri")
                                && one.has("fullStatement")
                                && one.has("lastChangeDateTime"))
                        .isTrue());
    }

    private static byte[] withoutIdentifiers(byte[] sheet) {
        var lines = Lists.read(sheet).stream()
                .map(it -> it.cells())
                .filter(it -> it.size() > 5)
                .toList();
        return Spreadsheets.xlsx(
                "x",
                lines.getFirst().stream().limit(18).toList(),
                lines.stream()
                        .skip(1)
                        .map(it -> java.util.stream.Stream.concat(
                                        it.stream(), java.util.stream.Stream.generate(() -> ""))
                                .limit(18)
                                .toList())
                        .toList(),
                Map.of());
    }

    private static List<String> said(Content it) {
        return java.util.stream.Stream.concat(
                        it.modules().stream().map(Content.Unit::said),
                        it.outcomes().stream().map(one -> one.code() + one.said() + one.joined()))
                .toList();
    }

    @Test
    void a_file_speaks_as_the_screen_does() {
        var version = designer(() -> programmes.begin(form("Lời")));
        var headers = List.of("Loại", "Mã", "Nội dung", "Nhóm", "Lý thuyết", "Dạy trong", "Năng lực số");
        var file = Spreadsheets.xlsx(
                "x",
                headers,
                List.of(
                        List.of("Môn học", "MH01", "Môn một", "", "10", "", ""),
                        List.of("mon", "MĐ02", "Môn hai", "", "10", "", ""),
                        List.of("Chuẩn", "1", "Chuẩn thứ nhất", "kỹ năng", "", "mh01; md02", "1.1 trùng khớp 3"),
                        List.of(
                                "CHUAN",
                                "2",
                                "Chuẩn thứ hai",
                                "Nang luc so",
                                "",
                                "mđ02",
                                "1.2 một phần 2; 2.4 LIEN QUAN 1; nls-nh:4.2 là một phần 3")),
                Map.of());
        var reading = designer(() -> files.read(version, file));
        assertThat(reading.faults()).isEmpty();
        designer(() -> files.keep(version, reading.sha256(), reading.seen()));
        assertThat(designer(() -> files.content(programmes.get(version))).outcomes())
                .satisfiesExactly(
                        one -> {
                            assertThat(one.kind()).isEqualTo(OutcomeKind.SKILL);
                            assertThat(one.taughtIn()).containsExactly("MH01", "MĐ02");
                            assertThat(one.links().getFirst().relation()).isEqualTo(Relation.EXACT);
                        },
                        two -> {
                            assertThat(two.kind()).isEqualTo(OutcomeKind.DIGITAL);
                            assertThat(two.taughtIn()).containsExactly("MĐ02");
                            assertThat(two.links())
                                    .extracting(Content.Link::relation)
                                    .containsExactly(Relation.PART, Relation.RELATED, Relation.PART);
                        });
        var renamed = Spreadsheets.xlsx(
                "x", List.of("Loại", "Mã số", "Lời", "Nhóm"), List.of(List.of("MON", "M1", "Môn", "")), Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> files.read(version, renamed)))
                .withMessage("Dòng tiêu đề thiếu cột Mã, Nội dung; đặt lại đúng tên như trong tệp mẫu.");
    }

    @Test
    void a_file_is_written_only_over_what_it_was_shown_against() {
        var version = full("Xem", 3);
        var sheet = designer(() -> files.sheet(programmes.get(version)));
        designer(() -> outcomes.add(version, null, new OutcomeForm(OutcomeKind.SKILL, "Chuẩn mới ghi", "")));
        var shown = designer(() -> files.read(version, sheet));
        assertThat(shown.changes())
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(Change.Kind.REMOVED));
        designer(() -> modules.add(version, module("TMP1", 1)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> files.keep(version, shown.sha256(), shown.seen())))
                .withMessageContaining("đã đổi sau khi xem");
        var again = designer(() -> files.reread(version, shown.sha256()));
        assertThat(again.changes())
                .as("now it is told")
                .anyMatch(it -> it.where().equals("TMP1"));
        designer(() -> files.keep(version, again.sha256(), again.seen()));
        assertThat(designer(() -> modules.list(programmes.get(version)))).hasSize(4);
    }

    @Test
    void who_saves_over_the_words_of_another_is_told_them_first() {
        var version = full("Hai người", 3);
        var record = ProgrammeForm.of(designer(() -> programmes.get(version)));
        designer(() -> programmes.edit(version, goal(record, "Mục tiêu của người kia."), record.seen()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        designer(() -> programmes.edit(version, goal(record, "Mục tiêu của tôi."), record.seen())))
                .withMessageContaining("người khác đã ghi")
                .withMessageContaining("Mục tiêu: nay là “Mục tiêu của người kia.”");
        designer(() -> programmes.edit(
                version,
                goal(record, "Mục tiêu của tôi."),
                ProgrammeForm.of(programmes.get(version)).seen()));
        assertThat(designer(() -> programmes.get(version).goal())).isEqualTo("Mục tiêu của tôi.");

        var module = designer(() -> modules.list(programmes.get(version)).getFirst());
        var form = ModuleForm.of(module);
        designer(() -> modules.edit(version, module.id(), module("MĐ71", 9), form.seen()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> modules.edit(version, module.id(), module("MĐ72", 15), form.seen())))
                .withMessageContaining("Mã: nay là “MĐ71”")
                .withMessageContaining("Số tín chỉ: nay là “9”");

        var outcome = designer(() -> outcomes.list(programmes.get(version)).get(1));
        var wording = designer(() -> outcomes.wording(programmes.get(version), outcome.id()));
        designer(() -> {
            reword(version, outcome.id(), "Lời của người kia");
            teach(version, outcome.id(), List.of(), List.of(module.id()));
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> outcomes.edit(
                        version,
                        outcome.id(),
                        Wording.of(
                                new OutcomeForm(OutcomeKind.SKILL, "Lời của tôi", ""),
                                wording.taughtIn(),
                                wording.assessedIn()),
                        wording.seen())))
                .withMessageContaining("Lời của chuẩn: nay là “Lời của người kia”")
                .withMessageContaining("Môn học, mô-đun: nay là “MĐ71 đánh giá”");
    }

    private Difference difference(long before, long after) {
        var was = programmes.get(before);
        var is = programmes.get(after);
        return Difference.of(was, files.content(was), is, files.content(is));
    }

    private static ProgrammeForm months(ProgrammeForm it, int months) {
        return new ProgrammeForm(
                it.level(),
                it.name(),
                it.english(),
                it.occupationOnPaper(),
                it.occupationCode(),
                it.mode(),
                it.method(),
                it.licenceLineId(),
                it.licenceNote(),
                it.hours(),
                it.credits(),
                months,
                it.admission(),
                it.goal());
    }

    private static ProgrammeForm goal(ProgrammeForm it, String goal) {
        return new ProgrammeForm(
                it.level(),
                it.name(),
                it.english(),
                it.occupationOnPaper(),
                it.occupationCode(),
                it.mode(),
                it.method(),
                it.licenceLineId(),
                it.licenceNote(),
                it.hours(),
                it.credits(),
                it.months(),
                it.admission(),
                goal);
    }

    @Test
    void all_that_is_wrong_in_a_file_is_told_by_row_and_column() {
        var version = designer(() -> programmes.begin(form("Sai")));
        var headers = List.of(
                "Loại",
                "Mã",
                "Nội dung",
                "Nhóm",
                "Tín chỉ",
                "Lý thuyết",
                "Giờ cơ hữu",
                "LMS",
                "Dạy trong",
                "Năng lực số");
        var file = Spreadsheets.xlsx(
                "x",
                headers,
                List.of(
                        List.of("MON", "M1", "Môn một", "", "ba", "10", "11", "có", "", ""),
                        List.of("MON", "m1", "Môn hai", "", "2", "x", "0", "", "", ""),
                        List.of(
                                "CHUAN",
                                "1",
                                "Chuẩn thứ nhất",
                                "KHAC",
                                "",
                                "",
                                "",
                                "",
                                "M9",
                                "1.1 TRUNG 12; 9.9 TRUNG 1; NLS-NG/2026:1.1 TRUNG 1; abc"),
                        List.of("CHUAN", "3", "Chuẩn thứ ba", "KY_NANG", "", "", "", "", "", "1 GAN 3"),
                        List.of("CHUAN", "2.1", "Chuẩn mồ côi", "KY_NANG", "", "", "", "", "", ""),
                        List.of("HOC", "", "", "", "", "", "", "", "", "")),
                Map.of());
        var faults = designer(() -> files.read(version, file)).faults();
        assertThat(String.join("\n", faults))
                .contains(
                        "Dòng 2, cột Tín chỉ",
                        "Dòng 2, cột LMS",
                        "Dòng 3, cột Lý thuyết",
                        "Dòng 4, cột Nhóm",
                        "không có bậc “12”",
                        "không có năng lực “9.9”",
                        "“1.1” ghi là mục của NLS-NG, không phải khung của người học",
                        "“abc” cần mã, liên hệ và bậc",
                        "liên hệ “GAN”",
                        "Dòng 7, cột Loại",
                        "ghi 11 giờ do nhà giáo cơ hữu dạy",
                        "Dòng 3 (môn học m1): mã m1 đã dùng",
                        "không có môn học, mô-đun mã “M9”",
                        "mã phải liền nhau",
                        "không có chuẩn 2 ở trên");
        assertThat(designer(() -> programmes.total(version).modules()))
                .as("nothing is written")
                .isZero();
        for (var wrong : List.of("{\"a\":", "{\"a\":1}", "a;b\n1;2")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> designer(() -> files.read(version, wrong.getBytes(StandardCharsets.UTF_8))));
        }
        var circle = """
                {"CFDocument":{},"CFItems":[
                 {"identifier":"00000000-0000-0000-0000-000000000001","fullStatement":"Chuẩn A nào đó","CFItemType":"SKILL","humanCodingScheme":"1"},
                 {"identifier":"00000000-0000-0000-0000-000000000002","fullStatement":"Chuẩn B nào đó","CFItemType":"SKILL","humanCodingScheme":"1.1"}],
                 "CFAssociations":[
                 {"associationType":"isChildOf","originNodeURI":{"identifier":"00000000-0000-0000-0000-000000000001"},"destinationNodeURI":{"identifier":"00000000-0000-0000-0000-000000000002"}},
                 {"associationType":"isChildOf","originNodeURI":{"identifier":"00000000-0000-0000-0000-000000000002"},"destinationNodeURI":{"identifier":"00000000-0000-0000-0000-000000000001"}}]}
                """;
        assertThat(designer(() -> files.read(version, circle.getBytes(StandardCharsets.UTF_8)))
                        .faults())
                .anyMatch(it -> it.contains("nằm dưới chính nó"));
    }

    @Test
    void a_file_by_machine_is_held_to_the_same_ranges_as_the_screen() {
        var version = designer(() -> programmes.begin(form("Máy")));
        var hostile = """
                {"CFDocument":{},"CFItems":[
                 {"identifier":"không","fullStatement":"%s","CFItemType":"Module","humanCodingScheme":"%s",
                  "extensions":{"credits":1e999999,"theory":-5,"practice":2.5,"exam":99999999999,"ownHours":"x","textbook":"%s"}},
                 {"identifier":"00000000-0000-0000-0000-000000000003","fullStatement":"Môn thường","CFItemType":"Module","humanCodingScheme":"M2",
                  "extensions":{"credits":61.25,"theory":9000}},
                 {"identifier":"00000000-0000-0000-0000-000000000001","fullStatement":"%s","CFItemType":"SKILL","humanCodingScheme":"1",
                  "extensions":{"hours":-3}}],
                 "CFAssociations":[]}
                """.formatted("t".repeat(5000), "m".repeat(10_000), "g".repeat(301), "s".repeat(1001));
        var faults = designer(() -> files.read(version, hostile.getBytes(StandardCharsets.UTF_8)))
                .faults();
        assertThat(String.join("\n", faults))
                .contains(
                        "“không” không phải UUID",
                        "credits cần một số",
                        "practice cần số nguyên, tệp ghi “2.5”",
                        "exam cần số nguyên",
                        "ownHours cần số nguyên",
                        "Mã dài từ 1 đến 20",
                        "Tên dài từ 2 đến 200",
                        "từ 0 đến 2.000",
                        "Giáo trình dài tối đa 300",
                        "Môn học M2: Số tín chỉ từ 0 đến 60",
                        "Môn học M2: Số tín chỉ có tối đa một chữ số lẻ",
                        "Lời của chuẩn đầu ra dài từ 5 đến 1.000",
                        "bạn đã nhập “-3”");
        assertThat(faults).as("no sentence carries the whole text").allMatch(it -> it.length() < 400);
        var chain = new StringBuilder("{\"CFDocument\":{},\"CFItems\":[");
        var hangs = new StringBuilder();
        for (var i = 1; i <= 6000; i++) {
            chain.append(i == 1 ? "" : ",")
                    .append("{\"identifier\":\"00000000-0000-0000-0000-%012d\",\"CFItemType\":\"SKILL\",".formatted(i))
                    .append("\"fullStatement\":\"Chuẩn sâu\"}");
            if (i > 1) {
                hangs.append(i == 2 ? "" : ",")
                        .append("{\"associationType\":\"isChildOf\",\"originNodeURI\":{\"identifier\":")
                        .append("\"00000000-0000-0000-0000-%012d\"},".formatted(i))
                        .append("\"destinationNodeURI\":{\"identifier\":\"00000000-0000-0000-0000-%012d\"}}"
                                .formatted(i - 1));
            }
        }
        chain.append("],\"CFAssociations\":[").append(hangs).append("]}");
        assertThat(designer(() -> files.read(version, chain.toString().getBytes(StandardCharsets.UTF_8)))
                        .faults())
                .as("a tree as deep as a well")
                .containsExactly("Tệp có 5.994 chuẩn nằm sâu hơn 6 bậc; sửa isChildOf.");
        for (var wrong : List.of("{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}", "{\"a\":" + "9".repeat(5000))) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> designer(() -> files.read(version, wrong.getBytes(StandardCharsets.UTF_8))))
                    .withMessageContaining("không phải JSON đọc được");
        }
    }

    @Test
    void the_rule_is_data_from_a_day_on() {
        var version = full("Quy tắc", 3);
        publish(version, "14/QĐ-THU");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> integrations.set(
                        new NewRule(true, true, TODAY.minusDays(1), "", Map.of("CAO_DANG", new NewRule.Asked(9, 99))))))
                .withMessageContaining("từ hôm nay")
                .withMessageContaining("căn cứ")
                .withMessageContaining("số miền từ 1 đến 6")
                .withMessageContaining("bậc từ 1 đến 8");
        var before = integrations.rule();
        officer(() -> integrations.set(new NewRule(
                true,
                true,
                TODAY.plusDays(30),
                "Đề nghị của Phòng GDNN",
                Map.of("CAO_DANG", new NewRule.Asked(6, 8)))));
        assertThat(integrations.rule().number()).as("not before its day").isEqualTo(before.number());
        assertThat(integrations.listRules().getFirst().number()).isEqualTo(before.number() + 1);
        Scope.system().run(integrations::refreshAll);
        assertThat(designer(() -> programmes.get(version).integrated())).isTrue();
    }

    @Test
    void what_hangs_on_an_old_framework_moves_to_what_takes_its_place() {
        var version = full("Treo", 3);
        var both = designer(() -> outcomes.list(programmes.get(version)).stream()
                .filter(it -> it.statement().endsWith("2.4"))
                .findFirst()
                .orElseThrow()
                .id());
        designer(() -> outcomes.align(version, both, item("NLS-NH", "4.2"), Relation.EXACT, "5"));
        publish(version, "15/QĐ-THU");
        var waiting = full("Còn treo", 3);
        var own = officer(() -> frameworks.list().stream()
                .filter(it -> it.code().equals("NLS-NH") && it.validTo() == null)
                .findFirst()
                .orElseThrow());
        var file = new String(json(own), StandardCharsets.UTF_8)
                .replace("\"version\":\"" + own.version() + "\"", "\"version\":\"2027\"");
        var before = verdict(version);
        assertThat(before.integrated()).isTrue();
        officer(() -> {
            var sha256 = frameworks.read(file.getBytes(StandardCharsets.UTF_8)).sha256();
            var draft = keepFramework(file, sha256);
            frameworks.choose(draft, "1.2", "");
            frameworks.choose(draft, "2.4", "4.2");
            assertThatExceptionOfType(Refusal.class)
                    .as("a domain takes the place of no component")
                    .isThrownBy(() -> frameworks.choose(draft, "2.4", "1"))
                    .withMessageContaining("Miền 1 không thay được cho năng lực 2.4");
            assertThatExceptionOfType(Refusal.class)
                    .as("nobody puts it to use who has not seen what hangs on the one before")
                    .isThrownBy(() -> frameworks.activate(draft, TODAY.plusDays(1), false))
                    .withMessageContaining("đang gắn với bản " + own.version())
                    .withMessageContaining("đánh dấu đã xem");
            var bound = programmesBound.list(own.id(), draft, 1);
            assertThat(bound.rows())
                    .as("each programme is told with what is proposed for it")
                    .filteredOn(it -> it.address()
                            .equals("/programmes/" + programmes.get(version).programmeId()))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.links()).isEqualTo(4);
                        assertThat(it.same()).isEqualTo(2);
                        assertThat(it.proposed()).isEqualTo(1);
                        assertThat(it.none()).isEqualTo(1);
                    });
            assertThat(programmesBound.weigh(own.id(), draft).links())
                    .isEqualTo(bound.rows().stream().mapToLong(it -> it.links()).sum());
            assertThat(programmesBound.links(own.id())).containsKey(old(own.id(), "4.2"));
            frameworks.activate(draft, TODAY.plusDays(1), true);
        });
        Scope.system().run(integrations::refreshAll);
        var after = verdict(version);
        assertThat(after.domains())
                .as("a new version of the framework changes nothing of what was built on the one before")
                .isEqualTo(before.domains());
        assertThat(after.integrated()).isTrue();
        assertThat(after.frame().version()).isEqualTo(own.version());
        assertThat(after.old())
                .singleElement()
                .satisfies(it -> assertThat(it.said())
                        .isEqualTo("4 liên kết còn treo trên bản %s của khung".formatted(own.version())));
        assertThat(designer(() -> programmes.get(version).integrated()))
                .as("the lists say what the page says")
                .isTrue();
        assertThat(integrated(designer(() -> programmes.get(version).programmeId())))
                .as("and the figure does not fall overnight")
                .isEqualTo("YES");
        assertThat(designer(() -> outcomes.coverage(programmes.get(version)).covered()))
                .isEqualTo(3);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> {
                    var draft = full("Rút", 0);
                    designer(() -> outcomes.align(
                            draft,
                            outcomes.list(programmes.get(draft)).getLast().id(),
                            old(own.id(), "1.1"),
                            Relation.EXACT,
                            "3"));
                })
                .withMessageContaining("đã hết dùng");
        assertThatExceptionOfType(Refusal.class)
                .as("nothing is handed in that rests on what was withdrawn")
                .isThrownBy(() -> designer(() -> appraisals.submit(waiting, TODAY)))
                .withMessageContaining("Chuẩn 2.1 gắn với 1.2")
                .withMessageContaining("đã hết dùng; bỏ liên kết này hoặc gắn năng lực thay thế");
        var hanging = designer(() -> integrations.listHanging(1).rows()).stream()
                .filter(it -> it.versionId() == version)
                .toList();
        assertThat(hanging).hasSize(4);
        assertThat(hanging).filteredOn(it -> !it.movable()).singleElement().satisfies(it -> {
            assertThat(it.itemCode()).isEqualTo("1.2");
            assertThat(it.advice()).contains("lập bản mới");
            assertThat(it.place()).isEqualTo("/programmes/versions/" + version);
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> designer(() -> integrations.rehang(List.of())))
                .withMessageContaining("Không có liên kết nào chuyển được");
        assertThat(designer(() -> integrations.rehang(hanging.stream()
                        .filter(it -> it.outcomeId() == both)
                        .map(it -> it.id())
                        .toList())))
                .as("two items of one outcome with one successor become one alignment, the higher")
                .isEqualTo(1);
        assertThat(designer(() -> outcomes.listAlignments(programmes.get(version))))
                .filteredOn(it -> it.outcomeId() == both && it.itemCode().equals("4.2"))
                .singleElement()
                .satisfies(it -> assertThat(it.levelCode()).isEqualTo("5"));
        designer(() -> integrations.rehang(null));
        assertThat(designer(() -> integrations.listHanging(1).rows()).stream().filter(it -> it.versionId() == version))
                .as("what has nothing in its place stays listed")
                .hasSize(1);
        assertThat(designer(() -> outcomes.coverage(programmes.get(version)).covered()))
                .isEqualTo(1);
        var moved = verdict(version);
        assertThat(moved.frame().inUse())
                .as("whoever moves on is held against the new one")
                .isTrue();
        assertThat(moved.integrated())
                .isEqualTo(designer(() -> programmes.get(version).integrated()));
        assertThat(moved.met()).isEqualTo(1);
    }

    @Test
    void a_word_as_long_as_a_page_is_broken_and_nobody_signs_an_empty_page() throws Exception {
        var version = full("Giấy", 3);
        designer(() -> {
            outcomes.add(version, null, new OutcomeForm(OutcomeKind.SKILL, "w".repeat(1000), ""));
            modules.add(
                    version,
                    new ModuleForm(
                            "MĐ77",
                            "n".repeat(200),
                            BigDecimal.ONE,
                            1,
                            1,
                            0,
                            0,
                            false,
                            false,
                            false,
                            "g".repeat(300),
                            ""));
        });
        var pdf = designer(() -> papers.paper(version).getBody());
        try (var document = Loader.loadPDF(Objects.requireNonNull(pdf))) {
            var farthest = new float[1];
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    farthest[0] = Math.max(farthest[0], text.getXDirAdj() + text.getWidthDirAdj());
                    super.processTextPosition(text);
                }
            };
            assertThat(stripper.getText(document).replaceAll("\\s", ""))
                    .as("no letter is lost")
                    .contains("w".repeat(1000), "n".repeat(200), "g".repeat(300));
            assertThat(farthest[0]).isLessThan(document.getPage(0).getMediaBox().getWidth() - 30);
            stripper.setStartPage(document.getNumberOfPages());
            assertThat(stripper.getText(document)).contains("HIỆU TRƯỞNG", "Chương trình có 6 chuẩn đầu ra");
        }
    }

    @Test
    void two_who_press_at_once_make_one_version_and_one_rule() throws Exception {
        var version = full("Hai lần", 3);
        publish(version, "17/QĐ-THU");
        var day = integrations.listRules().getFirst().validFrom().plusDays(40);
        var from = day.isBefore(TODAY) ? TODAY.plusDays(40) : day;
        var rules = integrations.listRules().size();
        Callable<String> copy = () -> refused(() -> designer(() -> programmes.copy(version)));
        Callable<String> rule = () -> refused(() -> officer(() -> integrations.set(
                new NewRule(true, true, from, "Đề nghị của Phòng GDNN", Map.of("CAO_DANG", new NewRule.Asked(3, 3))))));
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var deed : List.of(copy, rule)) {
                var said = new ArrayList<String>();
                for (var it : pool.invokeAll(java.util.Collections.nCopies(4, deed))) {
                    said.add(it.get());
                }
                assertThat(said).as("one is done, the others are told why not").containsOnlyOnce("");
            }
        }
        assertThat(integrations.listRules()).hasSize(rules + 1);
    }

    private static String refused(Runnable deed) {
        try {
            deed.run();
            return "";
        } catch (Refusal refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void another_college_neither_reads_a_draft_nor_writes() {
        var version = full("Riêng", 3);
        var other = college("TDC");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> in(other, List.of("PROGRAMME_VIEW", "PROGRAMME_EDIT"), () -> programmes.get(version)));
        var scope = new Scope(Scope.Reach.COLLEGE, other, null, null, null, "Trường khác");
        assertThat(scope.get(() -> jdbc.sql("select count(*) from programme.outcome where version_id = :id")
                        .param("id", version)
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(scope.get(() -> jdbc.sql("update programme.version set name = 'Chiếm' where id = :id")
                        .param("id", version)
                        .update()))
                .isZero();
        assertThat(new Scope(Scope.Reach.PUBLIC, null, null, null, null, "Khách")
                        .get(() -> jdbc.sql("select count(*) from programme.version where id = :id")
                                .param("id", version)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    private vn.lanhnghe.programme.integration.Verdict verdict(long version) {
        return designer(
                () -> integrations.verdict(version, programmes.get(version).level()));
    }

    private byte[] json(vn.lanhnghe.framework.Framework it) {
        var content = officer(() -> frameworks.content(it));
        var items = content.items().stream()
                .map(one -> Map.of(
                        "identifier", one.identifier().toString(),
                        "humanCodingScheme", one.code(),
                        "fullStatement", one.name(),
                        "alternativeLabel", one.english(),
                        "CFItemType", one.parentCode() == null ? "Domain" : "Competency"))
                .toList();
        var identifiers = new java.util.HashMap<String, String>();
        content.items()
                .forEach(one -> identifiers.put(one.code(), one.identifier().toString()));
        var associations = content.items().stream()
                .filter(one -> one.parentCode() != null)
                .map(one -> Map.of(
                        "associationType", "isChildOf",
                        "originNodeURI", Map.of("identifier", one.identifier().toString()),
                        "destinationNodeURI",
                                Map.of("identifier", Objects.requireNonNull(identifiers.get(one.parentCode())))))
                .toList();
        var levels = content.levels().stream()
                .map(one -> Map.of(
                        "quality",
                        one.name(),
                        "description",
                        one.english(),
                        "extensions",
                        Map.of("code", one.code(), "band", one.band())))
                .toList();
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "CFDocument",
                        Map.of(
                                "identifier", content.identifier().toString(),
                                "title", content.title(),
                                "creator", content.creator(),
                                "version", content.version(),
                                "extensions",
                                        Map.of(
                                                "code",
                                                content.code(),
                                                "audience",
                                                "LEARNER",
                                                "englishTitle",
                                                content.english())),
                        "CFItems",
                        items,
                        "CFAssociations",
                        associations,
                        "CFRubrics",
                        List.of(Map.of("CFRubricCriteria", List.of(Map.of("CFRubricCriterionLevels", levels))))));
    }

    private long keepFramework(String file, String sha256) {
        // a version that says the same but for its number has no change to write; one name tells them apart
        var changed = file.replace("Bảo vệ thiết bị", "Bảo vệ thiết bị số");
        return frameworks.keep(
                changed.equals(file)
                        ? sha256
                        : frameworks
                                .read(changed.getBytes(StandardCharsets.UTF_8))
                                .sha256());
    }

    /** A programme that lacks nothing, with three digital outcomes at the level; none aligned for level 0. */
    private long full(String name, int level) {
        return designer(() -> {
            var version = programmes.begin(form(name));
            for (var i = 1; i <= 4; i++) {
                modules.add(version, module("MĐ0" + i, 15));
            }
            appraisals.addDrafter(version, "Người Soạn", "");
            var all = modules.list(programmes.get(version));
            var skills = outcomes.add(version, null, new OutcomeForm(OutcomeKind.SKILL, "Kỹ năng nghề", ""));
            for (var words : List.of("Làm được việc thứ nhất", "Làm được việc thứ hai")) {
                var one = outcomes.add(version, skills, new OutcomeForm(OutcomeKind.SKILL, words, "30"));
                teach(version, one, List.of(all.get(0).id()), List.of(all.get(0).id()));
            }
            var components = List.of("1.2", "2.4", "4.2");
            var digital = outcomes.add(version, null, new OutcomeForm(OutcomeKind.DIGITAL, "Năng lực số", ""));
            for (var component : components) {
                var one = outcomes.add(
                        version, digital, new OutcomeForm(OutcomeKind.DIGITAL, "Số hoá việc " + component, ""));
                teach(version, one, List.of(all.get(3).id()), List.of(all.get(3).id()));
                if (level > 0) {
                    outcomes.align(version, one, item("NLS-NH", component), Relation.EXACT, String.valueOf(level));
                }
            }
            return version;
        });
    }

    private void reword(long version, long outcome, String words) {
        var now = outcomes.wording(programmes.get(version), outcome);
        outcomes.edit(
                version,
                outcome,
                Wording.of(new OutcomeForm(OutcomeKind.SKILL, words, ""), now.taughtIn(), now.assessedIn()),
                now.seen());
    }

    private void teach(long version, long outcome, List<Long> taughtIn, List<Long> assessedIn) {
        var now = outcomes.wording(programmes.get(version), outcome);
        outcomes.edit(version, outcome, Wording.of(now.form(), taughtIn, assessedIn), now.seen());
    }

    private void publish(long version, String decision) {
        seat(version);
        designer(() -> {
            if (appraisals.council(programmes.get(version)).drafters().isEmpty()) {
                appraisals.addDrafter(version, "Người Soạn", "");
            }
            var it = programmes.get(version);
            var all = modules.list(it);
            for (var one : outcomes.list(it)) {
                teach(
                        version,
                        one.id(),
                        List.of(all.getFirst().id()),
                        List.of(all.getFirst().id()));
            }
            appraisals.submit(version, TODAY);
            appraisals.conclude(version, minutes(version, 7, 7));
        });
        head(() -> appraisals.publish(version, decision, TODAY));
    }

    private void seat(long version) {
        designer(() -> List.of(
                        member("A B C", Member.Post.CHAIR, true, false, false),
                        member("B C D", Member.Post.DEPUTY, true, false, false),
                        member("C D E", Member.Post.SECRETARY, true, false, false),
                        member("D E F", Member.Post.REVIEWER, false, true, false),
                        member("E F G", Member.Post.REVIEWER, false, true, false),
                        member("F G H", Member.Post.MEMBER, false, true, true),
                        member("G H I", Member.Post.MEMBER, false, false, false))
                .forEach(it -> appraisals.addMember(version, it)));
    }

    /** Of a meeting to which the first so many came. */
    private NewMinutes minutes(long version, int present, int inFavour) {
        var members = designer(() -> appraisals.council(programmes.get(version)).members());
        return new NewMinutes(
                "7/QĐ",
                TODAY,
                members.stream().limit(present).map(Member::id).toList(),
                inFavour,
                "Đạt yêu cầu, hoặc cần viết lại như đã bàn.");
    }

    private List<String> told(long programme) {
        return Scope.system()
                .get(() -> jdbc.sql(
                                "select distinct kind from audit.act where subject = 'programme' and subject_id = :id")
                        .param("id", programme)
                        .query(String.class)
                        .list());
    }

    private static NewMember member(String name, Member.Post post, boolean teacher, boolean outside, boolean state) {
        return new NewMember(name, "Nơi khác", "", post, teacher, outside, state, "THAC_SI", 10);
    }

    private static ModuleForm module(String code, int credits) {
        return new ModuleForm(
                code,
                "Mô-đun " + code,
                BigDecimal.valueOf(credits),
                100,
                140,
                10,
                200,
                code.endsWith("1"),
                code.endsWith("1"),
                code.endsWith("1"),
                "",
                "");
    }

    private static ProgrammeForm form(String name) {
        return new ProgrammeForm(
                "CAO_DANG",
                "Chương trình thử " + name + NUMBER.incrementAndGet(),
                "Trial",
                "40510106",
                "6510216",
                Mode.CHINH_QUY,
                Method.MO_DUN,
                null,
                "Thử, không có giấy",
                1000,
                BigDecimal.valueOf(60),
                30,
                "Tốt nghiệp THPT",
                "Làm được nghề.");
    }

    private String integrated(long programme) {
        return Scope.system()
                .get(() -> jdbc.sql(
                                "select integrated from programme.offering_fact where id / 1000 = :id and from_on <= :today and (until_on is null or until_on > :today)")
                        .param("id", programme)
                        .param("today", TODAY)
                        .query(String.class)
                        .single());
    }

    private @Nullable String ofYear(long programme, String field) {
        return Scope.system()
                .get(() -> jdbc.sql(
                                "select %s::text from programme.year_fact where id / 10000 = :id and extract(year from year_on) = :year"
                                        .formatted(field))
                        .param("id", programme)
                        .param("year", TODAY.getYear())
                        .query((row, i) -> new ArrayList<>(java.util.Arrays.asList(row.getString(1))))
                        .single()
                        .getFirst());
    }

    private @Nullable String fact(long programme, String field) {
        return Scope.system()
                .get(() -> jdbc.sql("select %s::text from programme.programme_fact where id = :id".formatted(field))
                        .param("id", programme)
                        .query((row, i) -> new ArrayList<>(java.util.Arrays.asList(row.getString(1))))
                        .single()
                        .getFirst());
    }

    private long item(String framework, String code) {
        return Scope.system()
                .get(() -> jdbc.sql(
                                "select id from framework.item_list where framework_code = :f and code = :c and state = 'ACTIVE'")
                        .param("f", framework)
                        .param("c", code)
                        .query(Long.class)
                        .single());
    }

    private long old(long framework, String code) {
        return Scope.system()
                .get(() -> jdbc.sql("select id from framework.item_list where framework_id = :f and code = :c")
                        .param("f", framework)
                        .param("c", code)
                        .query(Long.class)
                        .single());
    }

    private long college(String code) {
        return Scope.system()
                .get(() -> jdbc.sql("select id from institution.directory where code = :code")
                        .param("code", code)
                        .query(Long.class)
                        .single());
    }

    private <T> T designer(Supplier<T> deed) {
        return in(college("CKC"), List.of("PROGRAMME_VIEW", "PROGRAMME_EDIT", "PROGRAMME_APPRAISE", "LAW_VIEW"), deed);
    }

    private void designer(Runnable deed) {
        designer(() -> {
            deed.run();
            return 1;
        });
    }

    private void by(String actor, List<String> authorities, Runnable deed) {
        in(college("CKC"), authorities, actor, () -> {
            deed.run();
            return 1;
        });
    }

    private void head(Runnable deed) {
        in(college("CKC"), List.of("PROGRAMME_VIEW", "PROGRAMME_APPROVE"), () -> {
            deed.run();
            return 1;
        });
    }

    private <T> T officer(Supplier<T> deed) {
        return in(null, List.of("PROGRAMME_VIEW", "PROGRAMME_RULE", "LAW_VIEW", "FRAMEWORK_EDIT"), deed);
    }

    private void officer(Runnable deed) {
        officer(() -> {
            deed.run();
            return 1;
        });
    }

    private static <T> T in(@Nullable Long college, List<String> authorities, Supplier<T> deed) {
        return in(college, authorities, "Người thử", deed);
    }

    private static <T> T in(@Nullable Long college, List<String> authorities, String actor, Supplier<T> deed) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "x", null, AuthorityUtils.createAuthorityList(authorities)));
        try {
            return new Scope(college == null ? Scope.Reach.CITY : Scope.Reach.COLLEGE, college, null, null, null, actor)
                    .get(deed);
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }
}
