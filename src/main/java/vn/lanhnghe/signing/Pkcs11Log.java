package vn.lanhnghe.signing;

import org.slf4j.LoggerFactory;
import org.xipki.pkcs11.wrapper.Logger;

/** What the PKCS#11 library has to say, in our log instead of on the console. */
final class Pkcs11Log implements Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("pkcs11");

    @Override
    public void error(String format, Object... arguments) {
        LOG.error(format, arguments);
    }

    @Override
    public void warn(String format, Object... arguments) {
        LOG.warn(format, arguments);
    }

    @Override
    public void info(String format, Object... arguments) {
        LOG.info(format, arguments);
    }

    @Override
    public void debug(String format, Object... arguments) {
        LOG.debug(format, arguments);
    }

    @Override
    public void trace(String format, Object... arguments) {
        LOG.trace(format, arguments);
    }

    @Override
    public boolean isWarnEnabled() {
        return LOG.isWarnEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return LOG.isInfoEnabled();
    }

    @Override
    public boolean isDebugEnabled() {
        return LOG.isDebugEnabled();
    }

    @Override
    public boolean isTraceEnabled() {
        return LOG.isTraceEnabled();
    }
}
