package dev.freehold.ports.skeleton;

import dev.freehold.ports.driver.Inventory.Item;
import java.util.List;

/// How those things of one kind are listed that bear this platform's tags, whether a state knows of them or not. An
/// inventory asks every kind, so that what a kind left behind is seen.
public sealed interface Listing {

    /// In one question, wherever they lie.
    record Whole(Question question) implements Listing {}

    /// In one question a part of the system: Oracle Cloud lists by compartment, others by host or by namespace.
    record ByPart(QuestionOfPart question) implements Listing {}

    /// Not at all.
    ///
    /// @param why nothing of the kind can be a stray; so that it is known not to have been forgotten
    record Unlisted(String why) implements Listing {}

    /// Asks for what is ours.
    @FunctionalInterface
    interface Question {
        List<Item> ask() throws InterruptedException;
    }

    /// Asks for what is ours in one part of the system.
    @FunctionalInterface
    interface QuestionOfPart {
        /// @param part the system's own name for it, such as a compartment's OCID
        List<Item> ask(String part) throws InterruptedException;
    }
}
