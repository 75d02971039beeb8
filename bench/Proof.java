import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.boot.SpringApplication;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.LanhNghe;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.proof.Award;
import vn.lanhnghe.proof.Issuer;
import vn.lanhnghe.proof.Proofs;
import vn.lanhnghe.proof.Statuses;
import vn.lanhnghe.proof.Verifier;

/** Credentials signed and checked by one thread; the documents are left for the peer to sign. */
class Proof {

    static final int BATCH = 5_000;

    public static void main(String[] args) throws Exception {
        var context = SpringApplication.run(LanhNghe.class, "--server.port=" + args[0], "--lanhnghe.data=" + args[1]);
        var proofs = context.getBean(Proofs.class);
        var statuses = context.getBean(Statuses.class);
        var verifier = context.getBean(Verifier.class);
        var transaction = context.getBean(TransactionTemplate.class);
        var issuer = new Issuer(17, "truong-cao-dang-thu", "Trường Cao đẳng Thử nghiệm");
        for (var round = 0; round < 4; round++) {
            var warm = round < 3;
            var signed = new ArrayList<vn.lanhnghe.proof.Proof>();
            var awards = new ArrayList<Award>();
            Scope.system().run(() -> transaction.executeWithoutResult(status -> {
                var first = statuses.allot(issuer.id(), BATCH);
                LongStream.range(first, first + BATCH).forEach(i -> awards.add(award(issuer, i)));
                var signing = proofs.open(issuer);
                var created = OffsetDateTime.now();
                var begun = System.nanoTime();
                awards.forEach(it -> signed.add(signing.sign(it, created)));
                tell(warm, "signed", BATCH / seconds(begun));
            }));
            var begun = System.nanoTime();
            for (var i = 0; i < BATCH; i++) {
                check(proofs.verify(awards.get(i), signed.get(i)).name());
            }
            tell(warm, "verified", BATCH / seconds(begun));
            var documents = new ArrayList<String>();
            for (var i = 0; i < BATCH; i++) {
                documents.add(proofs.json(awards.get(i), signed.get(i)));
            }
            begun = System.nanoTime();
            for (var document : documents.subList(0, 500)) {
                check(verifier.verify(document.getBytes(StandardCharsets.UTF_8)).verdict().name());
            }
            tell(warm, "uploads", 500 / seconds(begun));
            if (!warm) {
                leave(Path.of(args[2]), documents.subList(0, 1_000));
            }
        }
        context.close();
    }

    static Award award(Issuer issuer, long number) {
        return new Award(issuer, "LN%08d".formatted(number), "CD %07d".formatted(number), "CĐT/2026/" + number,
                "Bằng tốt nghiệp cao đẳng", "Diploma of College Education", "Nguyễn Thị Ánh Tuyết " + number,
                LocalDate.of(2004, 2, 28).plusDays(number % 700), "Thành phố Hồ Chí Minh", "6480201", "Công nghệ thông tin",
                "CAO_DANG", "Cao đẳng", "College diploma", "8.2", "Giỏi", "Very good", "207/QĐ-CĐT", LocalDate.of(2026, 6, 30),
                OffsetDateTime.parse("2026-07-01T09:15:30+07:00"), number);
    }

    static void leave(Path folder, List<String> documents) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("credentials.json"), "[" + String.join(",", documents) + "]");
    }

    static void check(String verdict) {
        if (!verdict.equals("FINE")) {
            throw new IllegalStateException(verdict);
        }
    }

    static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    static void tell(boolean warm, String name, double rate) {
        if (!warm) {
            System.out.printf("%s\t%d%n", name, Math.round(rate));
        }
    }
}
