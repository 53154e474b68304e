package dev.freehold.domain.allowance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Everything that Oracle limits. What a blueprint uses up comes first ([#COUNTED]); nothing in one uses the
/// rest, which is there so that the whole allowance can be read.
public enum LimitRule implements Rule {
    A1_INSTANCES(Scope.COUNTED, Beyond.BILLED, "instances"),
    A1_OCPUS(Scope.COUNTED, Beyond.BILLED, "OCPU"),
    A1_MEMORY(Scope.COUNTED, Beyond.BILLED, "GB"),
    MICRO_INSTANCES(Scope.COUNTED, Beyond.REFUSED, "instances"),
    BLOCK_STORAGE(Scope.COUNTED, Beyond.BILLED, "GB"),
    RESERVED_IPS(Scope.COUNTED, Beyond.REFUSED, "addresses"),
    VCNS(Scope.COUNTED, Beyond.REFUSED, "VCNs"),
    OBJECT_STORAGE(Scope.COUNTED, Beyond.BILLED, "GB"),
    LOAD_BALANCERS(Scope.COUNTED, Beyond.BILLED, "load balancers"),
    LOAD_BALANCER_BANDWIDTH(Scope.COUNTED, Beyond.BILLED, "Mbps"),

    /// An A1 instance has whole OCPUs, at least one.
    OCPU_INTEGER(Scope.OF_EACH_NODE, Beyond.REFUSED, "OCPU"),
    /// The smallest boot volume that the API takes.
    BOOT_VOLUME_MINIMUM(Scope.OF_EACH_NODE, Beyond.REFUSED, "GB"),

    A1_OCPU_HOURS(Scope.OF_A_MONTH, Beyond.BILLED, "OCPU-hours"),
    A1_MEMORY_HOURS(Scope.OF_A_MONTH, Beyond.BILLED, "GB-hours"),
    BACKUPS(Scope.NOT_PLANNED, Beyond.BILLED, "volume backups"),
    OBJECT_REQUESTS(Scope.NOT_PLANNED, Beyond.BILLED, "requests a month"),
    NETWORK_LOAD_BALANCERS(Scope.NOT_PLANNED, Beyond.REFUSED, "network load balancers"),
    EGRESS(Scope.NOT_PLANNED, Beyond.BILLED, "TB a month"),
    MONITORING_INGESTION(Scope.NOT_PLANNED, Beyond.BILLED, "million datapoints a month"),
    MONITORING_RETRIEVAL(Scope.NOT_PLANNED, Beyond.BILLED, "million datapoints a month"),
    NOTIFICATIONS_HTTPS(Scope.NOT_PLANNED, Beyond.BILLED, "messages a month"),
    NOTIFICATIONS_MAIL(Scope.NOT_PLANNED, Beyond.BILLED, "mails a month"),
    EMAIL_DELIVERY(Scope.NOT_PLANNED, Beyond.BILLED, "mails a month");

    /// What the nodes of a blueprint use up, in the order of the constants from ordinal 0.
    public static final List<LimitRule> COUNTED =
            Arrays.stream(values()).filter(rule -> rule.scope == Scope.COUNTED).toList();

    private final Scope scope;
    private final Beyond beyond;
    private final String unit;

    LimitRule(Scope scope, Beyond beyond, String unit) {
        this.scope = scope;
        this.beyond = beyond;
        this.unit = unit;
    }

    /// What a limit is held against.
    public enum Scope {
        /// What stands at once.
        COUNTED,
        /// One node of the spec at a time.
        OF_EACH_NODE,
        /// What a month of what stands adds up to.
        OF_A_MONTH,
        /// Nothing that a blueprint makes.
        NOT_PLANNED
    }

    /// What happens above a limit in a paying tenancy.
    public enum Beyond {
        BILLED,
        REFUSED
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Scope scope() {
        return scope;
    }

    /// Can `accept-usd-per-month` cover what lies above?
    public boolean isCoveredByMoney() {
        return beyond == Beyond.BILLED;
    }

    public String unit() {
        return unit;
    }
}
