package vn.lanhnghe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole product on a rehearsal city, answering on a port of its own; all tests with this mark share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lanhnghe.rehearsal=true", "lanhnghe.verification.per-minute=100000"})
public @interface RehearsalTest {}
