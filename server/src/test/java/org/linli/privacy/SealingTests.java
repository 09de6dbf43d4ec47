package org.linli.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.shared.StartRefusal;

class SealingTests {

    @TempDir
    Path folder;

    private Path file;
    private Keystore keystore;
    private Sm4FieldCipher cipher;

    @BeforeEach
    void makeAKeystore() {
        file = folder.resolve("keystore.p12");
        keystore = Keystore.open(file, true);
        cipher = new Sm4FieldCipher(keystore);
    }

    @Test
    void opensWhatItSealed() {
        for (var plain : new String[] {"", "张伟", "150203198808081237", "𠮷".repeat(1000)}) {
            assertThat(cipher.open("test.name", cipher.seal("test.name", plain)))
                    .isEqualTo(plain);
        }
    }

    @Test
    void sealsTheSameValueDifferentlyEveryTime() {
        assertThat(cipher.seal("test.name", "张伟")).isNotEqualTo(cipher.seal("test.name", "张伟"));
    }

    @Test
    void opensOnlyUnderItsOwnContext() {
        var sealed = cipher.seal("test.name", "张伟");
        assertThatThrownBy(() -> cipher.open("test.phone", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesEveryAlteredCharacter() {
        var sealed = cipher.seal("test.name", "张伟");
        for (var i = sealed.indexOf('.') + 1; i < sealed.length() - 1; i++) {
            var altered = sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'B' : 'A') + sealed.substring(i + 1);
            assertThatThrownBy(() -> cipher.open("test.name", altered)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void readsOldValuesAfterARotation() {
        var before = cipher.seal("test.name", "张伟");
        keystore.addNext(Keystore.FIELD, Keystore.INDEX);
        var after = cipher.seal("test.name", "张伟");
        assertThat(before).startsWith("k1.");
        assertThat(after).startsWith("k2.");
        assertThat(cipher.open("test.name", before)).isEqualTo("张伟");
        var reopened = new Sm4FieldCipher(Keystore.open(file, false));
        assertThat(reopened.open("test.name", before)).isEqualTo("张伟");
        assertThat(reopened.open("test.name", after)).isEqualTo("张伟");
    }

    @Test
    void findsEqualValuesByTheirIndexWithoutKnowingThem() {
        var index = new Sm3BlindIndex(keystore);
        assertThat(index.of("id-number", "15020319880808123x")).isEqualTo(index.of("id-number", " 15020319880808123X"));
        assertThat(index.of("id-number", "1")).isNotEqualTo(index.of("phone", "1"));
    }

    @Test
    void keepsKeysFromOtherEyes() throws IOException {
        for (var name : new String[] {"keystore.p12", "keystore.p12.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesToGoOnWithoutTheKeystoreOfTheData() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> Keystore.open(file, false))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesADamagedKeystoreAndAWrongPassword() throws IOException {
        Files.writeString(folder.resolve("keystore.p12.password"), "guess");
        assertThatThrownBy(() -> Keystore.open(file, true)).isInstanceOf(StartRefusal.class);
        Files.writeString(file, "rubbish");
        assertThatThrownBy(() -> Keystore.open(file, true)).isInstanceOf(StartRefusal.class);
        assertThat(file).hasContent("rubbish");
    }

    @Test
    void remembersAnchorsAndNoticesAlteredOnes() throws IOException {
        var seal = new KeystoreChainSeal(keystore, folder);
        assertThat(seal.anchor("audit")).isEmpty();
        var anchor = new org.linli.access.ChainSeal.Anchor(7, "ab");
        seal.anchor("audit", anchor);
        assertThat(seal.anchor("audit")).contains(anchor);
        var path = folder.resolve("audit.anchor");
        Files.writeString(path, Files.readString(path).replace("audit 7", "audit 6"));
        assertThat(seal.anchor("audit")).isEmpty();
    }
}
