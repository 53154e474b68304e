package dev.freehold.lab.oracle.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Client.Got;
import dev.freehold.lab.OpenLab;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {
    private static final byte[] QCOW2 = qcow2(10L << 30);

    @TempDir
    Path folder;

    private Tenant tenant;
    private String namespace;

    @BeforeEach
    void start() {
        tenant = new Tenant(OpenLab.in(folder));
        namespace = tenant.lab().client().get("/n").json().asString();
        tenant.lab()
                .client()
                .post(
                        "/n/" + namespace + "/b",
                        "{'name': 'images', 'compartmentId': '%s'}"
                                .formatted(tenant.lab().root()));
    }

    @AfterEach
    void stop() {
        tenant.lab().close();
    }

    private static byte[] qcow2(long virtualBytes) {
        return ByteBuffer.allocate(1024)
                .putInt(0, 0x514649FB)
                .putInt(4, 3)
                .putLong(24, virtualBytes)
                .array();
    }

    private Got upload(byte[] content) {
        var client = tenant.lab().client();
        var uri = client.endpoint().resolve("/n/" + namespace + "/b/images/o/disk.qcow2");
        var request = HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        client.signer().headers("PUT", uri, null).forEach(request::header);
        return client.send(request.build());
    }

    private Got importing() {
        return tenant.post("images", """
            'displayName': 'mine', 'launchMode': 'PARAVIRTUALIZED', 'imageSourceDetails': {
            'sourceType': 'objectStorageTuple', 'namespaceName': '%s', 'bucketName': 'images',
            'objectName': 'disk.qcow2', 'sourceImageType': 'QCOW2'}\
            """.formatted(namespace));
    }

    private Got launch(String image) {
        return tenant.post("instances", Tenant.a1(tenant.domains().getFirst(), 1, 6, image, tenant.subnet(), ""));
    }

    @Test
    void an_import_boots_on_ampere_once_it_has_the_shape_and_the_firmware() {
        // given
        assertThat(upload(QCOW2).status()).isEqualTo(200);
        var image = importing();
        assertThat(image.json().path("lifecycleState").asString()).isEqualTo("IMPORTING");
        assertThat(launch(image.id()).code()).isEqualTo("IncorrectState");
        tenant.pass(Duration.ofMinutes(21));
        assertThat(tenant.get("images/" + image.id()).json().path("sizeInMBs").asInt())
                .isEqualTo(10_240);
        var work = tenant.get(
                        "workRequests/" + image.header("opc-work-request-id").orElseThrow())
                .json();
        assertThat(work.path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(work.path("resources").path(0).path("actionType").asString()).isEqualTo("CREATED");
        // then
        assertThat(launch(image.id()).text()).contains("not valid for image");
        tenant.lab().client().put("/20160918/images/" + image.id() + "/shapes/VM.Standard.A1.Flex", "{}");
        assertThat(launch(image.id()).text()).contains("BIOS", "UEFI_64");
        var version = tenant.get("computeGlobalImageCapabilitySchemas")
                .json()
                .path(0)
                .path("currentVersionName")
                .asString();
        var schema = tenant.post("computeImageCapabilitySchemas", """
            'imageId': '%s', 'computeGlobalImageCapabilitySchemaVersionName': '%s', 'schemaData': {
            'Compute.Firmware': {'descriptorType': 'enumstring', 'source': 'IMAGE', 'values': ['UEFI_64'],
            'defaultValue': 'UEFI_64'}}\
            """.formatted(image.id(), version));
        assertThat(schema.status()).isEqualTo(200);
        assertThat(launch(image.id()).status()).isEqualTo(200);
    }

    @Test
    void what_is_no_disk_ends_deleted_and_the_work_request_says_why() {
        // given
        upload("no disk, but long enough to be one".getBytes(StandardCharsets.UTF_8));
        // when
        var image = importing();
        tenant.pass(Duration.ofMinutes(21));
        // then
        assertThat(tenant.state("images", image.id())).isEqualTo("DELETED");
        var work = "workRequests/" + image.header("opc-work-request-id").orElseThrow();
        assertThat(tenant.get(work).json().path("status").asString()).isEqualTo("FAILED");
        assertThat(tenant.get(work + "/errors").text()).contains("no QCOW2");
    }

    @Test
    void what_is_not_there_is_not_imported() {
        assertThat(importing().code()).isEqualTo("NotAuthorizedOrNotFound");
    }

    @Test
    void a_fresh_tenancy_has_ready_images_and_the_platforms() {
        var all = tenant.list("images").valueStream().toList();
        assertThat(all.stream().map(image -> image.path("displayName").asString()))
                .contains("freehold-base-amd64", "freehold-base-arm64", "freehold-proxmox-arm64");
        assertThat(all.stream().filter(image -> !image.has("compartmentId"))).hasSize(4);
        assertThat(tenant.list("images?shape=VM.Standard.A1.Flex&operatingSystem=Debian"))
                .hasSize(2);
        tenant.lab().client().delete("/20160918/images/" + tenant.image("freehold-base-arm64"));
        tenant.pass(Duration.ofSeconds(10));
        tenant.restart();
        assertThat(tenant.list("images?displayName=freehold-base-arm64")).isEmpty();
    }
}
