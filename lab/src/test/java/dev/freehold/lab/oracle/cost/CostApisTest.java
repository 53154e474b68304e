package dev.freehold.lab.oracle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Client;
import dev.freehold.lab.OpenLab;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostApisTest {
    private static final String BUDGETS = "/20190111/budgets";

    @TempDir
    private Path folder;

    private OpenLab open;
    private Client client;

    @BeforeEach
    void open() {
        open = OpenLab.in(folder);
        client = open.client();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_budget_is_made_read_changed_and_removed_with_its_rules() {
        var made = budget("1");
        assertThat(made.json().path("lifecycleState").asString()).isEqualTo("ACTIVE");
        assertThat(made.json().path("actualSpend").asDouble()).isZero();
        var rules = BUDGETS + "/" + made.id() + "/alertRules";
        var rule = client.post(
                rules,
                "{'type':'ACTUAL','threshold':1,'thresholdType':'PERCENTAGE','recipients':'a@example.org,b@example.org'}");
        assertThat(rule.status()).as(rule.text()).isEqualTo(200);

        assertThat(client.get(BUDGETS + "/" + made.id())
                        .json()
                        .path("alertRuleCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.put(rules + "/" + rule.id(), "{'threshold':50}")
                        .json()
                        .path("threshold")
                        .asInt())
                .isEqualTo(50);
        assertThat(client.put(BUDGETS + "/" + made.id(), "{'amount':2}")
                        .json()
                        .path("amount")
                        .asInt())
                .isEqualTo(2);
        assertThat(client.get(BUDGETS + "?targetType=ALL&compartmentId=" + open.root())
                        .json())
                .hasSize(1);
        assertThat(client.get(rules).json()).hasSize(1);
        assertThat(client.delete(BUDGETS + "/" + made.id()).status()).isEqualTo(204);
        assertThat(client.get(BUDGETS + "/" + made.id()).status()).isEqualTo(404);
    }

    @Test
    void a_budget_is_of_whole_units_and_mails_to_addresses() {
        assertThat(budget("0").status()).isEqualTo(400);
        assertThat(budget("1.5").text()).contains("whole number");
        var rules = BUDGETS + "/" + budget("1").id() + "/alertRules";
        var wrong = client.post(
                rules, "{'type':'ACTUAL','threshold':1,'thresholdType':'PERCENTAGE','recipients':'nobody'}");
        assertThat(wrong.text()).contains("'nobody' in recipients is no e-mail address");
    }

    @Test
    void usage_within_the_allowance_shows_rows_that_cost_nothing() {
        var namespace = client.get("/n").json().asString();
        client.post("/n/" + namespace + "/b", "{'name':'media','compartmentId':'" + open.root() + "'}");
        client.put("/n/" + namespace + "/b/media/o/one", "0123456789".repeat(100_000));
        open.clock().pass(Duration.ofHours(30));

        var usage = usage("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", "MONTHLY");

        assertThat(usage.status()).as(usage.text()).isEqualTo(200);
        var item = usage.json().path("items").path(0);
        assertThat(item.path("service").asString()).isEqualTo("Object Storage");
        assertThat(item.path("computedAmount").asDouble()).isZero();
        assertThat(item.path("computedQuantity").asDouble()).isPositive();
        assertThat(usage("2026-11-01T00:00:00Z", "2026-11-03T00:00:00Z", "DAILY")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(usage("2026-11-01T00:30:00Z", "2026-11-03T00:00:00Z", "DAILY")
                        .text())
                .contains("nothing below the day");
    }

    private Client.Got usage(String from, String until, String granularity) {
        return client.post("/20200107/usage", """
            {"tenantId": "%s", "timeUsageStarted": "%s", "timeUsageEnded": "%s", "granularity": "%s",
             "queryType": "COST", "groupBy": ["service", "skuName"]}\
            """.formatted(open.root(), from, until, granularity));
    }

    private Client.Got budget(String amount) {
        return client.post(BUDGETS, """
            {"compartmentId": "%s", "targetType": "COMPARTMENT", "targets": ["%s"], "amount": %s,
             "resetPeriod": "MONTHLY", "displayName": "freehold"}\
            """.formatted(open.root(), open.root(), amount));
    }
}
