package org.panelhub.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;

/**
 * In the baseline's process a page's query names the views of {@code plain.sql} instead of the tables. Row security chooses no rows there, so
 * the query carries the selection itself, as it would in a service without row security: same rows on the page, told apart by a comparison
 * with a column.
 */
@PersistenceUnitExtension
@Singleton
public class PlainSelection implements StatementInspector {

    /** A table of the hub: neither one of its functions nor a setting's name. */
    private static final Pattern TABLE = Pattern.compile("(?<!')\\bhub\\.(?=[a-z_]+\\b(?!\\())");

    private final transient Map<String, String> known = new ConcurrentHashMap<>();
    private final boolean bare;

    PlainSelection(@ConfigProperty(name = "hub.bench.bare", defaultValue = "false") boolean bare) {
        this.bare = bare;
    }

    @Override
    public String inspect(String sql) {
        return bare ? known.computeIfAbsent(sql, s -> TABLE.matcher(s).replaceAll("plain.")) : sql;
    }
}
