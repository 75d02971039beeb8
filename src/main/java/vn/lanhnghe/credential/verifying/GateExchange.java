package vn.lanhnghe.credential.verifying;

import jakarta.annotation.PreDestroy;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;

/** Lets the gates of all nodes know of each other, in one statement a second for all the addresses that asked. */
@Component
class GateExchange {

    private static final Logger LOG = LoggerFactory.getLogger(GateExchange.class);

    private final Gate gate;
    private final JdbcClient jdbc;
    private final Thread teller;

    GateExchange(Gate gate, JdbcClient jdbc) {
        this.gate = gate;
        this.jdbc = jdbc;
        this.teller = Thread.ofVirtual().name("gate-exchange").start(this::keepTelling);
    }

    private void keepTelling() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                try {
                    exchange(gate);
                } catch (DataAccessException e) {
                    LOG.warn("the nodes do not know of each other's checks: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void exchange(Gate gate) {
        var untold = gate.tell();
        if (!untold.isEmpty()) {
            gate.hear(Scope.system().get(() -> add(untold)));
        }
    }

    /** In one order on every node, so that none waits for another in a circle. */
    private List<Gate.Spent> add(List<Gate.Spent> untold) {
        var sorted = untold.stream()
                .sorted(Comparator.comparing(Gate.Spent::address))
                .toList();
        var minute = sorted.getFirst().minute();
        jdbc.sql("delete from credential.spent where minute < :minute")
                .param("minute", minute - 1)
                .update();
        return jdbc.sql("""
                insert into credential.spent (address, minute, used)
                select * from unnest(:addresses::text[], :minutes::bigint[], :used::int[])
                on conflict (address, minute) do update set used = spent.used + excluded.used
                returning address, minute, used
                """)
                .param("addresses", sorted.stream().map(Gate.Spent::address).toArray(String[]::new))
                .param("minutes", sorted.stream().map(Gate.Spent::minute).toArray(Long[]::new))
                .param("used", sorted.stream().map(Gate.Spent::used).toArray(Integer[]::new))
                .query(Gate.Spent.class)
                .list();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        teller.interrupt();
        teller.join(5_000);
    }
}
