package dev.freehold.adapters.oci.survey;

import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.ParallelCalls;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Everything in the tenancy that bears this platform's tags, in whatever compartment that can be looked into: an
/// adopted one bears none.
public final class OciInventory implements Inventory {
    private final Tenancy tenancy;
    private final List<Listing> listings;

    /// @param listings of every kind that lives in a tenancy
    public OciInventory(Tenancy tenancy, List<Listing> listings) {
        this.tenancy = tenancy;
        this.listings = listings;
    }

    @Override
    public List<Item> items() throws InterruptedException {
        try {
            var all = new ArrayList<Item>();
            for (var answer : ParallelCalls.ask(questions())) {
                all.addAll(answer);
            }
            return all;
        } catch (Declined declined) {
            throw new Unforeseen("What is there can't be listed: " + declined.getMessage());
        }
    }

    private List<Callable<List<Item>>> questions() {
        var compartments = new VisibleCompartments(tenancy).all();
        var questions = new ArrayList<Callable<List<Item>>>();
        for (var listing : listings) {
            switch (listing) {
                case Listing.Whole(var question) -> questions.add(question::ask);
                case Listing.ByPart(var question) ->
                    compartments.forEach(compartment -> questions.add(() -> question.ask(compartment)));
                case Listing.Unlisted _ -> {}
            }
        }
        return questions;
    }
}
