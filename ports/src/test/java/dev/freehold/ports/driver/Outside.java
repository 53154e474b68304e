package dev.freehold.ports.driver;

import java.time.Duration;
import java.util.List;
import org.opentest4j.TestAbortedException;

/// What happens to a driver's system past the driver: others' hands on it, answers that come late or never, rights
/// that are taken away. Each adapter's test has one, which does it the way it would happen: by another client, by
/// hand, by the emulator's own faults.
///
/// What can't happen to a driver's system is [said with the reason][#cannotBe]: the case is then shown as aborted
/// for that reason, not as passed.
public interface Outside {

    /// Puts something that no platform made where what is wanted would stand: under its name, or in its place.
    Stranger stranger() throws Exception;

    /// Likewise, by a platform of another name.
    Stranger anotherPlatforms() throws Exception;

    /// Until it is over, what is begun takes longer than [#tooShort].
    Trouble slowness() throws Exception;

    /// The next thing that is asked to be made is made, and the answer does not arrive.
    Trouble lostAnswer() throws Exception;

    /// Until it is over, whoever asks for the thing has no right to it.
    Denial missingRight() throws Exception;

    /// How many there are that were made for what is wanted, as the system itself counts.
    int count() throws Exception;

    /// Gives what stands other settings.
    void change() throws Exception;

    /// Removes what stands.
    void remove() throws Exception;

    /// A time that is too short for anything while there is [slowness][#slowness].
    default Duration tooShort() {
        return Duration.ZERO;
    }

    /// By how much a call may overstep its deadline, because an exchange that is under way is not broken off.
    default Duration oneExchange() {
        return Duration.ZERO;
    }

    /// What no answer may show.
    default List<String> secrets() {
        return List.of();
    }

    /// What aborts the case, to be thrown.
    ///
    /// @param why the reason for which it can't be
    static TestAbortedException cannotBe(String why) {
        return new TestAbortedException(why);
    }

    /// Something that is not this platform's.
    interface Stranger {
        /// How it stands now, with what tells it from another of its name: equal as long as nobody touches
        /// it.
        ///
        /// @throws AssertionError if it is gone
        Object look() throws Exception;

        /// What its kind does with such a one.
        default Manner manner() {
            return Manner.LEFT_ALONE;
        }
    }

    /// What becomes of a stranger.
    enum Manner {
        LEFT_ALONE,
        /// It is adopted: used as it is, and neither changed nor removed.
        USED
    }

    /// A right that is missing.
    interface Denial extends Trouble {
        /// Some of the system's own words for it.
        String words();
    }
}
