package vn.lanhnghe.shared;

/** What was asked for is not in the register, or not within the asker's reach; both look the same from outside. */
public class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message);
    }
}
