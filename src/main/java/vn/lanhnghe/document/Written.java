package vn.lanhnghe.document;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandler;
import java.io.OutputStream;
import java.util.Arrays;

/** Takes up what the signing library writes one byte at a time, without a lock for each. */
final class Written extends OutputStream implements DSSResourcesHandler {

    private byte[] bytes = new byte[1 << 17];
    private int count;

    @Override
    public OutputStream createOutputStream() {
        return this;
    }

    @Override
    public DSSDocument writeToDSSDocument() {
        return new InMemoryDocument(Arrays.copyOf(bytes, count));
    }

    @Override
    public void write(int b) {
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, count * 2);
        }
        bytes[count++] = (byte) b;
    }

    @Override
    public void write(byte[] part, int from, int length) {
        if (bytes.length - count < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, count + length));
        }
        System.arraycopy(part, from, bytes, count, length);
        count += length;
    }

    @Override
    public void close() {
        // nothing but memory
    }
}
