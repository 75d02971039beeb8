package vn.lanhnghe.proof;

/** The institution that awards: its id and slug in our register, and its name as the paper prints it. */
public record Issuer(long id, String slug, String name) {

    public Issuer {
        if (!slug.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a slug: " + slug);
        }
        Award.check("name", name);
    }
}
