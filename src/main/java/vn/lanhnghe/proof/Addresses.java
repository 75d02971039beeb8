package vn.lanhnghe.proof;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;

/**
 * The public addresses that what is signed names. They only ever follow one another: what was signed while one was in force
 * names it for good, also after the platform has moved.
 */
@Component
class Addresses {

    private record Read(List<ProofRepository.InForce> addresses, OffsetDateTime at) {}

    private final ProofRepository repository;
    private final Clock clock;
    private volatile Read read;

    Addresses(ProofRepository repository, ProofSettings settings, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        Scope.system().run(() -> repository.settle(settings.address(), OffsetDateTime.now(clock)));
        this.read = read();
    }

    /** The address in force at that time; the first one before there was any. */
    String at(OffsetDateTime time) {
        if (!time.isBefore(read.at())) {
            read = read();
        }
        return read.addresses().reversed().stream()
                .filter(it -> !it.since().isAfter(time))
                .findFirst()
                .orElseGet(() -> read.addresses().getFirst())
                .address();
    }

    /** All of them, the present one last. */
    List<String> all() {
        return read.addresses().stream().map(ProofRepository.InForce::address).toList();
    }

    boolean known(String address) {
        return read.addresses().stream().anyMatch(it -> it.address().equals(address));
    }

    /** The address that a visitor asked for under that host, with its port where it names one; the present one for a strange host. */
    String of(String host) {
        var addresses = all();
        return addresses.reversed().stream()
                .filter(it -> it.substring(it.indexOf("://") + 3).equals(host))
                .findFirst()
                .orElseGet(addresses::getLast);
    }

    private Read read() {
        var now = OffsetDateTime.now(clock);
        return new Read(repository.listAddresses(), now);
    }
}
