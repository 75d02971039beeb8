package vn.lanhnghe.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is signed by the shape is what the general road finds in the JSON. */
class ShapeTest {

    private static final OffsetDateTime CREATED = OffsetDateTime.parse("2026-07-01T09:15:30.75+07:00");

    private final Random random = new Random(20_260_701);

    @Test
    void the_shape_writes_what_the_general_road_finds() throws Exception {
        for (var address : new String[] {"http://localhost:8080", "https://vanbang.tphcm.example", "https://a.zz"}) {
            var shape = new Shape(address, "truong-cao-dang-thu");
            for (var i = 0; i < 150; i++) {
                var award = Awards.random(random);
                var quads = new Quads();
                shape.write(award, quads);
                var json = shape.json(shape.awardContexts(), it -> shape.write(award, it), null);
                assertThat(new String(quads.canonical(), UTF_8))
                        .isEqualTo(new String(Canonicaliser.canonical(json).bytes(), UTF_8));
            }
        }
    }

    @Test
    void the_options_of_a_proof_as_well() throws Exception {
        var shape = new Shape("http://localhost:8080", "truong-cao-dang-thu");
        var award = Awards.random(random);
        var json = (ObjectNode) JsonMapper.shared()
                .readTree(shape.json(
                        shape.awardContexts(),
                        it -> shape.write(award, it),
                        new Proof(new byte[64], CREATED, "0123456789abcdef")));
        var options = (ObjectNode) json.get("proof");
        options.remove("proofValue");
        options.set("@context", json.get("@context"));
        assertThat(new String(shape.options(CREATED, "0123456789abcdef"), UTF_8))
                .isEqualTo(
                        new String(Canonicaliser.canonical(options.toString()).bytes(), UTF_8))
                .contains("\"2026-07-01T02:15:30Z\"");
    }

    @Test
    void a_status_list_as_well() throws Exception {
        var shape = new Shape("http://localhost:8080", "truong-cao-dang-thu");
        var json = shape.json(
                java.util.List.of(Contexts.CREDENTIALS),
                it -> shape.write(17, 2, StatusPurpose.SUSPENSION, CREATED, "uH4sIAAA", it),
                null);
        var quads = new Quads();
        shape.write(17, 2, StatusPurpose.SUSPENSION, CREATED, "uH4sIAAA", quads);
        assertThat(new String(quads.canonical(), UTF_8))
                .isEqualTo(new String(Canonicaliser.canonical(json).bytes(), UTF_8));
    }

    @Test
    void what_no_paper_prints_is_refused() {
        for (var bad : new String[] {
            "", "  ", "a\nb", "a\u0000", "tab\t", "\u007f", "\u0085", "\ud800x", "x\udc00", "\u2028", "\ufffe"
        }) {
            assertThatThrownBy(() -> Awards.named(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("fullName");
        }
        for (var bad : new String[] {"", "a b", "a/b", "a>b", "ă", "a%20"}) {
            assertThatThrownBy(() -> Awards.coded(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_did_names_host_and_port() {
        assertThat(Shape.did("http://localhost:8080", "cao-dang-a"))
                .isEqualTo("did:web:localhost%3A8080:co-so:cao-dang-a");
        assertThat(Shape.did("https://vanbang.vn", "cao-dang-a")).isEqualTo("did:web:vanbang.vn:co-so:cao-dang-a");
    }

    @Test
    void base58_reads_what_it_writes_and_nothing_else() {
        for (var i = 0; i < 200; i++) {
            var bytes = new byte[64];
            random.nextBytes(bytes);
            for (var zero = 0; zero < i % 4; zero++) {
                bytes[zero] = 0;
            }
            assertThat(Base58.decode(Base58.encode(bytes), 64)).isEqualTo(bytes);
        }
        assertThat(Base58.encode("Hello World!".getBytes(UTF_8))).isEqualTo("2NEpo7TZRRrLZSi2U");
        assertThat(Base58.decode("0OIl", 64)).isNull();
        assertThat(Base58.decode("2NEpo7TZRRrLZSi2U", 64)).isNull();
        assertThat(Base58.decode("z".repeat(100_000), 64)).isNull();
    }

    @Test
    void a_credential_is_hashed_in_a_fraction_of_a_millisecond() {
        var shape = new Shape("http://localhost:8080", "truong-cao-dang-thu");
        var awards = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> Awards.random(random))
                .toList();
        var processor = java.lang.management.ManagementFactory.getThreadMXBean();
        for (var round = 0; round < 5; round++) {
            awards.forEach(it -> shape.toBeSigned(out -> shape.write(it, out), CREATED, "0123456789abcdef"));
        }
        var begun = processor.getCurrentThreadCpuTime();
        awards.forEach(it -> shape.toBeSigned(out -> shape.write(it, out), CREATED, "0123456789abcdef"));
        var micros = (processor.getCurrentThreadCpuTime() - begun) / 1000 / 1000;
        System.out.println("a credential is written and hashed in " + micros + " µs of one core");
        assertThat(micros).isLessThan(300);
    }
}
