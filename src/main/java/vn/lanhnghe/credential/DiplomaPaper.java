package vn.lanhnghe.credential;

/** What the printed diploma shows: the diploma, its rank in words, and the QR code that leads to its check. */
public record DiplomaPaper(Diploma diploma, Wording wording, String title, String link, String qr, boolean rehearsal) {}
