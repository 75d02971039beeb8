package vn.lanhnghe.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One page of a long list: its rows, which page it is (from 1), how many rows match and how many a page holds. */
public record Paging<T>(List<T> rows, int page, long total, int size) {

    public static final int SIZE = 50;
    private static final int MOST = 1_000_000;

    public Paging {
        page = Math.clamp(page, 1, (int) Math.max(1, (total + size - 1) / size));
    }

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The page numbers offered: the first, the last and those next to this one; a gap shows as 0. */
    public List<Integer> offered() {
        var near = IntStream.rangeClosed(1, last())
                .filter(it -> it == 1 || it == last() || Math.abs(it - page) <= 1)
                .boxed()
                .toList();
        var offered = new ArrayList<Integer>();
        for (var number : near) {
            if (!offered.isEmpty() && number - offered.getLast() > 1) {
                offered.add(0);
            }
            offered.add(number);
        }
        return offered;
    }

    /** Which of all the matching rows is the first on this page, counted from 1. */
    public long from() {
        return total == 0 ? 0 : (page - 1L) * size + 1;
    }

    public long until() {
        return Math.min(total, (long) page * size);
    }

    /** The page that was asked for, or the last there is; its rows are read once that is known. */
    public static <T> Paging<T> of(long total, int asked, IntFunction<List<T>> rows) {
        var page = Math.clamp(asked, 1, (int) Math.max(1, (total + SIZE - 1) / SIZE));
        return new Paging<>(rows.apply(page), page, total, SIZE);
    }

    /** Which page an address asks for; the first if it asks for none that there could be. */
    public static int number(String asked) {
        return asked.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(asked) : 1;
    }

    public static int offset(int page) {
        return (Math.clamp(page, 1, MOST) - 1) * SIZE;
    }
}
