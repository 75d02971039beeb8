package vn.lanhnghe.target;

/** What is done about those who are missing at one institution; {@code address} is a page of the product, whoever has the authority goes there. */
public record Remedy(String formulaCode, String authority, String label, String address) {

    /** The same for all institutions. */
    public String everywhere() {
        return address.replaceAll("[a-z]+=\\{institution}&?", "").replaceAll("[?&]$", "");
    }

    public String at(long institution) {
        return address.replace("{institution}", String.valueOf(institution));
    }
}
