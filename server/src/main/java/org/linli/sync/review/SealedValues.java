package org.linli.sync.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.FieldCipher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Values of a record as sealed JSON: sync does not know which of them are personal, so it seals all. */
@Component
class SealedValues {

    private final FieldCipher cipher;
    private final JsonMapper mapper = JsonMapper.shared();

    SealedValues(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String seal(Map<String, @Nullable Object> values) {
        return cipher.seal("sync.conflict.values", mapper.writeValueAsString(values));
    }

    /** Empty for what was emptied. */
    Map<String, @Nullable Object> open(@Nullable String sealed) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (sealed != null) {
            mapper.readValue(cipher.open("sync.conflict.values", sealed), Map.class)
                    .forEach((field, value) -> values.put(String.valueOf(field), value));
        }
        return values;
    }
}
