package dev.freehold.ports.driver;

import static dev.freehold.ports.driver.Calls.OTHER_TOKEN;
import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.ports.driver.Outside.Stranger;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every driver does when others, time and chance come in between.
public interface DriverInTroubleContract<R extends Resource> {
    /// Throughout a case it works on one system; asked for anew, it may be another of the same.
    ResourceDriver<R> driver();

    R wanted();

    /// [#wanted] with another value of something that can change in place; empty if nothing can.
    Optional<R> changed();

    Context context();

    Outside outside();

    @Test
    default void what_is_not_ours_is_left_as_it_is() throws Exception {
        assertLeft(outside().stranger());
    }

    @Test
    default void what_another_platform_made_is_left_as_it_is() throws Exception {
        assertLeft(outside().anotherPlatforms());
    }

    /// It may be refused for its sake, or stand beside it; what is adopted is seen before it is taken.
    private void assertLeft(Stranger stranger) throws Exception {
        // given
        var before = stranger.look();
        // when
        boolean isSeen = isSeen();
        var created = driver().create(wanted(), TOKEN, context());
        boolean isSeenThen = isSeen();
        var updated = driver().update(wanted(), changed().orElseGet(this::wanted), context());
        driver().delete(wanted(), context());
        // then
        assertThat(stranger.look()).isEqualTo(before);
        switch (stranger.manner()) {
            case LEFT_ALONE -> {
                assertThat(isSeen).isFalse();
                assertThat(isSeenThen).isEqualTo(created instanceof CreateAnswer.Created);
            }
            case USED -> {
                assertThat(isSeen).isTrue();
                assertThat(created).isInstanceOf(CreateAnswer.Created.class);
                assertThat(updated instanceof Refused).isEqualTo(changed().isPresent());
            }
        }
    }

    private boolean isSeen() throws InterruptedException {
        try {
            return driver().observe(wanted(), context()).isPresent();
        } catch (Unforeseen inTheWay) {
            return false;
        }
    }

    @Test
    default void at_its_deadline_a_creation_gives_up_and_a_later_one_finishes_it() throws Exception {
        // given
        try (var _ = outside().slowness()) {
            var deadline = soon();
            // when
            try {
                created(driver().create(wanted(), TOKEN, context().until(deadline)));
            } catch (Silent | Busy givenUp) {
                assertThat(givenUp).hasMessageNotContaining("null");
            }
            // then
            assertInTime(deadline);
        }
        var made = created(driver().create(wanted(), TOKEN, context()));
        assertThat(driver().observe(wanted(), context())).contains(new Observed(wanted(), made));
        assertThat(outside().count()).isOne();
    }

    @Test
    default void at_its_deadline_a_removal_gives_up_and_a_later_one_finishes_it() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        try (var _ = outside().slowness()) {
            var deadline = soon();
            // when
            try {
                assertThat(driver().delete(wanted(), context().until(deadline))).isEqualTo(new DeleteAnswer.Deleted());
            } catch (Silent | Busy givenUp) {
                assertThat(givenUp).hasMessageNotContaining("null");
            }
            // then
            assertInTime(deadline);
        }
        assertThat(driver().delete(wanted(), context())).isEqualTo(new DeleteAnswer.Deleted());
        assertThat(driver().observe(wanted(), context())).isEmpty();
        assertThat(outside().count()).isZero();
    }

    private Instant soon() {
        return context().timeline().now().plus(outside().tooShort());
    }

    private void assertInTime(Instant deadline) {
        assertThat(context().timeline().now())
                .isBeforeOrEqualTo(deadline.plus(outside().oneExchange()));
    }

    @Test
    default void what_was_made_without_an_answer_is_found_and_not_made_twice() throws Exception {
        // given
        try (var _ = outside().lostAnswer()) {
            assertThatThrownBy(() -> driver().create(wanted(), TOKEN, context()))
                    .isInstanceOf(Silent.class);
        }
        // when
        var found = driver().observe(wanted(), context());
        var made = created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(found).isPresent();
        assertThat(driver().observe(wanted(), context())).contains(new Observed(wanted(), made));
        assertThat(outside().count()).isOne();
    }

    @Test
    default void what_only_a_replacement_can_change_is_refused_and_stays_as_it_is() throws Exception {
        // given
        var replacements = OtherSettings.fixed(wanted());
        assumeFalse(replacements.isEmpty(), "every setting of it can change in place");
        var made = created(driver().create(wanted(), TOKEN, context()));
        for (var replacement : replacements) {
            // when
            var answer = driver().update(wanted(), replacement, context());
            // then
            assertThat(answer).as("%s", replacement).isInstanceOf(Refused.class);
            assertThat(driver().observe(wanted(), context())).contains(new Observed(wanted(), made));
        }
    }

    @Test
    default void what_others_changed_is_seen_and_mended_where_it_can_be() throws Exception {
        // given
        var made = created(driver().create(wanted(), TOKEN, context()));
        outside().change();
        // when
        Optional<Observed> seen;
        try {
            seen = driver().observe(wanted(), context());
        } catch (Unforeseen said) {
            // What can't be told in settings is said in words, and stays.
            assertThat(said).message().isNotBlank();
            return;
        }
        // then
        assertThat(seen).isNotEqualTo(Optional.of(new Observed(wanted(), made)));
        boolean isMended = seen.isPresent()
                ? isMendedByUpdate(seen.get())
                : driver().create(wanted(), OTHER_TOKEN, context()) instanceof CreateAnswer.Created;
        var after = driver().observe(wanted(), context());
        if (isMended) {
            assertThat(after.map(Observed::actual)).contains(wanted());
        } else {
            assertThat(after).isEqualTo(seen);
        }
    }

    @SuppressWarnings("unchecked") // what is seen of a kind is of that kind
    private boolean isMendedByUpdate(Observed seen) throws InterruptedException {
        var answer = driver().update((R) seen.actual(), wanted(), context());
        if (SettingChange.between(seen.actual(), wanted()).stream().allMatch(SettingChange::inPlace)) {
            updated(answer);
            return true;
        }
        assertThat(answer).isInstanceOf(Refused.class);
        return false;
    }

    @Test
    default void what_others_removed_is_not_seen_and_can_be_made_anew() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        outside().remove();
        // when
        var seen = driver().observe(wanted(), context());
        var updated = driver().update(wanted(), changed().orElseGet(this::wanted), context());
        var deleted = driver().delete(wanted(), context());
        // then
        assertThat(seen).isEmpty();
        assertThat(updated).isInstanceOf(Refused.class);
        assertThat(deleted).isEqualTo(new DeleteAnswer.Deleted());
        var made = created(driver().create(wanted(), OTHER_TOKEN, context()));
        assertThat(driver().observe(wanted(), context())).contains(new Observed(wanted(), made));
    }

    @Test
    default void without_the_right_it_is_refused_in_the_systems_words_and_nothing_is_made() throws Exception {
        // given
        try (var denial = outside().missingRight()) {
            // when
            var answer = driver().create(wanted(), TOKEN, context());
            // then
            if (!(answer instanceof Refused(var code, var words))) {
                throw new AssertionError("expected it to be refused, but: " + answer);
            }
            assertThat(code).isNotBlank();
            assertThat(code + ": " + words).contains(denial.words());
            outside().secrets().forEach(secret -> assertThat(code + words).doesNotContain(secret));
        }
        assertThat(driver().observe(wanted(), context())).isEmpty();
        assertThat(outside().count()).isZero();
    }
}
