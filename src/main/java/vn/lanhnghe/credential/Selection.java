package vn.lanhnghe.credential;

import java.util.List;

/** The diplomas of the college in scope that were chosen, each once, and what was typed but stands nowhere in its register. */
public record Selection(List<Long> ids, List<String> unknown) {}
