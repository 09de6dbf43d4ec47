package org.linli.counter.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.counter.catalogue.HeldDocuments.HeldDocument;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The catalogue's files that come with the program. */
final class CatalogueFiles {

    private static final String HELD = "catalogue/held-documents.yaml";

    private CatalogueFiles() {}

    /** File names with their texts, in the order of the names. */
    static Map<String, String> items() {
        var texts = new java.util.TreeMap<String, String>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:catalogue/items/*.yaml")) {
                texts.put(String.valueOf(resource.getFilename()), text(resource));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static HeldDocuments heldDocuments() {
        var faults = new ArrayList<ItemFault>();
        var resource = new PathMatchingResourcePatternResolver().getResource("classpath:" + HELD);
        var documents = new LinkedHashMap<String, HeldDocument>();
        for (var yaml : ItemYaml.maps(HELD, text(resource), faults)) {
            var document =
                    new HeldDocument(yaml.text("code"), yaml.names(), yaml.text("register"), yaml.text("issuedBy"));
            yaml.noMore();
            documents.put(document.code(), document);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the list of held documents is faulty: " + List.copyOf(faults));
        }
        return HeldDocuments.of(documents);
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
