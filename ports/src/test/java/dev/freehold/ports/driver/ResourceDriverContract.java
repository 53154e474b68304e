package dev.freehold.ports.driver;

import static dev.freehold.ports.driver.Calls.OTHER_TOKEN;
import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.domain.resource.Resource;
import org.junit.jupiter.api.Test;

/// What every driver does, whatever it drives. Before each case stands what [#wanted] refers to, and nothing
/// that it would be.
public interface ResourceDriverContract<R extends Resource> extends DriverInTroubleContract<R> {
    @Test
    default void what_was_never_created_is_not_seen() throws InterruptedException {
        assertThat(driver().observe(wanted(), context())).isEmpty();
    }

    @Test
    default void what_was_created_is_seen_as_wanted() throws InterruptedException {
        // given
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        // when
        var observed = driver().observe(wanted(), context());
        // then
        assertThat(observed).contains(new Observed(wanted(), outputs));
    }

    @Test
    default void asked_twice_by_one_token_it_creates_one() throws InterruptedException {
        // given
        var first = created(driver().create(wanted(), TOKEN, context()));
        // when
        var second = created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(second).isEqualTo(first);
    }

    @Test
    default void what_stands_as_wanted_is_found_whatever_the_token() throws InterruptedException {
        // given
        var first = created(driver().create(wanted(), TOKEN, context()));
        // when
        var second = created(driver().create(wanted(), OTHER_TOKEN, context()));
        // then
        assertThat(second).isEqualTo(first);
    }

    @Test
    default void what_was_deleted_is_not_seen_any_more() throws InterruptedException {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        // when
        var answer = driver().delete(wanted(), context());
        // then
        assertThat(answer).isEqualTo(new DeleteAnswer.Deleted());
        assertThat(driver().observe(wanted(), context())).isEmpty();
    }

    @Test
    default void what_is_gone_can_be_deleted_again() throws InterruptedException {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        driver().delete(wanted(), context());
        // when, then
        assertThat(driver().delete(wanted(), context())).isEqualTo(new DeleteAnswer.Deleted());
    }

    @Test
    default void what_never_was_can_be_deleted() throws InterruptedException {
        assertThat(driver().delete(wanted(), context())).isEqualTo(new DeleteAnswer.Deleted());
    }

    @Test
    default void what_was_deleted_can_be_created_anew() throws InterruptedException {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        driver().delete(wanted(), context());
        // when
        var outputs = created(driver().create(wanted(), OTHER_TOKEN, context()));
        // then
        assertThat(driver().observe(wanted(), context())).contains(new Observed(wanted(), outputs));
    }

    @Test
    default void a_change_in_place_is_seen() throws InterruptedException {
        // given
        assumeTrue(changed().isPresent(), "nothing of it can change in place");
        var changed = changed().orElseThrow();
        created(driver().create(wanted(), TOKEN, context()));
        // when
        var outputs = updated(driver().update(wanted(), changed, context()));
        // then
        assertThat(driver().observe(changed, context())).contains(new Observed(changed, outputs));
    }

    @Test
    default void a_change_can_be_asked_for_twice() throws InterruptedException {
        // given
        assumeTrue(changed().isPresent(), "nothing of it can change in place");
        var changed = changed().orElseThrow();
        created(driver().create(wanted(), TOKEN, context()));
        var first = updated(driver().update(wanted(), changed, context()));
        // when
        var second = updated(driver().update(wanted(), changed, context()));
        // then
        assertThat(second).isEqualTo(first);
    }
}
