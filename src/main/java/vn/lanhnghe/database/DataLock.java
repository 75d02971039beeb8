package vn.lanhnghe.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.lanhnghe.shared.Refusal;

/** One program at a time per data folder; the lock file says which. The system lets go of it however the program ends. */
public final class DataLock {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    /** Kept reachable: a channel that is collected lets go of its lock. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    private DataLock() {}

    /** Holds the folder for as long as the program lives; refuses in a sentence when it cannot. */
    public static void take(Path folder, String port) {
        var file = folder.resolve("lanhnghe.lock");
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (Optional.ofNullable(channel.tryLock()).isEmpty()) {
                throw new Refusal(
                        "Thư mục dữ liệu %s đang được dùng bởi %s. Hãy dừng chương trình đó, hoặc chọn thư mục khác bằng --data."
                                .formatted(folder, Files.readString(file).strip()));
            }
            HELD.add(channel);
            channel.truncate(0);
            var since = TIME.format(LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")));
            channel.write(ByteBuffer.wrap("tiến trình %d (cổng %s, từ %s)%n"
                    .formatted(ProcessHandle.current().pid(), port, since)
                    .getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Refusal(
                    "Không ghi được vào thư mục dữ liệu %s. Hãy cấp quyền ghi cho tài khoản đang chạy, hoặc chọn thư mục khác bằng --data."
                            .formatted(folder));
        }
    }
}
