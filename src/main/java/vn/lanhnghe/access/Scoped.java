package vn.lanhnghe.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import vn.lanhnghe.database.Scope;

/** The rest of a request in the scope of whoever asks. */
public final class Scoped {

    private Scoped() {}

    public static void follow(Scope scope, FilterChain chain, ServletRequest request, ServletResponse response)
            throws ServletException, IOException {
        try {
            scope.call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // what a Callable may throw, a filter does not
            throw new ServletException(e);
        }
    }
}
