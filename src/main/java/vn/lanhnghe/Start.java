package vn.lanhnghe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import vn.lanhnghe.database.DataLock;
import vn.lanhnghe.shared.Refusal;

/** What must be so before the program starts; each thing that is not is said in one sentence. */
final class Start {

    private Start() {}

    static void check(String[] arguments) {
        var options = new SimpleCommandLinePropertySource(arguments);
        var port = Objects.requireNonNullElse(options.getProperty("server.port"), "8080");
        var data = Path.of(Objects.requireNonNullElse(options.getProperty("lanhnghe.data"), "data"))
                .toAbsolutePath();
        checkPort(port);
        DataLock.take(data, port);
        var server = System.getenv("SPRING_DATASOURCE_URL");
        if (server != null) {
            checkServer(server);
        }
    }

    private static void checkPort(String port) {
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new Refusal("Cổng “%s” không hợp lệ. Chọn một số từ 1 đến 65535, ví dụ --port 8080.".formatted(port));
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(Integer.parseInt(port)));
        } catch (IOException e) {
            throw new Refusal(
                    "Cổng %s đang có chương trình khác dùng, hoặc bạn không có quyền mở. Chọn cổng khác bằng --port."
                            .formatted(port));
        }
    }

    private static void checkServer(String url) {
        var account = new Properties();
        put(account, "user", System.getenv("SPRING_DATASOURCE_USERNAME"));
        put(account, "password", System.getenv("SPRING_DATASOURCE_PASSWORD"));
        account.setProperty("connectTimeout", "5");
        try (var connection = DriverManager.getConnection(url, account)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < 15) {
                throw new Refusal("Máy chủ PostgreSQL là phiên bản %d; cần từ 15 trở lên.".formatted(version));
            }
        } catch (SQLException e) {
            throw new Refusal(
                    "Không vào được cơ sở dữ liệu %s: %s Kiểm tra SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME và SPRING_DATASOURCE_PASSWORD."
                            .formatted(
                                    url.replaceAll("\\?.*", ""),
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
        }
    }

    private static void put(Properties account, String name, @Nullable String value) {
        if (value != null) {
            account.setProperty(name, value);
        }
    }
}
