package org.linli.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import org.linli.access.ChainSeal;

/** Seals with the chain key of the keystore and keeps anchors in small files beside it. */
final class KeystoreChainSeal implements ChainSeal {

    private final Keystore keystore;
    private final Path folder;

    KeystoreChainSeal(Keystore keystore, Path folder) {
        this.keystore = keystore;
        this.folder = folder;
    }

    @Override
    public byte[] of(byte[] content) {
        // The chain key is never rotated: rows sealed years ago must still verify.
        return Sm3.hmac(keystore.key(Keystore.name(Keystore.CHAIN, 1)).orElseThrow(), content);
    }

    @Override
    public synchronized void anchor(String chain, Anchor head) {
        var line = chain + " " + head.sequence() + " " + head.hash();
        try {
            var fresh = folder.resolve(chain + ".anchor.new");
            Files.writeString(fresh, line + "\n" + code(line) + "\n");
            Files.move(fresh, file(chain), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Anchor> anchor(String chain) {
        try {
            if (!Files.exists(file(chain))) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file(chain));
            if (lines.size() != 2 || !code(lines.getFirst()).equals(lines.getLast())) {
                return Optional.empty();
            }
            var words = lines.getFirst().split(" ");
            return words[0].equals(chain)
                    ? Optional.of(new Anchor(Long.parseLong(words[1]), words[2]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String chain) {
        return folder.resolve(chain + ".anchor");
    }

    private String code(String line) {
        return HexFormat.of().formatHex(of(Sm3.bytes(line)));
    }
}
