package dev.freehold.lab.oracle.quota;

import java.util.List;

/// One statement of a quota policy.
///
/// @param family such as compute-core
/// @param names which quotas of the family
/// @param value what `set` sets; 0 for the others
/// @param compartment names from below the root down; empty is the whole tenancy
/// @param conditions one of which has to hold; none is always
record QuotaStatement(
        Act act, String family, NamePattern names, long value, List<String> compartment, List<Condition> conditions) {
    /// What is done with a quota.
    enum Act {
        ZERO,
        SET,
        UNSET
    }

    /// Where a statement holds.
    ///
    /// @param variable `request.region` or `request.ad`
    record Condition(String variable, String value) {
        boolean holds(String region, String availabilityDomain) {
            return variable.equals("request.region")
                    ? value.equalsIgnoreCase(region)
                    : value.equalsIgnoreCase(availabilityDomain);
        }
    }

    QuotaStatement {
        compartment = List.copyOf(compartment);
        conditions = List.copyOf(conditions);
    }

    boolean concerns(String family, String name, String region, String availabilityDomain) {
        return this.family.equals(family)
                && names.matches(name)
                && (conditions.isEmpty()
                        || conditions.stream().anyMatch(condition -> condition.holds(region, availabilityDomain)));
    }
}
