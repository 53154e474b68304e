package dev.freehold.ports.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.SecretVault.Entry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every vault does. Before each case it is empty.
public interface SecretVaultContract {
    SecretName NAME = new SecretName("tailnet-oauth-client");
    SecretName OTHER = new SecretName("grafana");

    /// The same vault throughout a case, and each time as if by another process.
    SecretVault vault();

    /// What its clock says throughout a case, in whole seconds.
    Instant now();

    @Test
    default void nothing_is_in_an_empty_vault() {
        assertThat(vault().list()).isEmpty();
        assertThat(vault().read(NAME)).isEmpty();
    }

    @Test
    default void what_was_written_is_read() {
        // given: letters of other scripts, an emoji, line ends of both kinds, and none at the end
        var secret = Secret.of(" key=\u00e4\u65e5\ud83d\ude00\r\nsecond line\n\n end");
        // when
        vault().write(NAME, secret);
        // then
        assertThat(vault().read(NAME)).contains(secret);
        assertThat(vault().read(OTHER)).isEmpty();
    }

    @Test
    default void a_long_secret_is_read_as_it_was() {
        // given: longer than two chunks of any stream cipher in use
        var secret = Secret.of("0123456789abcdef".repeat(10_000));
        // when
        vault().write(NAME, secret);
        // then
        assertThat(vault().read(NAME).map(read -> read.equals(secret))).contains(true);
    }

    @Test
    default void the_last_one_written_counts() {
        // given
        vault().write(NAME, Secret.of("first"));
        // when
        vault().write(NAME, Secret.of("second"));
        // then
        assertThat(vault().read(NAME)).contains(Secret.of("second"));
        assertThat(vault().list()).hasSize(1);
    }

    @Test
    default void the_list_tells_names_and_times_in_the_names_order() {
        // when
        vault().write(NAME, Secret.of("first"));
        vault().write(OTHER, Secret.of("second"));
        // then
        assertThat(vault().list()).containsExactly(new Entry(OTHER, now()), new Entry(NAME, now()));
    }

    @Test
    default void what_was_removed_is_gone() {
        // given
        vault().write(NAME, Secret.of("first"));
        vault().write(OTHER, Secret.of("second"));
        // when
        assertThat(vault().remove(NAME)).isTrue();
        // then
        assertThat(vault().read(NAME)).isEmpty();
        assertThat(vault().list()).extracting(Entry::name).containsExactly(OTHER);
        assertThat(vault().remove(NAME)).isFalse();
    }
}
