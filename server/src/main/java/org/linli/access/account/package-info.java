/**
 * Accounts (账号): signing in with a password and an authenticator, lockout, sessions kept in the database, and what a
 * system administrator does to accounts. A session's cookie is stored only as a hash.
 */
@NullMarked
package org.linli.access.account;

import org.jspecify.annotations.NullMarked;
