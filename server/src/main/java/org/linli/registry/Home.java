package org.linli.registry;

import org.linli.shared.DivisionCode;

/**
 * Where somebody lives (现住地).
 *
 * @param address compound and door as people say them
 * @param division the dwelling's grid cell or community
 */
public record Home(DwellingId dwelling, String address, DivisionCode division) {}
