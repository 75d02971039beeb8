package vn.lanhnghe.credential.issuing;

import java.time.LocalDate;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.learning.Level;

/** A lot of blank forms as it was received, and what has become of its forms. */
public record Lot(
        long id,
        long institutionId,
        Level level,
        Medium medium,
        String first,
        String last,
        String minutes,
        LocalDate receivedOn,
        String recordedByName,
        long forms,
        long inStock,
        long held,
        long issued,
        long spoiled,
        long cancelled,
        long lost) {}
