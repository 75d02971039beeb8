package vn.lanhnghe.credential;

import vn.lanhnghe.learning.Grading;

/** What the printed diploma shows: the diploma, its rank in words, and the QR code that leads to its check. */
public record DiplomaPaper(
        Diploma diploma, Grading.Band rank, String title, String link, String qr, boolean rehearsal) {}
