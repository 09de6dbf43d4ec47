package org.linli.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.linli.shared.StartRefusal;

/**
 * The keys, in a PKCS#12 file outside the database. Each has a purpose and a number, such as {@code field-2}; the highest
 * number of a purpose is the one in use. The keys of the chain and of the ledger are never rotated, because what was
 * written once under them stays as it is. The password comes from the environment ({@code LINLI_KEYSTORE_PASSWORD}) or,
 * where none is given, from a file beside the keystore that only its owner reads.
 */
final class Keystore {

    static final String FIELD = "field";
    static final String INDEX = "index";
    static final String CHAIN = "chain";
    static final String LEDGER = "ledger";

    /** The private half of a pair, PKCS#8; it comes into being when it is first needed. */
    static final String RECOVERY = "recovery";

    /** A key that another process put into use is in use here after this time. */
    static final Duration NOTICED_WITHIN = Duration.ofSeconds(1);

    private static final String ENVIRONMENT = "LINLI_KEYSTORE_PASSWORD";
    /** How an entry is sealed under the password (RFC 8018). */
    private static final String SEALING = "PBEWithHmacSHA256AndAES_256";

    private static final int SALT = 16;

    /** A password that people chose is stretched against guessing; the house's own, 192 random bits, needs none. */
    private static final int STRETCHED = 10_000;

    private static final int AS_IT_IS = 1;

    private static final Map<String, Integer> BYTES = Map.of(FIELD, 16, INDEX, 32, CHAIN, 32, LEDGER, 32);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final char[] password;
    private final Map<String, byte[]> keys = new HashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();
    private FileTime read = FileTime.fromMillis(0);
    private long lookedAt;

    private Keystore(Path file, char[] password) {
        this.file = file;
        this.password = password;
    }

