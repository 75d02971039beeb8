package vn.lanhnghe.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.signing.KeyOwner;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;

/** Credentials from the register to somebody else's verifier and back. */
@RehearsalTest
class ProofsTest {

    private static final AtomicLong NEXT = new AtomicLong(8_000_000);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Proofs proofs;

    @Autowired
    Statuses statuses;

    @Autowired
    Verifier verifier;

    @Autowired
    Signers signers;

    @Autowired
    Addresses addresses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    Issuer issuer = Awards.ISSUER;

    @BeforeEach
    void anotherInstitution() {
        var id = NEXT.incrementAndGet();
        issuer = new Issuer(id, "truong-cao-dang-" + id, "Trường Cao đẳng số " + id);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("head", "", "KEY_MANAGE"));
    }

    @AfterEach
    void nobodySignedIn() {
        SecurityContextHolder.clearContext();
    }

    /** An award and its proof, as the register keeps them. */
    private record Kept(Award award, Proof proof) {}

    @Test
    void what_was_signed_verifies_from_the_facts_alone() {
        var kept = issue("A", "Nguyễn Thị Lan", "Huế");
        assertThat(proofs.verify(kept.award(), kept.proof())).isEqualTo(Verdict.FINE);
        assertThat(kept.proof().value()).hasSize(64);

        // as it comes back from the database
        var read = new Proof(
                kept.proof().value(),
                kept.proof().created().withOffsetSameInstant(ZoneOffset.UTC),
                kept.proof().keyId());
        assertThat(proofs.verify(kept.award(), read)).isEqualTo(Verdict.FINE);

        var other =
                Awards.award(issuer, "A", "Nguyễn Thị Làn", "Huế", kept.award().status());
        assertThat(proofs.verify(other, kept.proof())).isEqualTo(Verdict.ALTERED);
        var nowhere =
                Awards.award(issuer, "A", "Nguyễn Thị Lan", null, kept.award().status());
        assertThat(proofs.verify(nowhere, kept.proof())).isEqualTo(Verdict.ALTERED);
        var stranger = Awards.award(
                new Issuer(999_999_999, "khong-co", "Không có"),
                "A",
                "Nguyễn Thị Lan",
                "Huế",
                kept.award().status());
        assertThat(proofs.verify(stranger, kept.proof())).isEqualTo(Verdict.UNKNOWN_ISSUER);
        var later = new Proof(
                kept.proof().value(),
                kept.proof().created().plusSeconds(1),
                kept.proof().keyId());
        assertThat(proofs.verify(kept.award(), later)).isEqualTo(Verdict.ALTERED);
    }

    @Test
    void every_fact_is_read_back_from_the_credential() {
        var kept = issue("B", "Đặng “Út” \\ \"Ba\"", "Cà Mau");
        var verified = verify(proofs.json(kept.award(), kept.proof()));
        assertThat(verified.verdict()).isEqualTo(Verdict.FINE);
        assertThat(verified.issuerId()).isEqualTo(issuer.id());
        assertThat(verified.reason()).contains(issuer.name());
        for (var fact : Fact.values()) {
            assertThat(verified.facts().get(fact)).as(fact.name()).isNotNull().isEqualTo(fact.of(kept.award()));
            assertThat(fact.agrees(kept.award(), verified.facts())).isTrue();
        }
        var bare = issue("B2", "Lê An", null);
        assertThat(Fact.BIRTH_PLACE.agrees(
                        bare.award(),
                        verify(proofs.json(bare.award(), bare.proof())).facts()))
                .isTrue();
    }

    @Test
    void somebody_elses_verifier_agrees_on_each_word() throws Exception {
        var plain = issue("C1", "Nguyễn Thị Lan", "Thành phố Hồ Chí Minh");
        var odd = issue("C2", "Đặng \"Út\" \\Ba\\ 😀 e\u0301", null);
        var old = issue("C3", "Trần Cũ", "Huế");
        Thread.sleep(1100);
        college(() -> signers.rotate(new KeyOwner(issuer.id(), issuer.name()), KeyUse.CREDENTIAL, "Định kỳ"));
        var fresh = issue("C4", "Trần Mới", "Huế");
        var revoked = issue("C5", "Phạm Thu Hồi", "Huế");
        var suspended = issue("C6", "Phạm Tạm Dừng", "Huế");
        act(() -> {
            statuses.set(
                    issuer.id(),
                    StatusPurpose.REVOCATION,
                    List.of(revoked.award().status()),
                    true);
            statuses.set(
                    issuer.id(),
                    StatusPurpose.SUSPENSION,
                    List.of(suspended.award().status()),
                    true);
        });

        var cases = new LinkedHashMap<String, JsonNode>();
        Map.of(
                        "plain",
                        plain,
                        "odd",
                        odd,
                        "old key",
                        old,
                        "fresh key",
                        fresh,
                        "revoked",
                        revoked,
                        "suspended",
                        suspended)
                .forEach((name, it) -> cases.put(name, JSON.readTree(proofs.json(it.award(), it.proof()))));
        var documents = new LinkedHashMap<String, JsonNode>();
        Contexts.OF_OTHERS.forEach((address, text) -> documents.put(address, JSON.readTree(text)));
        put(documents, "/ns/van-bang/v1");
        documents.put(
                Shape.did(addresses.all().getLast(), issuer.slug()),
                JSON.readTree(get("/co-so/" + issuer.slug() + "/did.json").body()));
        for (var purpose : StatusPurpose.values()) {
            put(documents, "/trang-thai/" + issuer.id() + "/0/" + purpose.word());
            cases.put(
                    "list of " + purpose.word(),
                    JSON.readTree(get("/trang-thai/" + issuer.id() + "/0/" + purpose.word())
                            .body()));
        }

        var verdicts = judge(documents, cases);
        var sound = new ArrayList<String>();
        var disagreements = new ArrayList<String>();
        var equal = 0;
        for (var it : verdicts) {
            var name = it.get("name").asString() + ": " + it.get("kind").asString() + " "
                    + it.get("path").asString();
            var theirs = it.get("verified").asBoolean();
            if (it.get("kind").asString().equals("as issued")) {
                if (theirs) {
                    sound.add(it.get("name").asString());
                }
                assertThat(it.get("badge").asBoolean())
                        .as(it.get("problems").asString())
                        .isTrue();
            } else if (it.get("kind").asString().startsWith("equal")) {
                equal++;
                if (!theirs) {
                    disagreements.add(name + " is the same, and theirs says " + it.get("error"));
                }
            } else if (theirs) {
                disagreements.add(name + " is accepted by theirs");
            }
            var ours = verify(it.get("credential").toString()).verdict();
            if (!it.get("name").asString().startsWith("list") && (ours == Verdict.FINE) != theirs) {
                disagreements.add(name + ": ours " + ours + ", theirs " + it.get("error"));
            }
        }
        assertThat(sound)
                .containsExactlyInAnyOrder(
                        "plain", "odd", "old key", "fresh key", "list of revocation", "list of suspension");
        assertThat(disagreements).isEmpty();
        assertThat(verdicts.size()).isGreaterThan(1000);
        assertThat(equal).isGreaterThan(15);
        assertThat(verify(proofs.json(revoked.award(), revoked.proof())).verdict())
                .isEqualTo(Verdict.REVOKED);
        assertThat(verify(proofs.json(suspended.award(), suspended.proof())).verdict())
                .isEqualTo(Verdict.SUSPENDED);
    }

    /** What the checker of others says about each; it reads and writes files in a folder of its own. */
    private static JsonNode judge(Map<String, JsonNode> documents, Map<String, JsonNode> cases) throws Exception {
        var folder = Files.createTempDirectory("credentials");
        Files.writeString(folder.resolve("documents.json"), JSON.writeValueAsString(documents));
        Files.writeString(folder.resolve("cases.json"), JSON.writeValueAsString(cases));
        var judge = new ProcessBuilder("node", "src/test/node/credentials.mjs", folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(judge.getInputStream().readAllBytes(), UTF_8);
        assertThat(judge.waitFor()).as(said).isZero();
        System.out.print(said);
        return JSON.readTree(Files.readString(folder.resolve("verdicts.json")));
    }

    @Test
    void what_is_not_ours_gets_one_clear_verdict_each() {
        var kept = issue("D", "Nguyễn Thị Lan", "Huế");
        var json = proofs.json(kept.award(), kept.proof());
        assertThat(verify("không phải JSON").verdict()).isEqualTo(Verdict.NOT_JSON);
        assertThat(verify("[1]").verdict()).isEqualTo(Verdict.NOT_JSON);
        assertThat(verify("").verdict()).isEqualTo(Verdict.NOT_JSON);
        assertThat(verify(json + "{}").verdict()).isEqualTo(Verdict.NOT_JSON);
        assertThat(verify("{\"a\":".repeat(5000)).verdict()).isEqualTo(Verdict.NOT_JSON);
        assertThat(verify("{\"a\":\"" + "x".repeat(200_000) + "\"}").verdict()).isEqualTo(Verdict.NOT_JSON);
        assertThat(verify(json.replace("\"issuer\":{", "\"name\":\"hai lần\",\"issuer\":{"))
                        .verdict())
                .isEqualTo(Verdict.NOT_JSON);
        assertThat(verifier.verify(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}).verdict())
                .isEqualTo(Verdict.NOT_JSON);
        assertThat(verify("{\"type\":\"VerifiableCredential\"}").verdict()).isEqualTo(Verdict.NOT_A_CREDENTIAL);
        assertThat(verify("{}").verdict()).isEqualTo(Verdict.NOT_A_CREDENTIAL);
        assertThat(with(json, it -> ((ObjectNode) it).putArray("@context").add("https://example.org/v1")))
                .isEqualTo(Verdict.UNKNOWN_CONTEXT);
        assertThat(with(json, it -> it.withArray("@context").add("http://localhost:9999/ns/van-bang/v1")))
                .isEqualTo(Verdict.UNKNOWN_CONTEXT);
        assertThat(with(json, it -> it.withArray("@context").addObject().put("name", "urn:x")))
                .isEqualTo(Verdict.UNKNOWN_CONTEXT);
        assertThat(with(json, it -> it.put("issuer", "did:key:z6MkgAnvkP45uNxwCKeNdt6wrYkEjpYX4f7Nrd8MQqFL8Fbn")))
                .isEqualTo(Verdict.UNKNOWN_ISSUER);
        assertThat(with(json, it -> it.remove("proof"))).isEqualTo(Verdict.WRONG_SIGNATURE);
        assertThat(with(json, it -> ((ObjectNode) it.get("proof")).put("cryptosuite", "eddsa-jcs-2022")))
                .isEqualTo(Verdict.WRONG_SIGNATURE);
        assertThat(with(json, it -> it.set("proof", it.arrayNode().add(it.get("proof")))))
                .isEqualTo(Verdict.WRONG_SIGNATURE);
        assertThat(with(json, it -> it.put("validFrom", "2026-01-01T00:00:00Z")))
                .isEqualTo(Verdict.ALTERED);
        assertThat(with(json, it -> it.put("credentialSubject", "_:b0"))).isEqualTo(Verdict.ALTERED);
    }

    @Test
    void a_self_made_credential_that_names_a_real_college_is_found_out() {
        var kept = issue("E", "Nguyễn Thị Lan", "Huế");
        var json = proofs.json(kept.award(), kept.proof());
        // by a college of ours that signs as another
        var forger = new Issuer(issuer.id() + 500_000, "truong-ke-gian-" + issuer.id(), "Trường Kẻ Gian");
        var theirs = system(() -> transaction.execute(status -> proofs.open(forger)));
        var keyId = theirs.key().id();
        var shape = new Shape(addresses.all().getLast(), issuer.slug());
        var created = kept.proof().created();
        var forged = system(() -> signers.current(new KeyOwner(forger.id(), forger.name()), KeyUse.CREDENTIAL)
                .sign(shape.toBeSigned(out -> shape.write(kept.award(), out), created, keyId)));
        var document = shape.json(
                shape.awardContexts(), out -> shape.write(kept.award(), out), new Proof(forged, created, keyId));
        assertThat(verify(document).verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
        assertThat(verify(document).reason()).contains(issuer.name());
        assertThat(proofs.verify(kept.award(), new Proof(forged, created, keyId)))
                .isEqualTo(Verdict.UNKNOWN_KEY);
        // under the right key's name
        assertThat(with(json, it -> ((ObjectNode) it.get("proof")).put("proofValue", "z" + Base58.encode(forged))))
                .isEqualTo(Verdict.ALTERED);
        assertThat(with(
                        json,
                        it -> ((ObjectNode) it.get("proof"))
                                .put("verificationMethod", shape.method("00000000000000aa"))))
                .isEqualTo(Verdict.UNKNOWN_KEY);
    }

    @Test
    void a_key_speaks_only_for_its_time() throws Exception {
        var kept = issue("F", "Nguyễn Thị Lan", "Huế");
        var json = proofs.json(kept.award(), kept.proof());
        Thread.sleep(1100);
        var lost = OffsetDateTime.now();
        var after = issue("F2", "Nguyễn Sau", "Huế");
        act(() -> {
            signers.compromise(kept.proof().keyId(), lost, "Mất máy ký");
        });
        assertThat(verify(json).verdict()).isEqualTo(Verdict.FINE);
        assertThat(verify(proofs.json(after.award(), after.proof())).verdict())
                .isIn(Verdict.FINE, Verdict.KEY_NOT_VALID_THEN);
        act(() -> {
            signers.compromise(kept.proof().keyId(), kept.proof().created().minusSeconds(1), "Mất từ trước");
        });
        assertThat(verify(json).verdict()).isEqualTo(Verdict.KEY_NOT_VALID_THEN);
        assertThat(proofs.verify(kept.award(), kept.proof())).isEqualTo(Verdict.KEY_NOT_VALID_THEN);
        var document =
                JSON.readTree(get("/co-so/" + issuer.slug() + "/did.json").body());
        assertThat(document.get("verificationMethod").get(0).has("revoked")).isTrue();
        assertThat(document.get("assertionMethod").size()).isZero();
        // the next signature is by another key
        assertThat(issue("F3", "Nguyễn Mới", "Huế").proof().keyId())
                .isNotEqualTo(kept.proof().keyId());
    }

    @Test
    void a_credential_whose_status_list_is_gone_says_so() {
        var kept = issue("G", "Nguyễn Thị Lan", "Huế");
        var far = Awards.award(issuer, "G2", "Nguyễn Thị Lan", "Huế", 9_000_000);
        var signed = college(() -> transaction.execute(status -> {
            var signing = proofs.open(issuer);
            return signing.sign(far, OffsetDateTime.now());
        }));
        assertThat(verify(proofs.json(far, signed)).verdict()).isEqualTo(Verdict.STATUS_GONE);
        assertThat(verify(proofs.json(kept.award(), kept.proof())).verdict()).isEqualTo(Verdict.FINE);
    }

    @Test
    void positions_have_no_gaps_and_lists_follow_one_another() {
        assertThat(college(() -> statuses.allot(issuer.id(), 3))).isZero();
        Long undone = college(() -> transaction.execute(status -> {
            var first = statuses.allot(issuer.id(), 1000);
            status.setRollbackOnly();
            return first;
        }));
        assertThat(undone).isEqualTo(3);
        assertThat(college(() -> statuses.allot(issuer.id(), 300_000))).isEqualTo(3);
        var marked = List.of(0L, 7L, 8L, 131_071L, 131_072L, 300_002L);
        act(() -> {
            statuses.set(issuer.id(), StatusPurpose.REVOCATION, marked, true);
        });
        for (var it : marked) {
            assertThat(statuses.find(issuer.id(), it)).contains(Set.of(StatusPurpose.REVOCATION));
        }
        for (var it : List.of(1L, 6L, 9L, 131_070L, 131_073L, 300_001L)) {
            assertThat(statuses.find(issuer.id(), it)).contains(Set.of());
        }
        assertThat(statuses.find(issuer.id(), 300_003)).isEmpty();
        assertThat(statuses.find(issuer.id(), -1)).isEmpty();
        act(() -> {
            statuses.set(issuer.id(), StatusPurpose.REVOCATION, List.of(7L, 131_072L), false);
        });
        assertThat(statuses.find(issuer.id(), 7)).contains(Set.of());
        assertThat(statuses.find(issuer.id(), 8)).contains(Set.of(StatusPurpose.REVOCATION));
        assertThatThrownBy(() -> act(() -> {
                    statuses.set(issuer.id(), StatusPurpose.REVOCATION, List.of(300_003L), true);
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoever_takes_positions_at_once_gets_different_ones() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = new ArrayList<Future<Long>>();
            for (var i = 0; i < 20; i++) {
                taken.add(threads.submit(() -> college(() -> statuses.allot(issuer.id(), 5))));
            }
            var firsts = new TreeSet<Long>();
            for (var it : taken) {
                firsts.add(it.get());
            }
            assertThat(firsts)
                    .containsExactlyElementsOf(
                            LongStream.range(0, 20).map(i -> i * 5).boxed().toList());
        }
    }

    @Test
    void another_college_neither_signs_nor_revokes_here() {
        var kept = issue("H", "Nguyễn Thị Lan", "Huế");
        var stranger = new Scope(Scope.Reach.COLLEGE, issuer.id() + 1_000_000, null, null, 1L, "Người lạ");
        var revoking = List.of(kept.award().status());
        assertThatThrownBy(
                        () -> stranger.run(() -> statuses.set(issuer.id(), StatusPurpose.REVOCATION, revoking, true)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stranger.get(() -> statuses.allot(issuer.id(), 1)))
                .isInstanceOf(DataAccessException.class);
        var unknown = new Issuer(issuer.id() + 2, "truong-khac-" + issuer.id(), "Trường khác");
        assertThatThrownBy(() -> stranger.get(() -> transaction.execute(status -> proofs.open(unknown))))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql("delete from proof.status_list").update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(statuses.find(issuer.id(), kept.award().status())).contains(Set.of());
    }

    @Test
    void the_public_pages_are_json_for_everybody() throws Exception {
        var kept = issue("I", "Nguyễn Thị Lan", "Huế");
        var did = get("/co-so/" + issuer.slug() + "/did.json");
        checkOpen(did, "application/did+ld+json");
        var document = JSON.readTree(did.body());
        assertThat(document.get("id").asString()).isEqualTo("did:web:localhost%3A8080:co-so:" + issuer.slug());
        assertThat(document.get("verificationMethod")
                        .get(0)
                        .get("publicKeyMultibase")
                        .asString())
                .startsWith("z6Mk");
        checkOpen(get("/ns/van-bang/v1"), "application/ld+json");
        assertThat(get("/ns/van-bang/v1").body()).contains("http://localhost:8080/ns/van-bang/v1#serialNumber");

        var address = "/trang-thai/" + issuer.id() + "/0/revocation";
        var list = get(address);
        checkOpen(list, "application/vc");
        assertThat(list.headers().firstValue("Cache-Control")).contains("max-age=60, public");
        var mark = list.headers().firstValue("ETag").orElseThrow();
        var again = client.send(
                HttpRequest.newBuilder(uri(address))
                        .header("If-None-Match", mark)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(bits(list)[0]).isZero();
        act(() -> {
            statuses.set(
                    issuer.id(), StatusPurpose.REVOCATION, List.of(kept.award().status()), true);
        });
        var changed = get(address);
        assertThat(changed.headers().firstValue("ETag"))
                .isNotEqualTo(list.headers().firstValue("ETag"));
        assertThat(bits(changed)).hasSize(16_384);
        assertThat(bits(changed)[0]).isEqualTo((byte) 0x80);

        for (var missing : List.of(
                "/co-so/khong-co/did.json",
                "/trang-thai/" + issuer.id() + "/7/revocation",
                "/trang-thai/" + issuer.id() + "/0/refresh",
                "/trang-thai/x/0/revocation",
                "/trang-thai/99999999999999999999/0/revocation")) {
            assertThat(get(missing).statusCode()).as(missing).isEqualTo(404);
        }
    }

    @Test
    void what_was_signed_under_an_address_keeps_it() {
        var kept = issue("K", "Nguyễn Thị Lan", "Huế");
        assertThat(proofs.json(kept.award(), kept.proof())).contains("\"http://localhost:8080/v/K\"");
        var repository = new ProofRepository(jdbc);
        var clock = Clock.systemUTC();
        // the platform moves, and moves back, long after this diploma
        Scope.system().run(() -> {
            repository.settle(
                    "https://vanbang.example", OffsetDateTime.now(clock).plusYears(1));
            repository.settle(
                    "http://localhost:8080",
                    OffsetDateTime.now(clock).plusYears(1).plusDays(1));
        });
        var moved = new Addresses(repository, new ProofSettings("http://localhost:8080"), clock);
        var year = kept.proof().created().plusYears(1);
        assertThat(moved.at(kept.proof().created())).isEqualTo("http://localhost:8080");
        assertThat(moved.at(year.plusHours(12))).isEqualTo("https://vanbang.example");
        assertThat(moved.at(year.plusDays(2))).isEqualTo("http://localhost:8080");
        assertThat(moved.of("vanbang.example")).isEqualTo("https://vanbang.example");
        assertThat(moved.of("ke-gian.example")).isEqualTo("http://localhost:8080");
        assertThat(verify(proofs.json(kept.award(), kept.proof())).verdict()).isEqualTo(Verdict.FINE);
        assertThatThrownBy(() -> new ProofSettings("https://vanbang.example/"))
                .hasMessageContaining("lanhnghe.address");
    }

    @Test
    void a_batch_is_signed_in_a_moment() {
        var awards = LongStream.range(0, 5_000)
                .mapToObj(i -> Awards.award(issuer, "L" + i, "Nguyễn Thị Lan " + i, "Huế", i))
                .toList();
        var processor = ManagementFactory.getThreadMXBean();
        var spent = new ArrayList<Long>();
        for (var round = 0; round < 3; round++) {
            act(() -> transaction.executeWithoutResult(status -> {
                var signing = proofs.open(issuer);
                var created = OffsetDateTime.now();
                var begun = processor.getCurrentThreadCpuTime();
                awards.forEach(it -> signing.sign(it, created));
                spent.add((processor.getCurrentThreadCpuTime() - begun) / 1_000_000);
            }));
        }
        System.out.println("5,000 credentials signed in " + spent + " ms of one core");
        assertThat(spent.getLast()).isLessThan(1_500);
    }

    private Kept issue(String code, String name, @Nullable String birthPlace) {
        return college(() -> transaction.execute(status -> {
            var award = Awards.award(issuer, code, name, birthPlace, statuses.allot(issuer.id(), 1));
            var signing = proofs.open(issuer);
            return new Kept(award, signing.sign(award, OffsetDateTime.now()));
        }));
    }

    private Verified verify(String json) {
        return verifier.verify(json.getBytes(UTF_8));
    }

    private Verdict with(String json, Consumer<ObjectNode> change) {
        var document = (ObjectNode) JSON.readTree(json);
        change.accept(document);
        return verify(document.toString()).verdict();
    }

    private <T> T college(Supplier<@Nullable T> work) {
        return Objects.requireNonNull(head().<@Nullable T>get(work));
    }

    private void act(Runnable work) {
        head().run(work);
    }

    private Scope head() {
        return new Scope(Scope.Reach.COLLEGE, issuer.id(), null, null, 1L, "Hiệu trưởng");
    }

    private static <T> T system(Supplier<@Nullable T> work) {
        return Objects.requireNonNull(Scope.system().<@Nullable T>get(work));
    }

    private void put(Map<String, JsonNode> documents, String path) throws Exception {
        documents.put(addresses.all().getLast() + path, JSON.readTree(get(path).body()));
    }

    private static void checkOpen(HttpResponse<String> answer, String type) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static byte[] bits(HttpResponse<String> list) throws Exception {
        var encoded = JSON.readTree(list.body())
                .get("credentialSubject")
                .get("encodedList")
                .asString();
        assertThat(encoded).startsWith("u");
        var packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
