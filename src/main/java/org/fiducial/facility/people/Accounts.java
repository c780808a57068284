package org.fiducial.facility.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The accounts of the home facility. Append-only: nothing here changes or removes a version. */
public interface Accounts {

    /** Whether there is any, closed ones counted; once there is, there always will be. */
    boolean any();

    /**
     * Adds the first account.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException as {@link AccountRules#first} says
     */
    void begin(Account first);

    /**
     * Adds a version, of a new account or of a known one.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException as {@link AccountRules#next} says
     */
    void append(Account next);

    /** The newest version of every account, by login. */
    List<Account> newest();

    /** The newest version of the account of a login. */
    Optional<Account> byLogin(String login);

    /** The newest version of an account. */
    Optional<Account> byId(UUID accountId);

    /** All versions of an account, the first one first. */
    List<Account> versions(UUID accountId);

    /**
     * Erases the name of a person, and the login of their closed accounts: what they entered stays, by nobody.
     *
     * @param by the name of who erases it, empty where nobody says
     * @throws org.fiducial.metrology.protocol.UnusableInputException if nobody has the name, or an open account does
     */
    void erase(String name, String by);

    /** Adds what the holder of an account wants to be told. */
    void add(ReminderWish wish);

    /** What the holder of an account wants to be told, where one said so. */
    Optional<ReminderWish> wish(UUID accountId);

    /** Adds a token. */
    void add(ApiToken token);

    /** Ends a token for good. */
    void end(ApiToken.End end);

    /** The tokens of an account that were not ended, newest first. */
    List<ApiToken> tokens(UUID accountId);

    /** The token of a hash, if it was not ended. */
    Optional<ApiToken> token(String hash);
}
