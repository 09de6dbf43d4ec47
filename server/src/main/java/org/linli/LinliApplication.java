package org.linli;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Linli: an embedded PostgreSQL unless one is named, then the server. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Linli")
public class LinliApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LinliApplication.class, arguments);
    }
}
