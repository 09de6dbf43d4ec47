package org.linli.registry.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * What a workbook holds, found while it was looked through.
 *
 * @param rows how many rows each worksheet has, by the name of its part
 * @param targets parts of the workbook, by the id of the relationship that leads to them
 */
record XlsxParts(Map<String, Long> rows, Map<String, String> targets) {

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** Longer ones are of no spreadsheet, and end as broken. */
    private static final int MOST_BYTES = 1 << 20;

    /** How many rows the sheet of a relationship has; empty where the archive does not tell which part that is. */
    Optional<Long> rowsOf(String relation) {
        return Optional.ofNullable(targets.get(relation)).map(rows::get);
    }

    /** Part names as they are compared: without a slash in front, in small letters, as the format wants it. */
    static String plain(String name) {
        var path = name.startsWith("/") ? name.substring(1) : "xl/" + name;
        return path.toLowerCase(Locale.ROOT);
    }

    static Map<String, String> targets(ZipFile archive) throws IOException {
        var targets = new HashMap<String, String>();
        var entry = archive.getEntry(RELATIONS);
        if (entry == null) {
            return targets;
        }
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = archive.getInputStream(entry)) {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(in.readNBytes(MOST_BYTES)));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Relationship")
                        && reader.getAttributeValue(null, "Id") != null
                        && reader.getAttributeValue(null, "Target") != null) {
                    targets.put(reader.getAttributeValue(null, "Id"), plain(reader.getAttributeValue(null, "Target")));
                }
            }
            return targets;
        } catch (XMLStreamException e) {
            throw new BrokenSheet(BrokenSheet.Why.BROKEN);
        }
    }
}
