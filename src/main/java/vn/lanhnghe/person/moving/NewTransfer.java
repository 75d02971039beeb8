package vn.lanhnghe.person.moving;

import java.time.LocalDate;

/** What a transfer asks for: the first day at the new college and what the person will be there. */
public record NewTransfer(LocalDate startsOn, String titleCode, String department, String contract, String reason) {}
