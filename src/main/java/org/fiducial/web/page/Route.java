package org.fiducial.web.page;

import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fiducial.facility.people.Permission;

/**
 * An address the server answers.
 *
 * @param method whether it is read or sent something
 * @param path with parameters in braces
 * @param summary what one gets, in a few words
 * @param kind for whom it is
 * @param needs what one must be allowed to do
 * @param answer what is answered
 */
public record Route(
        Method method, String path, String summary, Kind kind, Permission needs, Function<Request, Answer> answer) {

    /** An address that is read. */
    Route(String path, String summary, Kind kind, Permission needs, Function<Request, Answer> answer) {
        this(Method.GET, path, summary, kind, needs, answer);
    }

    /** A page of a browser. */
    public static Route page(String path, String summary, Permission needs, Function<Request, Answer> answer) {
        return new Route(path, summary, Kind.PAGE, needs, answer);
    }

    /** Where a form of a browser is sent to. */
    public static Route sent(String path, String summary, Permission needs, Function<Request, Answer> answer) {
        return new Route(Method.POST, path, summary, Kind.PAGE, needs, answer);
    }

    /** A file of its own. */
    public static Route file(String path, String summary, Permission needs, Function<Request, Answer> answer) {
        return new Route(path, summary, Kind.FILE, needs, answer);
    }

    /** A list for spreadsheets, for those who read. */
    public static Route table(String path, String of, Function<Request, Answer> answer) {
        return file(path, of + ", for spreadsheets", Permission.READ, answer);
    }

    /** Something programs read. */
    public static Route api(String path, String summary, Permission needs, Function<Request, Answer> answer) {
        return new Route(path, summary, Kind.API, needs, answer);
    }

    /** Whether an address is read or sent something. */
    public enum Method {
        GET,
        POST
    }

    /** For whom an address is. */
    public enum Kind {
        PAGE,
        FILE,
        API
    }

    /**
     * Where a request came from.
     *
     * @param address of the other end
     * @param isThisMachine whether that is this machine
     * @param secure whether nobody on the way could read it
     * @param session the secret of the session, empty without one
     */
    public record From(String address, boolean isThisMachine, boolean secure, String session) {}

    /** What an answer may depend on: who asks, and the parameters of the path, of the query and of a form; a missing one is empty text. */
    public interface Request {

        String path(String name);

        String query(String name);

        String form(String name);

        /** What stands in a header, empty without it. */
        String header(String name);

        /** The path that was asked for. */
        String address();

        /** All that a form sent, files included. */
        SentForm sent();

        /**
         * The same of a form that may bring larger files than whoever sends it usually may; to be asked before anything else
         * of the form is read.
         *
         * @param most bytes of files
         */
        default SentForm sentUpTo(long most) {
            return sent();
        }

        /** The bytes that were sent as they are, to be read once. */
        InputStream body();

        /** Who asks. */
        Caller caller();

        /** Whether who asks may do something with what the address is about. */
        boolean may(Permission permission);

        From from();

        /** Bytes of what is being sent, 0 where nobody says. */
        long length();
    }

    /** The names of the parameters in the path. */
    public List<String> parameters() {
        return Pattern.compile("\\{([a-z]+)}")
                .matcher(path)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