    /** Opens the keystore, or makes one where {@code mayCreate} says that no data depends on a lost one. */
    static Keystore open(Path file, boolean mayCreate) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                var keystore = new Keystore(file, password(file, false));
                keystore.load();
                return keystore;
            }
            if (!mayCreate) {
                throw new StartRefusal(
                        "The keystore " + file + " is missing, but the database was sealed with its keys;"
                                + " put the file back from its backup. Nothing was changed."
                                + " 密钥库文件不见了，请从备份放回；数据未作改动。");
            }
            var keystore = new Keystore(file, password(file, true));
            BYTES.keySet().forEach(keystore::add);
            keystore.save();
            return keystore;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefusal("The keystore " + file + " cannot be opened (wrong password or damaged file): "
                    + e.getMessage() + ". Nothing was changed. 密钥库打不开（口令不对或文件损坏）；数据未作改动。");
        }
    }

    synchronized byte[] newest(String purpose) {
        return key(name(purpose, newestNumber(purpose))).orElseThrow();
    }

    synchronized int newestNumber(String purpose) {
        look();
        return newest.getOrDefault(purpose, 0);
    }

    synchronized String newestName(String purpose) {
        return name(purpose, newestNumber(purpose));
    }

    synchronized boolean holds(String name) {
        return keys.containsKey(name);
    }

    /** A key another process has added since is found in the file. */
    synchronized Optional<byte[]> key(String name) {
        if (!keys.containsKey(name) && Files.exists(file)) {
            reload();
        }
        return Optional.ofNullable(keys.get(name));
    }

    /** The first key of a purpose, made and saved where there is none yet. */
    synchronized byte[] keyOrFirst(String purpose, Supplier<byte[]> fresh) {
        var name = name(purpose, 1);
        var known = key(name);
        if (known.isPresent()) {
            return known.get();
        }
        var made = fresh.get();
        keys.put(name, made);
        newest.put(purpose, 1);
        try {
            save();
        } catch (IOException | GeneralSecurityException e) {
            keys.remove(name);
            newest.remove(purpose);
            throw new IllegalStateException("the keystore could not be saved", e);
        }
        return made;
    }

    synchronized Map<String, byte[]> all() {
        return Map.copyOf(keys);
    }

    /** Adds the next key of a purpose and saves; the old ones stay, so that old values stay readable. */
    synchronized void addNext(String... purposes) {
        reload();
        var before = Map.copyOf(newest);
        List.of(purposes).forEach(this::add);
        try {
            save();
        } catch (IOException | GeneralSecurityException e) {
            List.of(purposes).forEach(purpose -> keys.remove(name(purpose, newest.getOrDefault(purpose, 0))));
            newest.putAll(before);
            throw new IllegalStateException("the keystore could not be saved", e);
        }
    }

    /** The keys of the purposes that are not in use any more. */
    synchronized List<String> older(String... purposes) {
        reload();
        return keys.keySet().stream()
                .filter(name -> List.of(purposes).contains(purpose(name)))
                .filter(name -> number(name) < newest.getOrDefault(purpose(name), 0))
                .sorted()
                .toList();
    }

    /** Takes keys out; the file as it was stays beside the new one, named after the first of them. */
    synchronized void remove(List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        try {
            var kept = file.resolveSibling(file.getFileName() + "." + names.getFirst());
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            names.forEach(keys::remove);
            save();
        } catch (IOException | GeneralSecurityException e) {
            reload();
            throw new IllegalStateException("the keystore could not be saved", e);
        }
    }

    static String name(String purpose, int number) {
        return purpose + "-" + number;
    }

    private void add(String purpose) {
        var bytes = new byte[BYTES.get(purpose)];
        RANDOM.nextBytes(bytes);
        var number = newest.merge(purpose, 1, Integer::sum);
        keys.put(name(purpose, number), bytes);
    }

    /** Whether another process has put a key into use since. */
    private void look() {
        if (System.nanoTime() - lookedAt < NOTICED_WITHIN.toNanos() / 2 && lookedAt != 0) {
            return;
        }
        lookedAt = System.nanoTime();
        try {
            if (Files.exists(file) && !Files.getLastModifiedTime(file).equals(read)) {
                load();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keystore cannot be read again", e);
        }
    }

    private static String purpose(String name) {
        return name.substring(0, name.lastIndexOf('-'));
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private void reload() {
        try {
            load();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keystore cannot be read again", e);
        }
    }

    private void load() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        read = Files.getLastModifiedTime(file);
        try (var in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        for (var name : Collections.list(store.aliases())) {
            keys.put(name, store.getKey(name, password).getEncoded());
            newest.merge(purpose(name), number(name), Math::max);
        }
        if (!newest.keySet().containsAll(BYTES.keySet())) {
            throw new GeneralSecurityException("a key is missing in it");
        }
    }

    /** Into a new file first: a crash while saving leaves the old keystore whole. */
    private void save() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        for (var key : keys.entrySet()) {
            store.setEntry(
                    key.getKey(),
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(key.getValue(), "AES")),
                    new KeyStore.PasswordProtection(password, SEALING, stretching()));
        }
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        createPrivate(fresh);
        try (var out = Files.newOutputStream(fresh)) {
            store.store(out, password);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        read = Files.getLastModifiedTime(file);
    }

    /** Opening an entry costs as many rounds as sealing it, and every start opens them all. */
    private static PBEParameterSpec stretching() {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new PBEParameterSpec(salt, given().isPresent() ? STRETCHED : AS_IT_IS);
    }

    private static Optional<String> given() {
        return Optional.ofNullable(System.getenv(ENVIRONMENT)).filter(text -> !text.isBlank());
    }

    private static char[] password(Path file, boolean create) throws IOException {
        var given = given();
        if (given.isPresent()) {
            return given.get().toCharArray();
        }
        var beside = file.resolveSibling(file.getFileName() + ".password");
        if (create && !Files.exists(beside)) {
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            createPrivate(beside);
            Files.writeString(beside, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(beside).strip().toCharArray();
    }

    private static void createPrivate(Path path) throws IOException {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
