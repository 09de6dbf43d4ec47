package org.linli.casework.procedure;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.linli.casework.procedure.ProcedureFault.Kind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A procedure's file, read: either the procedure, or everything that is wrong with it, each fault with its line. The
 * digest is of the content without comments and layout.
 */
public record ProcedureFile(Optional<Procedure> procedure, List<ProcedureFault> faults, String digest) {

    private static final int LARGEST = 200_000;

    /** Reads a file; {@code file} is the name that faults are reported under. */
    public static ProcedureFile read(String file, String source, KnownWords known) {
        var faults = new Faults(file);
        var root = compose(source, faults);
        if (root.isEmpty()) {
            return new ProcedureFile(Optional.empty(), faults.list(), "");
        }
        var lines = new ProcedureLines();
        var draft = new ProcedureReader(faults, lines, known).read(root.get());
        new ProcedureCheck(draft, lines, faults).run();
        return new ProcedureFile(
                faults.isEmpty() ? Optional.of(draft) : Optional.empty(), faults.list(), digest(root.get()));
    }

    private static Optional<Node> compose(String source, Faults faults) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(0);
        try {
            var root = Optional.ofNullable(new Yaml(options).compose(new StringReader(source)));
            if (root.isEmpty()) {
                faults.add(1, Kind.NOT_YAML, "empty");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            faults.add(mark == null ? 1 : mark.getLine() + 1, Kind.NOT_YAML, String.valueOf(broken.getProblem()));
        } catch (YAMLException broken) {
            faults.add(1, Kind.NOT_YAML, String.valueOf(broken.getMessage()));
        }
        return Optional.empty();
    }

    private static String digest(Node root) {
        var content = new StringBuilder();
        write(root, content);
        var bytes = content.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return java.util.HexFormat.of().formatHex(result);
    }

    private static void write(Node node, StringBuilder to) {
        switch (node) {
            case MappingNode map -> {
                to.append('{');
                map.getValue().forEach(tuple -> {
                    write(tuple.getKeyNode(), to);
                    write(tuple.getValueNode(), to);
                });
                to.append('}');
            }
            case SequenceNode list -> {
                to.append('[');
                list.getValue().forEach(item -> write(item, to));
                to.append(']');
            }
            case ScalarNode scalar ->
                to.append(scalar.getValue().length()).append(':').append(scalar.getValue());
            default -> throw new IllegalStateException("an unexpected node: " + node.getNodeId());
        }
    }
}
