package org.linli.access;

import java.util.List;

/** Who may sign in after a first start: the demo's people, or the first administrators of an empty installation. */
public interface DemoAccounts {

    /** One account with a password that the terminal may show. */
    record DemoAccount(String login, String name, String role, String password) {}

    /** Empty once nobody can sign in with a password known to the program. */
    List<DemoAccount> list();
}
