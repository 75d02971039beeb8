package vn.lanhnghe;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import vn.lanhnghe.shared.Refusal;

@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(
        systemName = "Lành Nghề",
        sharedModules = {"database", "shared", "ui", "audit"})
public class LanhNghe {

    public static void main(String[] arguments) {
        try {
            Start.check(arguments);
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
        var program = new SpringApplication(LanhNghe.class);
        program.addListeners(
                (ApplicationListener<ApplicationReadyEvent>) event -> System.out.println("Sẵn sàng: http://localhost:"
                        + event.getApplicationContext().getEnvironment().getProperty("local.server.port")));
        program.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
