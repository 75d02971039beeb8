package vn.lanhnghe.job;

/** Work of one kind that may be done later, by any node, once for each id; done again from the start if a node dies. */
public interface Job {

    String name();

    void run(long id);
}
