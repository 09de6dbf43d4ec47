package org.linli.registry.finding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finding people. */
@RestController
@RequestMapping("/api/registry/people")
class FindController {

    /** In the body, because names and numbers must not end up in an address and thus in logs. */
    record FindPeopleForm(
            @NotBlank @Size(max = 60) String text,
            @Nullable @Size(max = 200) String after) {}

    /**
     * Whom was found.
     *
     * @param elsewhere how many have this very number outside the area of the posting
     */
    record FoundPeopleView(
            FindPeople.By by,
            List<PersonLine> people,
            int elsewhere,
            @Nullable String next) {}

    private final FindPeople finding;

    FindController(FindPeople finding) {
        this.finding = finding;
    }

    @PostMapping("/find")
    FoundPeopleView findPeople(Acting by, @Valid @RequestBody FindPeopleForm form) {
        var found = finding.find(by, form.text(), Optional.ofNullable(form.after()));
        return new FoundPeopleView(
                found.by(), found.people(), found.elsewhere(), found.next().orElse(null));
    }
}
