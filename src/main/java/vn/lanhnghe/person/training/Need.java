package vn.lanhnghe.person.training;

/** Khoá phải hoàn thành trước: any edition of this code counts; {@code id} the one to look at. */
public record Need(long id, long institutionId, String code, String title) {}
