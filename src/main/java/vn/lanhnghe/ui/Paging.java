package vn.lanhnghe.ui;

import java.util.List;

/** One page of a long list: its rows, which page it is (from 1), how many rows match and how many a page holds. */
public record Paging<T>(List<T> rows, int page, long total, int size) {

    public static final int SIZE = 50;

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public static int offset(int page) {
        return (Math.max(1, page) - 1) * SIZE;
    }
}
