package dev.freehold.lab.oracle.cost;

import java.math.BigDecimal;
import java.time.Instant;

/// What was used of one line of the price list in one compartment in one hour.
///
/// @param hour when it began
/// @param quantity in the line's unit, what is free of it among it
/// @param usd what of it costs
record MeteredHour(Instant hour, Sku sku, String compartmentId, BigDecimal quantity, BigDecimal usd) {}
