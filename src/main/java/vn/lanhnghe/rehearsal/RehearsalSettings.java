package vn.lanhnghe.rehearsal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How large the rehearsal city is: the 481 institutions the city counted, or more for a measurement. */
@ConfigurationProperties("rehearsal")
record RehearsalSettings(@DefaultValue("481") int institutions) {}
