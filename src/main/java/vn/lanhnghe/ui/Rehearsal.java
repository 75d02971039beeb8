package vn.lanhnghe.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whether this installation is a rehearsal: invented people and papers, and every page says so. */
@ConfigurationProperties("lanhnghe")
public record Rehearsal(@DefaultValue("false") boolean rehearsal) {}
