package dev.freehold.lab.oracle.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Gauge;
import dev.freehold.lab.oracle.limit.LimitCatalogue;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenancyQuotasTest {
    private static final String ROOT = "ocid1.tenancy.oc1..root";
    private static final String CORES = "standard-a1-core-count";
    private static final String VCNS = "vcn-count";
    private static final List<String> DOMAINS = List.of("AD-1", "AD-2");

    @TempDir
    private Path folder;

    private final List<Gauge.Use> cores = new ArrayList<>();
    private final TenancyQuotas quotas = new TenancyQuotas(ROOT, "eu-frankfurt-1");
    private final Limits limits = new Limits(LimitCatalogue.of("payg-2026-10", DOMAINS, 0));
    private World world;
    private String team;
    private String project;

    @BeforeEach
    void a_world_with_a_team_and_its_project() {
        world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), _ -> new ManualClock());
        limits.gauge(CORES, _ -> cores.stream());
        limits.gauge(VCNS, _ -> java.util.stream.Stream.empty());
        team = compartment("team", ROOT);
        project = compartment("project", team);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void with_no_policy_nothing_is_exceeded() {
        assertThat(exceeded(project, "AD-1", CORES, 1000)).isEmpty();
    }

    @Test
    void a_later_statement_wins_within_a_policy() {
        policy("zero compute-core quotas in tenancy", "set compute-core quota standard-a1-core-count to 4 in tenancy");

        assertThat(exceeded(team, "AD-1", CORES, 4)).isEmpty();
        assertThat(exceeded(team, "AD-1", CORES, 5)).containsExactly(CORES);
        assertThat(exceeded(team, "AD-1", "standard-e2-micro-core-count", 1)).isNotEmpty();
        assertThat(exceeded(team, "", VCNS, 10)).as("another family").isEmpty();
    }

    @Test
    void between_policies_the_strictest_wins() {
        policy("zero compute-core quotas in tenancy");
        policy("set compute-core quota standard-a1-core-count to 4 in tenancy");

        assertThat(exceeded(team, "AD-1", CORES, 1)).containsExactly(CORES);
    }

    @Test
    void what_stands_below_a_compartment_counts_there() {
        policy("set compute-core quota standard-a1-core-count to 4 in compartment team");
        cores.add(new Gauge.Use(project, "AD-1", 3));
        cores.add(new Gauge.Use(ROOT, "AD-1", 7));

        assertThat(exceeded(team, "AD-1", CORES, 1)).isEmpty();
        assertThat(exceeded(team, "AD-1", CORES, 2)).isNotEmpty();
        assertThat(exceeded(project, "AD-1", CORES, 2)).isNotEmpty();
        assertThat(exceeded(ROOT, "AD-1", CORES, 100)).isEmpty();
    }

    @Test
    void a_quota_by_domain_counts_in_each_domain() {
        policy("set compute-core quota standard-a1-core-count to 4 in tenancy");
        cores.add(new Gauge.Use(team, "AD-1", 4));

        assertThat(exceeded(team, "AD-1", CORES, 1)).isNotEmpty();
        assertThat(exceeded(team, "AD-2", CORES, 4)).isEmpty();
    }

    @Test
    void a_parents_quota_overrides_a_childs() {
        policy(
                "set compute-core quota standard-a1-core-count to 2 in compartment team",
                "set compute-core quota standard-a1-core-count to 8 in compartment team:project");

        assertThat(exceeded(project, "AD-1", CORES, 3)).isNotEmpty();
    }

    @Test
    void unset_frees_a_compartment_of_what_holds_above() {
        policy(
                "set compute-core quota standard-a1-core-count to 2 in tenancy",
                "unset compute-core quota standard-a1-core-count in compartment team:project");

        assertThat(exceeded(project, "AD-1", CORES, 3)).isEmpty();
        assertThat(exceeded(team, "AD-1", CORES, 3)).isNotEmpty();
    }

    @Test
    void a_condition_confines_a_statement() {
        policy("zero compute-core quotas in tenancy where request.region = us-ashburn-1");
        policy("set compute-core quota standard-a1-core-count to 1 in tenancy where request.ad = AD-2");

        assertThat(exceeded(team, "AD-1", CORES, 5)).isEmpty();
        assertThat(exceeded(team, "AD-2", CORES, 2)).isNotEmpty();
    }

    private List<String> exceeded(String compartment, String domain, String name, long more) {
        return world.change(tx -> quotas.exceeded(tx, new Claim(compartment, domain, Map.of(name, more)), limits));
    }

    private String compartment(String name, String parent) {
        return world.change(
                tx -> tx.create("compartment", parent, "ACTIVE", Json.object().put("name", name))
                        .id());
    }

    private void policy(String... statements) {
        world.change(tx -> {
            var attributes = Json.object().put(TenancyQuotas.FROM, tx.now().toString());
            attributes.set(TenancyQuotas.BEFORE, Json.array());
            attributes.set("statements", Json.strings(List.of(statements)));
            return tx.create(TenancyQuotas.KIND, ROOT, "ACTIVE", attributes);
        });
    }
}
