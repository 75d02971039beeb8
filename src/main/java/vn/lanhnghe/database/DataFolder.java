package vn.lanhnghe.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The folder that holds what is not in the database: secrets, readable by nobody but the account that runs the program. */
@Component
public class DataFolder {

    private final Path root;

    DataFolder(DatabaseSettings settings) {
        this.root = settings.data().toAbsolutePath();
    }

    public Path root() {
        return root;
    }

    /** The named secret; made on first use, mode 600 in a folder of mode 700. */
    public byte[] secret(String name, Supplier<byte[]> maker) {
        try {
            var folder = root.resolve("secrets");
            Files.createDirectories(root);
            if (!Files.exists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, maker.get(), StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String password(String name) {
        return new String(secret(name, DataFolder::random), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static byte[] random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
