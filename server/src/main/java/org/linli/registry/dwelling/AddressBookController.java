package org.linli.registry.dwelling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.registry.Addresses.Community;
import org.linli.registry.RegistryReason;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The address book for whoever is signed in: which communities and compounds there are is no secret. */
@RestController
@RequestMapping("/api/registry/address-book")
class AddressBookController {

    private static final int MOST_SUGGESTIONS = 8;
    private static final int LONGEST = 100;

    private final AddressBook addresses;
    private final Areas areas;

    AddressBookController(AddressBook addresses, Areas areas) {
        this.addresses = addresses;
        this.areas = areas;
    }

    record BookCommunityView(DivisionCode code, Names names, DivisionCode subDistrict, Names subDistrictNames) {}

    record BookCompoundView(UUID id, DivisionCode community, String name, List<String> otherNames) {}

    /** All communities, or the one asked for with its compounds. */
    record AddressBookView(List<BookCommunityView> communities, List<BookCompoundView> compounds) {}

    @GetMapping
    AddressBookView readAddressBook(@RequestParam(required = false) @Nullable String community) {
        if (community == null || community.isBlank()) {
            return new AddressBookView(
                    addresses.communities().stream()
                            .map(AddressBookController::view)
                            .toList(),
                    List.of());
        }
        var code = areas.requireDivision(community.strip()).code();
        if (code.level() != Level.COMMUNITY) {
            throw Refusal.ofField("community", RegistryReason.NO_COMMUNITY, code.value());
        }
        return new AddressBookView(
                addresses.communities().stream()
                        .filter(one -> one.code().equals(code))
                        .map(AddressBookController::view)
                        .toList(),
                addresses.compounds(code).stream()
                        .map(one -> new BookCompoundView(one.id(), one.community(), one.name(), one.otherNames()))
                        .toList());
    }

    /** An address that may have been meant, and the community it lies in. */
    record SuggestedAddressView(String address, UUID compound, DivisionCode community, Names communityNames) {}

    /** Addresses whose beginning somebody wrote, in any of the ways people say them; those of the community first. */
    @GetMapping("/suggestions")
    List<SuggestedAddressView> suggestAddresses(
            Acting by, @RequestParam String said, @RequestParam(required = false) @Nullable String community) {
        var text = said.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        var first = community == null || community.isBlank()
                ? by.area()
                : areas.requireDivision(community.strip()).code();
        return addresses.suggestions(text, first, MOST_SUGGESTIONS).stream()
                .map(one -> new SuggestedAddressView(
                        one.address(),
                        one.compound().id(),
                        one.compound().community(),
                        areas.requireDivision(one.compound().community()).shortNames()))
                .toList();
    }

    private static BookCommunityView view(Community community) {
        return new BookCommunityView(
                community.code(), community.names(), community.subDistrict(), community.subDistrictNames());
    }
}
