package dev.freehold.lab.oracle.objectstorage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Client;
import dev.freehold.lab.OpenLab;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStorageTest {
    @TempDir
    private Path folder;

    private OpenLab open;
    private Client client;
    private String buckets;
    private String bucket;

    @BeforeEach
    void a_bucket() {
        open = OpenLab.in(folder);
        client = open.client();
        buckets = "/n/" + client.get("/n").json().asString() + "/b";
        bucket = buckets + "/media";
        assertThat(create("media").status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_bucket_is_read_listed_changed_and_removed() {
        assertThat(create("media").code()).isEqualTo("BucketAlreadyExists");
        assertThat(create("me/dia").code()).isEqualTo("InvalidBucketName");
        client.put(bucket + "/o/one", "12345");

        var shown =
                client.get(bucket + "?fields=approximateCount,approximateSize").json();
        assertThat(shown.path("approximateCount").asInt()).isEqualTo(1);
        assertThat(shown.path("approximateSize").asInt()).isEqualTo(5);
        assertThat(client.get(bucket).json().has("approximateCount")).isFalse();
        assertThat(client.get(buckets + "?compartmentId=" + open.root()).json()).hasSize(1);
        assertThat(client.post(bucket, "{'freeformTags':{'a':'b'}}")
                        .json()
                        .path("freeformTags")
                        .path("a")
                        .asString())
                .isEqualTo("b");
        assertThat(client.delete(bucket).code()).isEqualTo("BucketNotEmpty");
        client.delete(bucket + "/o/one");
        assertThat(client.delete(bucket).status()).isEqualTo(204);
        assertThat(client.get(bucket).code()).isEqualTo("BucketNotFound");
        assertThat(client.get("/n/other/b/media").code()).isEqualTo("NamespaceNotFound");
    }

    @Test
    void a_name_with_slashes_is_the_same_however_it_is_sent() {
        client.put(bucket + "/o/a%2Fb%20c", "content");

        assertThat(client.get(bucket + "/o/a/b%20c").text()).isEqualTo("content");
        assertThat(client.get(bucket + "/o?prefix=a/")
                        .json()
                        .path("objects")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("a/b c");
    }

    @Test
    void what_was_said_of_an_object_comes_back_with_it() {
        var put = client.send(
                "PUT",
                bucket + "/o/one",
                "hello",
                Map.of(
                        "opc-meta-purpose",
                        "test",
                        "cache-control",
                        "no-store",
                        "content-md5",
                        "XUFAKrxLKna5cZ2REBfFkg=="));

        var got = client.get(bucket + "/o/one");
        assertThat(put.header("opc-content-md5")).contains("XUFAKrxLKna5cZ2REBfFkg==");
        assertThat(got.header("content-md5")).isEqualTo(put.header("opc-content-md5"));
        assertThat(got.header("etag")).isEqualTo(put.header("etag"));
        assertThat(got.header("opc-meta-purpose")).contains("test");
        assertThat(got.header("cache-control")).contains("no-store");
        var head = client.send("HEAD", bucket + "/o/one", null, Map.of());
        assertThat(head.header("content-length")).contains("5");
        assertThat(head.text()).isEmpty();
    }

    @Test
    void content_that_is_not_what_its_digest_says_is_not_stored() {
        var put = client.send("PUT", bucket + "/o/one", "hallo", Map.of("content-md5", "XUFAKrxLKna5cZ2REBfFkg=="));

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.code()).isEqualTo("UnmatchedContentMD5");
        assertThat(client.get(bucket + "/o/one").code()).isEqualTo("ObjectNotFound");
    }

    @Test
    void a_part_of_an_object_is_read_by_its_range() {
        client.put(bucket + "/o/one", "0123456789");

        assertThat(range("bytes=2-4")).isEqualTo("206 bytes 2-4/10 234");
        assertThat(range("bytes=7-")).isEqualTo("206 bytes 7-9/10 789");
        assertThat(range("bytes=-2")).isEqualTo("206 bytes 8-9/10 89");
        assertThat(range("bytes=5-99")).isEqualTo("206 bytes 5-9/10 56789");
        assertThat(range("lines=1-2")).isEqualTo("200 - 0123456789");
        assertThat(client.send("GET", bucket + "/o/one", null, Map.of("range", "bytes=10-12"))
                        .status())
                .isEqualTo(416);
    }

    @Test
    void conditions_are_held() {
        var etag = client.put(bucket + "/o/one", "first").header("etag").orElseThrow();

        assertThat(with("GET", "if-none-match", etag, null).status()).isEqualTo(304);
        assertThat(with("GET", "if-match", "other", null).code()).isEqualTo("IfMatchFailed");
        assertThat(with("PUT", "if-none-match", "*", "second").code()).isEqualTo("IfNoneMatchFailed");
        assertThat(with("PUT", "if-match", "other", "second").status()).isEqualTo(412);
        assertThat(with("PUT", "if-match", etag, "second").status()).isEqualTo(200);
        assertThat(with("DELETE", "if-match", etag, null).status()).isEqualTo(412);
        assertThat(client.get(bucket + "/o/one").text()).isEqualTo("second");
    }

    @Test
    void a_list_goes_on_where_a_page_says() {
        for (var name : new String[] {"a", "b", "c"}) {
            client.put(bucket + "/o/" + name, name);
        }

        var first = client.get(bucket + "/o?limit=2&fields=name,size,md5,etag,timeCreated")
                .json();
        assertThat(first.path("objects")).hasSize(2);
        assertThat(first.path("objects").path(0).path("size").asInt()).isEqualTo(1);
        assertThat(first.path("nextStartWith").asString()).isEqualTo("c");
        var second = client.get(bucket + "/o?limit=2&start=c").json();
        assertThat(second.path("objects").path(0).propertyNames()).containsExactly("name");
        assertThat(second.has("nextStartWith")).isFalse();
    }

    @Test
    void an_object_comes_in_parts() {
        var uploads = bucket + "/u";
        var id = client.post(uploads, "{'object':'disk/img','metadata':{'opc-meta-k':'v'}}")
                .json()
                .path("uploadId")
                .asString();
        var one = client.put(uploads + "/disk%2Fimg?uploadId=" + id + "&uploadPartNum=1", "aaaa");
        var two = client.put(uploads + "/disk/img?uploadId=" + id + "&uploadPartNum=2", "ccc");
        assertThat(client.get(uploads).json()).hasSize(1);
        assertThat(client.get(uploads + "/disk%2Fimg?uploadId=" + id).json()).hasSize(2);
        assertThat(client.delete(bucket).code()).isEqualTo("BucketNotEmpty");
        assertThat(client.get(bucket + "/o/disk/img").status()).isEqualTo(404);

        var parts = "{'partsToCommit':[{'partNum':1,'etag':'%s'},{'partNum':2,'etag':'%s'}]}"
                .formatted(one.header("etag").orElseThrow(), two.header("etag").orElseThrow());
        var commit = client.post(uploads + "/disk%2Fimg?uploadId=" + id, parts);

        assertThat(commit.header("opc-multipart-md5")).contains("MGtwhbpDmXIlBi3eBLK1WQ==-2");
        var got = client.get(bucket + "/o/disk/img");
        assertThat(got.text()).isEqualTo("aaaaccc");
        assertThat(got.header("opc-multipart-md5")).isEqualTo(commit.header("opc-multipart-md5"));
        assertThat(got.header("opc-meta-k")).contains("v");
        assertThat(client.get(uploads).json()).isEmpty();
    }

    @Test
    void who_knows_an_access_requests_path_needs_no_key_until_it_expires() throws Exception {
        client.put(bucket + "/o/one", "content");
        var made = client.post(
                bucket + "/p",
                "{'name':'import','accessType':'ObjectRead','objectName':'one','timeExpires':'2026-11-01T09:00:00Z'}");
        var uri = open.lab()
                .endpoints()
                .oci()
                .resolve(made.json().path("accessUri").asString());

        assertThat(client.send(HttpRequest.newBuilder(uri).build()).text()).isEqualTo("content");
        assertThat(client.send(HttpRequest.newBuilder(URI.create(uri + "x")).build())
                        .status())
                .isEqualTo(404);
        var put = HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofString("other"));
        assertThat(client.send(put.build()).status()).isEqualTo(404);
        assertThat(client.get(bucket + "/p").json().path(0).has("accessUri")).isFalse();
        open.clock().pass(Duration.ofHours(2));
        assertThat(client.send(HttpRequest.newBuilder(uri).build()).status()).isEqualTo(404);
        assertThat(client.delete(bucket).code()).isEqualTo("BucketNotEmpty");
        assertThat(client.delete(bucket + "/p/" + made.id()).status()).isEqualTo(204);
        assertThat(Files.readString(folder.resolve("requests.jsonl"))).doesNotContain(uri.getPath());
    }

    @Test
    void objects_outlive_the_process() {
        client.put(bucket + "/o/one", "content");
        open.close();

        open = open.again();

        assertThat(open.client().get(bucket + "/o/one").text()).isEqualTo("content");
    }

    @Test
    void who_reads_while_another_writes_always_finds_one_whole_content() throws Exception {
        var object = bucket + "/o/state";
        client.put(object, "0".repeat(1000));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    client.put(object, Integer.toString(i % 10).repeat(1000));
                }
            });
            do {
                var got = client.get(object);
                assertThat(got.status()).isEqualTo(200);
                assertThat(got.text()).hasSize(1000).matches("(.)\\1*");
            } while (!writing.isDone());
            writing.get();
        }
    }

    private Client.Got create(String name) {
        return client.post(buckets, "{'name':'" + name + "','compartmentId':'" + open.root() + "'}");
    }

    private Client.Got with(String method, String header, String value, String body) {
        return client.send(method, bucket + "/o/one", body, Map.of(header, value));
    }

    private String range(String range) {
        var got = client.send("GET", bucket + "/o/one", null, Map.of("range", range));
        return got.status() + " " + got.header("content-range").orElse("-") + " " + got.text();
    }
}
