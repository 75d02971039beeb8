package vn.lanhnghe.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of sheet that may come a million rows at a time: checked in slices, the good rows set down beside the register, and
 * committed from there in one go.
 */
public interface Streamed extends SheetKind {

    /** Begins to take in a file in the scope of its uploader; slices come in the order of the file, from one thread. */
    Stage stage(long batchId);

    /** Checks slices and sets their good rows down. */
    interface Stage extends AutoCloseable {

        /** What no slice can see by itself. */
        void check(SheetTable slice);

        /** Sets down the rows of the slice that have no fault. */
        void put(SheetTable slice);

        /** Ends the file: rows that contradict an earlier one, each with that one's number; they are no longer set down. */
        List<Twin> end();

        @Override
        void close();
    }

    /** A row that says again what an earlier row said. */
    record Twin(int row, int first) {}

    /** How many rows are new, changed, as they were, and left alone because a person wrote there. */
    record Effect(long fresh, long changed, long unchanged, long kept) {

        /** As the rows of a short file are counted: what is left alone counts as it was; an effect without rows is not there. */
        Map<String, Integer> byEffect() {
            var counts = new HashMap<String, Integer>();
            counts.put(Difference.Effect.NEW.name(), Math.toIntExact(fresh));
            counts.put(Difference.Effect.CHANGED.name(), Math.toIntExact(changed));
            counts.put(Difference.Effect.UNCHANGED.name(), Math.toIntExact(unchanged + kept));
            counts.values().removeIf(it -> it == 0);
            return counts;
        }

        /** How many rows are set down: all good ones, or none after a crash of the database. */
        public long total() {
            return fresh + changed + unchanged + kept;
        }
    }

    Effect effect(long batchId);

    /** Writes what is set down, all of it, in the transaction it is called in. */
    long commitStaged(long batchId);

    /** Forgets what is set down. */
    void unstage(long batchId);
}
