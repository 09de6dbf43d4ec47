package org.linli.privacy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import org.linli.access.ChainSeal;
import org.linli.shared.StartRefusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the keystore and makes sure that it is the one this database was sealed with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

    private static final int CHECK_BYTES = 8;

    @Bean
    Keystore keystore(PrivacySettings settings, @Value("${linli.data:data}") Path data, KeyRows rows, Clock clock) {
        var known = rows.checkValues();
        var file = settings.keystoreIn(data);
        var keystore = Keystore.open(file, known.isEmpty());
        for (var value : known.entrySet()) {
            var fits = keystore.key(value.getKey())
                    .filter(key -> Arrays.equals(check(value.getKey(), key), value.getValue()))
                    .isPresent();
            if (!fits) {
                throw new StartRefusal("The keystore " + file + " does not belong to this database (key "
                        + value.getKey() + " is missing or another); put the right file back. Nothing was changed."
                        + " 密钥库与数据库不符，请放回原来的密钥库文件；数据未作改动。");
            }
        }
        keystore.all().forEach((name, key) -> {
            if (!known.containsKey(name)) {
                rows.insert(name, check(name, key), clock.instant());
            }
        });
        return keystore;
    }

    @Bean
    ChainSeal chainSeal(Keystore keystore, PrivacySettings settings, @Value("${linli.data:data}") Path data) {
        var folder = Objects.requireNonNull(
                settings.keystoreIn(data).toAbsolutePath().getParent());
        return new KeystoreChainSeal(keystore, folder);
    }

    static byte[] check(String name, byte[] key) {
        return Arrays.copyOf(Sm3.hmac(key, Sm3.bytes("check " + name)), CHECK_BYTES);
    }
}
