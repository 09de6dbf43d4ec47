package org.linli.access.posting;

import java.util.Set;
import org.linli.area.Unit;
import org.linli.shared.Names;

/** Role (角色): what a posting may do, and at which kinds of unit it exists. */
public record Role(String key, Names names, boolean administrator, Set<Unit.Kind> units, Set<String> words) {}
