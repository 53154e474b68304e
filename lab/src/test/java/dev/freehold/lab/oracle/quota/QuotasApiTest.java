package dev.freehold.lab.oracle.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Client;
import dev.freehold.lab.OpenLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotasApiTest {
    private static final String QUOTAS = "/20181025/quotas";

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
    void a_policy_is_made_read_changed_and_removed() {
        var made = created("free", "zero database quotas in tenancy");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path("lifecycleState").asString()).isEqualTo("ACTIVE");

        var one = QUOTAS + "/" + made.id();
        var list = client.get(QUOTAS + "?compartmentId=" + open.root() + "&name=free");
        assertThat(list.json().path(0).path("id").asString()).isEqualTo(made.id());
        assertThat(list.json().path(0).has("statements")).isFalse();
        var stale = client.send("PUT", one, "{'description':'x'}", Map.of("if-match", "0-0"));
        assertThat(stale.status()).isEqualTo(412);
        var changed = client.put(one, "{'statements':['zero vcn quotas in tenancy']}");
        assertThat(changed.json().path("statements").path(0).asString()).isEqualTo("zero vcn quotas in tenancy");
        assertThat(client.delete(one).status()).isEqualTo(204);
        assertThat(client.get(one).status()).isEqualTo(404);
    }

    @Test
    void a_statement_that_can_not_be_is_refused_with_its_reason() {
        var wrong = created("free", "zero databases quotas in tenancy");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("InvalidParameter");
        assertThat(wrong.text()).contains("no family of quotas 'databases'");

        assertThat(created("free", "zero vcn quotas in compartment nowhere").text())
                .contains("no compartment nowhere");
        created("free", "zero vcn quotas in tenancy");
        assertThat(created("free", "zero vcn quotas in tenancy").status()).isEqualTo(409);
    }

    @Test
    void a_policy_acts_after_a_while_and_never_on_what_stands() {
        // given
        var namespace = client.get("/n").json().asString();
        client.post("/n/" + namespace + "/b", "{'name':'media','compartmentId':'" + open.root() + "'}");
        var object = "/n/" + namespace + "/b/media/o/one";
        assertThat(client.put(object, "0123456789").status()).isEqualTo(200);
        // when
        created("small", "set object-storage quota storage-bytes to 15 in tenancy");
        // then
        assertThat(client.put("/n/" + namespace + "/b/media/o/early", "0").status())
                .isEqualTo(200);
        open.clock().pass(Duration.ofMinutes(10));
        var refused = client.put("/n/" + namespace + "/b/media/o/two", "0123456789");
        assertThat(refused.code()).isEqualTo("QuotaExceeded");
        assertThat(refused.text()).contains("storage-bytes");
        assertThat(client.put("/n/" + namespace + "/b/media/o/three", "0123").status())
                .isEqualTo(200);
        assertThat(client.get(object).text()).isEqualTo("0123456789");
        var left = client.get("/20190729/services/object-storage/limits/storage-bytes/resourceAvailability"
                        + "?compartmentId=" + open.root())
                .json();
        assertThat(left.path("used").asLong()).isEqualTo(15);
        assertThat(left.path("available").asLong()).isZero();
        assertThat(left.path("effectiveQuotaValue").asLong()).isEqualTo(15);
    }

    @Test
    void a_changed_policy_says_the_old_thing_until_it_acts() {
        var quota = created("small", "set object-storage quota storage-bytes to 15 in tenancy");
        open.clock().pass(Duration.ofMinutes(10));

        client.put(QUOTAS + "/" + quota.id(), "{'statements':['zero object-storage quotas in tenancy']}");

        assertThat(effective()).isEqualTo(15);
        open.clock().pass(Duration.ofMinutes(10));
        assertThat(effective()).isZero();
    }

    @Test
    void limits_are_those_of_the_tenancys_kind() {
        var values = client.get("/20190729/limitValues?serviceName=compute&compartmentId=" + open.root()
                + "&name=standard-a1-core-regional-count");
        assertThat(values.json().path(0).path("value").asLong()).isEqualTo(4);
        assertThat(client.get("/20190729/services?compartmentId=" + open.root()).text())
                .contains("block-storage");
        var domain = client.get("/20190729/services/compute/limits/standard-a1-core-count/resourceAvailability"
                + "?compartmentId=" + open.root());
        assertThat(domain.status()).as("what is counted by domain needs one").isIn(400, 404);
    }

    private long effective() {
        return client.get("/20190729/services/object-storage/limits/storage-bytes/resourceAvailability"
                        + "?compartmentId=" + open.root())
                .json()
                .path("effectiveQuotaValue")
                .asLong();
    }

    private Client.Got created(String name, String statement) {
        return client.post(QUOTAS, """
            {"compartmentId": "%s", "name": "%s", "description": "a test", "statements": ["%s"]}\
            """.formatted(open.root(), name, statement));
    }
}
