package org.linli.privacy;

import java.util.Optional;

/**
 * The district's key pair for recovery (恢复密钥对): phones wrap their data key with the public half, and the private half,
 * which never leaves the keystore, gives it back after a forgotten password. RSA-OAEP with SHA-256 (RFC 8017).
 */
public interface RecoveryKeys {

    /** The public half as SubjectPublicKeyInfo (DER). */
    byte[] publicKey();

    /** The key inside; empty when it was not wrapped with the public half of this district. */
    Optional<byte[]> unwrap(byte[] wrapped);
}
