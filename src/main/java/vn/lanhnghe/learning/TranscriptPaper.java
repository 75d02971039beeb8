package vn.lanhnghe.learning;

import java.time.LocalDate;

/** What the printed transcript shows; {@code link} is where its QR code leads. */
public record TranscriptPaper(Transcript transcript, String link, String qr, LocalDate printedOn, boolean rehearsal) {}
