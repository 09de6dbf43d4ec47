package org.linli.registry;

import java.util.List;
import org.linli.access.Acting;
import org.linli.shared.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code lists, for forms. */
@RestController
@RequestMapping("/api/registry/codes")
class CodesController {

    /** One code with its names. */
    record CodeView(String code, Names names) {}

    @GetMapping("/{table}")
    List<CodeView> listCodes(Acting by, @PathVariable Codes.Table table) {
        return Codes.of(table).entrySet().stream()
                .map(entry -> new CodeView(entry.getKey(), entry.getValue()))
                .toList();
    }
}
