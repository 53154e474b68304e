package dev.freehold.adapters.local.sops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file that sops 3.13.3 made on 2026-11-23, with a throwaway identity.
class WorkedVectorTest {
    private static final Identity IDENTITY =
            Identity.parse("AGE-SECRET-KEY-1PMTZC2AATC72J5EZCANE46PESZUG2K5F7QRCCWY5LTN0RGVWGNYQR3QLT3");
    private static final String MAC = "E5A642CB04AAA8D58784B8E0FBC8EF9AC17A8543138B1B4AEA7B65C5B9F85372"
            + "55EC45F0BF26F14116E78FF61CC1ED4DCEBBB7337E1124D9E44F16D54D097885";
    private static final String PLAIN = """
        apiVersion: v1
        kind: Secret
        metadata:
            name: demo
        stringData:
            pin: 7
            token: s3cret
            empty: ""
        """;

    private static String vector() {
        try (var file = WorkedVectorTest.class.getResourceAsStream("worked-vector.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static SopsFile read(String text) {
        return SopsFile.read(bytes(text), SopsFormat.YAML);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void it_decrypts_to_what_was_encrypted() {
        assertThat(read(vector()).decrypt(List.of(IDENTITY))).asString().isEqualTo(PLAIN);
        assertThat(read(vector()).recipients()).containsExactly(IDENTITY.recipient());
    }

    @Test
    void its_parts_are_what_they_were_worked_out_to_be() {
        // given
        var metadata = SopsMetadata.of(SopsFormat.YAML.read(bytes(vector())).getFirst());
        // when
        var key = metadata.dataKey(List.of(IDENTITY));
        // then
        assertThat(HexFormat.of().formatHex(key.bytes()))
                .isEqualTo("4bc975f8d3bef0b8dc7c1be4063624c33a54d100e01af6455301c19d9654cdce");
        assertThat(key.decrypt(metadata.mac(), metadata.lastModified()).text()).isEqualTo(MAC);
        var sealing = DocumentCipher.with(key, metadata.selection(), false);
        sealing.encrypted(SopsFormat.YAML.read(bytes(PLAIN)));
        assertThat(sealing.mac()).isEqualTo(MAC);
    }

    @Test
    void it_is_written_as_sops_wrote_it() {
        // when: opened, and closed again with nothing changed but the time
        var again = new String(
                read(vector())
                        .edit(bytes(PLAIN), List.of(IDENTITY), Instant.parse("2026-11-23T09:16:16Z"))
                        .content(),
                StandardCharsets.UTF_8);
        // then: line by line, but for the order within a list's item and what is drawn by chance
        assertThat(again.lines().filter(line -> !line.contains("mac:")))
                .containsExactlyElementsOf(
                        vector().lines().filter(line -> !line.contains("mac:")).toList());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "kind: Secret, kind: Sekret",
        "name: demo, name: dem0",
        "pin: ENC, pim: ENC",
        "'    pin:', '    token2:'",
        "empty: \"\", empty: full",
        "09:16:16Z, 09:16:17Z",
        "^(data|stringData)$, ^(data)$",
        "encrypted_regex, unencrypted_regex",
        "'type:int]', 'type:in4]'",
        "data:pw==, data:px==",
        "mac: ENC, mac2: ENC",
        "version: 3.13.3, version: 9.9",
        "age16yhw, age16yhx",
    })
    void what_was_tampered_with_is_refused(String was, String is) {
        // given
        assertThat(vector()).contains(was);
        var tampered = vector().replace(was, is);
        // when, then
        assertThatThrownBy(() -> read(tampered).decrypt(List.of(IDENTITY)))
                .isInstanceOfAny(Undecryptable.class, RefusedDocument.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void another_identity_does_not_open_it() {
        assertThatThrownBy(() -> read(vector()).decrypt(List.of(Identity.generate())))
                .isInstanceOf(Undecryptable.class)
                .hasMessageContaining(IDENTITY.recipient().text());
    }
}
