package vn.lanhnghe.signing;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** Where private halves live: they never leave it, and what it signs is asked of a handle. */
interface Keystore {

    /** Makes a pair under that id and tells its public half. */
    PublicKey make(String id, KeyUse use);

    /** The private half, or null when it is not in this keystore. */
    @Nullable
    Handle find(String id, KeyUse use);

    /** Where a missing private half should have been, for the message that says so. */
    String place(String id);

    /** Signs with one private half; safe for many threads. */
    interface Handle {
        byte[] sign(byte[] message);
    }
}
