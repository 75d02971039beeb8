package vn.lanhnghe.programme.design;

/** A component of a framework in use, and the domain it belongs to. */
public record Component(
        long id,
        long frameworkId,
        String frameworkCode,
        String frameworkVersion,
        String domainCode,
        String domainName,
        String code,
        String name) {

    /** A level that one can ask for of the framework's components. */
    public record Step(long frameworkId, String code, String name, String band, int rank) {}
}
