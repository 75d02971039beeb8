package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.issuing.Press;

/** The head of a school with little time: sees what waits, looks at a draft, signs all of it, and takes no other's step. */
@RehearsalTest
class SignerTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void what_waits_is_seen_signed_by_keyboard_and_nothing_else_can_be_done() {
        var press = new Press(context);
        press.receive(1_250);
        var decision = press.prepare(1_200, LocalDate.of(2026, 6, 1));
        try (var head = new Visitor(port).as(Press.HEAD)) {
            head.page.navigate("/decisions/" + decision);
            assertThat(head.page.locator("button:has-text('Ký')").count())
                    .as("nothing is signed before it has numbers")
                    .isZero();
            press.check(decision);
            head.page.navigate("/decisions/" + decision);
            head.pressAndConfirm("Ký 1.200 văn bằng");
            head.says("1.200 văn bằng giấy chưa đánh dấu đã in");
            press.print(decision);

            head.page.navigate("/today");
            assertThat(head.text()).contains("Ký 1.200 văn bằng", press.prefix + "/QĐ-THU");
            head.page.navigate("/decisions/" + decision);
            head.isAccessible();
            var draft = head.page.locator("td a[href^='/credentials/']").first().getAttribute("href");
            var paper = head.context.request().get("http://localhost:" + port + draft + "/paper.pdf");
            assertThat(paper.headers()).containsEntry("content-type", "application/pdf");
            assertThat(press.one("select count(*) from audit.act where kind = 'DIPLOMA_PREVIEWED' and subject_id = "
                            + draft.replaceAll("\\D", "")))
                    .isEqualTo(1);

            head.page.focus("button:has-text('Ký 1.200 văn bằng')");
            head.page.keyboard().press("Enter");
            head.page.waitForSelector("dialog.confirm[open]");
            head.page.focus("dialog.confirm button[value=yes]");
            head.page.keyboard().press("Enter");
            // whoever watches sees the step go on, and the page goes on by itself when it is done
            head.page.waitForSelector("ol.steps li.now:has-text('Phát hành')");
            assertThat(head.page.locator("button:has-text('Phát hành')").count())
                    .as("release is another's step")
                    .isZero();
            assertThat(press.one(
                            "select p.done from credential.run_progress p join credential.run r on r.id = p.run_id where r.step = 'SIGN' and r.decision_id = "
                                    + decision))
                    .as("told while it went on")
                    .isEqualTo(1_000);
            var forced = head.page.evaluate("""
                    async id => {
                      const token = document.querySelector("input[name=_csrf]").value;
                      const answer = await fetch(`/decisions/${id}/steps`, {method: "POST", body: new URLSearchParams({step: "RELEASE", _csrf: token})});
                      return answer.status;
                    }""", Long.toString(decision));
            assertThat(forced).as("nor by a request made by hand").isEqualTo(403);
            assertThat(head.complaints).isEmpty();
        }
    }
}
