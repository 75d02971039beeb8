package vn.lanhnghe.person.training;

/** Khoá phải hoàn thành trước: any edition of this code counts; {@code id} the one to look at, {@code institution} whose it is. */
public record Need(long id, String code, String title, String institution) {}
