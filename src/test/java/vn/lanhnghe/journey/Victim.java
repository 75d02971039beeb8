package vn.lanhnghe.journey;

import java.util.List;

/** What is killed, round by round: mostly the program, once its database with it as when the power goes, once the database alone. */
enum Victim {
    PROGRAM,
    BOTH,
    DATABASE;

    static final List<Victim> ROUNDS = List.of(PROGRAM, PROGRAM, BOTH, PROGRAM, DATABASE);

    void kill(Program program) throws Exception {
        switch (this) {
            case PROGRAM -> program.kill();
            case BOTH -> program.cutPower();
            case DATABASE -> program.killDatabase();
        }
    }
}
