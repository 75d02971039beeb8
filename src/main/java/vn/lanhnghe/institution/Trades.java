package vn.lanhnghe.institution;

import java.util.List;

/** Ngành, nghề as the list in force has them, for licences to name; the module that keeps the list provides it. */
public interface Trades {

    List<Trade> listTrades();

    /** A seven-digit code with its name. */
    record Trade(String code, String name) {}
}
