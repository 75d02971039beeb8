package vn.lanhnghe.person.training;

import java.time.LocalDate;

/** What a certificate of training says; {@code issuerId} 0 is the department, {@code result} as printed. */
public record CertificateText(
        long issuerId,
        String issuerSlug,
        String issuerName,
        String printed,
        String fullName,
        LocalDate birthDate,
        String courseCode,
        String courseTitle,
        String kind,
        int hours,
        String result,
        LocalDate issuedOn) {}
