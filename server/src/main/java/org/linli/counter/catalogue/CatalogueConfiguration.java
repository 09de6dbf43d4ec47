package org.linli.counter.catalogue;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue is made of beside its services. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    HeldDocuments heldDocuments() {
        return CatalogueFiles.heldDocuments();
    }

    @Bean
    PermissionWords cataloguePermissionWords() {
        return () -> List.of(
                new PermissionWords.Word(PublishingItems.PUBLISH, Names.of("发布服务事项", "Publish service items")),
                new PermissionWords.Word(ItemController.READ, Names.of("查看服务事项", "Read service items")));
    }
}
