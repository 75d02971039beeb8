package vn.lanhnghe.person.paper;

import java.util.UUID;
import vn.lanhnghe.person.Evidence;

/** A scan that lies on the shelf and waits for the form it came with to be done; only who sent it may use it. */
public record KeptFile(UUID id, long institutionId, String sha256, String fileName) {

    public Evidence evidence() {
        return new Evidence(institutionId, sha256, fileName);
    }
}
