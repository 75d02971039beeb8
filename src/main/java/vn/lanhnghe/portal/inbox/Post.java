package vn.lanhnghe.portal.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail by SMTP where it is configured (spring.mail.host, lanhnghe.mail.from); without it nothing is sent and nobody is offered it. */
@Component
class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final String from;
    private final String address;

    Post(
            ObjectProvider<JavaMailSender> sender,
            @Value("${lanhnghe.mail.from:}") String from,
            @Value("${lanhnghe.address}") String address) {
        this.sender = sender;
        this.from = from;
        this.address = address;
    }

    boolean configured() {
        return sender.getIfAvailable() != null && !from.isEmpty();
    }

    String link(String path) {
        return address.replaceAll("/+$", "") + path;
    }

    /** Whether the letter went out; one that does not is told again the next time. */
    boolean send(String to, String subject, String text) {
        var mail = sender.getIfAvailable();
        if (mail == null) {
            return false;
        }
        var letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to);
        letter.setSubject(subject);
        letter.setText(text);
        try {
            mail.send(letter);
            return true;
        } catch (MailException e) {
            LOG.warn("A letter could not be sent: {}", e.getMessage());
            return false;
        }
    }
}
