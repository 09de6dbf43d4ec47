package org.linli.notify;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.shared.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text of a notice, from the messages of the module that its key names. Arguments are named, not numbered, because
 * a notice outlives the text it was sent with.
 */
final class NoticeTexts {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeTexts.class);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");

    private NoticeTexts() {}

    static String text(String key, Map<String, String> arguments, Map<String, Names> names, Locale locale) {
        return ARGUMENT.matcher(template(key, locale)).replaceAll(found -> {
            var name = names.get(found.group(1));
            return Matcher.quoteReplacement(
                    name == null ? arguments.getOrDefault(found.group(1), "") : name.in(locale));
        });
    }

    private static String template(String key, Locale locale) {
        var parts = key.split("\\.", 3);
        try {
            var module = parts.length > 1 ? parts[1] : "house";
            return ResourceBundle.getBundle("messages/" + module, locale, NO_FALLBACK)
                    .getString(key);
        } catch (MissingResourceException e) {
            LOG.warn("no text for the notice {}", key);
            return key;
        }
    }
}
