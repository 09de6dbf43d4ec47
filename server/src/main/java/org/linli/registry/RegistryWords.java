package org.linli.registry;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be allowed around the base. */
@Component
class RegistryWords implements PermissionWords {

    @Override
    public List<Word> words() {
        return List.of(
                new Word(People.READ, Names.of("查找和查看人口档案", "Find and read people")),
                new Word("registry.person.reveal", Names.of("说明用途后查看完整信息", "See full values for a stated purpose")),
                new Word(People.WRITE, Names.of("登记和更正人口档案", "Register and correct people")),
                new Word("registry.dwelling.read", Names.of("查看房屋和小区", "Read dwellings and compounds")),
                new Word(
                        "registry.dwelling.write",
                        Names.of("登记和更正房屋、户和居住", "Register and correct dwellings, households and residence")),
                new Word("registry.organisation.read", Names.of("查看组织和场所", "Read organisations and places")),
                new Word(
                        "registry.organisation.write",
                        Names.of("登记和更正组织和场所", "Register and correct organisations and places")),
                new Word("registry.figures.read", Names.of("查看辖区数字", "Read the figures of an area")),
                new Word("registry.duplicate.review", Names.of("审核重复档案", "Review duplicate records")),
                new Word("registry.import.run", Names.of("导入数据", "Import files")),
                new Word("registry.export.run", Names.of("导出数据", "Export files")));
    }
}
