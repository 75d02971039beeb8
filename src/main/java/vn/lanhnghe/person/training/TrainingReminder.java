package vn.lanhnghe.person.training;

import java.time.LocalDate;

/** Lời nhắc trường: who lacked a kind at one school when the department said so, and until when it should be done. */
public record TrainingReminder(
        long institutionId,
        String kind,
        int missing,
        LocalDate dueOn,
        String note,
        LocalDate sentOn,
        String sentByName) {

    /** In words. */
    public String told() {
        return "%s nhắc%s".formatted(sentByName, note.isEmpty() ? "" : ": " + note);
    }
}
