package org.fiducial.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Serves by https, with certificate and key from a PKCS12 file. */
final class Tls {

    private final KeyStore keys;
    private final String password;

    private Tls(KeyStore keys, String password) {
        this.keys = keys;
        this.password = password;
    }

    /**
     * Reads certificate and key.
     *
     * @throws UnusableInputException if there are none in the file, or the password is another one
     */
    static Tls of(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    return new Tls(keys, password);
                }
            }
            throw new UnusableInputException(
                    "The file '" + file + "' holds no key; put certificate and key into it, for"
                            + " instance with 'openssl pkcs12 -export'.");
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableInputException(
                    "The file '" + file + "' should be a PKCS12 file with certificate and key, but it cannot be opened"
                            + " as one; check the file and its password.",
                    e);
        }
    }

    ServerConnector connector(Server server, HttpConfiguration http, WebServer.Address address) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword(password);
        // People reach a facility's server by its number too; a certificate that names another host is theirs to judge.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(context, plain.getProtocol()), plain);
        connector.setHost(address.host());
        connector.setPort(address.port());
        return connector;
    }
}
