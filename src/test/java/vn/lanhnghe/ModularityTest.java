package vn.lanhnghe;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modules_keep_to_their_dependencies() {
        ApplicationModules.of(LanhNghe.class).verify();
    }
}
