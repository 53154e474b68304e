package dev.freehold.lab.oracle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.OpenLab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsApiTest {
    @TempDir
    private Path folder;

    @Test
    void a_topic_has_subscribers_who_have_not_confirmed_yet() {
        try (var open = OpenLab.in(folder)) {
            var client = open.client();
            var topics = "/20181201/topics";
            var topic = client.post(topics, "{'name':'alarms','compartmentId':'" + open.root() + "'}")
                    .json()
                    .path("topicId")
                    .asString();
            var subscription = client.post(
                    "/20181201/subscriptions",
                    "{'topicId':'%s','compartmentId':'%s','protocol':'EMAIL','endpoint':'a@example.org'}"
                            .formatted(topic, open.root()));

            assertThat(subscription.json().path("lifecycleState").asString()).isEqualTo("PENDING");
            assertThat(client.get(topics + "?compartmentId=" + open.root()).json())
                    .hasSize(1);
            assertThat(client.post(topics + "/" + topic + "/messages", "{'body':'hello'}")
                            .status())
                    .isEqualTo(202);
            assertThat(client.delete(topics + "/" + topic).status()).isEqualTo(204);
            assertThat(client.get("/20181201/subscriptions/" + subscription.id())
                            .status())
                    .isEqualTo(404);
        }
    }
}
