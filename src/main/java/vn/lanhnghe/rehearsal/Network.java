package vn.lanhnghe.rehearsal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.institution.NewInstitution;

/** Fills the network up to the 481 institutions that the city counted on 1 October 2025, with invented ones of each type. */
@Component
class Network {

    /** How many of a type the rehearsal adds to those of the register, and how they are named. */
    private record Share(String type, int count, int publicly, String name) {}

    private static final List<Share> SHARES = List.of(
            new Share("CD", 48, 12, "Trường Cao đẳng Diễn tập"),
            new Share("TC", 69, 18, "Trường Trung cấp Diễn tập"),
            new Share("TTGDNN", 74, 6, "Trung tâm GDNN Diễn tập"),
            new Share("TTGDTX", 29, 29, "Trung tâm GDNN – GDTX Diễn tập"),
            new Share("DN", 224, 2, "Cơ sở dạy nghề Diễn tập"));

    private final Institutions institutions;
    private final JdbcClient jdbc;

    Network(Institutions institutions, JdbcClient jdbc) {
        this.institutions = institutions;
        this.jdbc = jdbc;
    }

    @Transactional
    void build() {
        var wards = jdbc.sql("select code from place.unit order by code")
                .query(String.class)
                .list();
        var seat = 0;
        for (var share : SHARES) {
            for (var i = 1; i <= share.count(); i++) {
                institutions.open(new NewInstitution(
                        "DT-%s%03d".formatted(share.type(), i),
                        "dien-tap-%s-%03d".formatted(share.type().toLowerCase(java.util.Locale.ROOT), i),
                        "%s %03d".formatted(share.name(), i),
                        share.type(),
                        i <= share.publicly() ? "CONG_LAP" : "TU_THUC",
                        wards.get(seat++ * 7 % wards.size()),
                        true));
            }
        }
    }
}
