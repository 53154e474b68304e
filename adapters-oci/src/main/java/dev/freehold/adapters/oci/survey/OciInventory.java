package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.core.requests.ListComputeImageCapabilitySchemasRequest;
import com.oracle.bmc.core.requests.ListImagesRequest;
import com.oracle.bmc.core.responses.ListComputeImageCapabilitySchemasResponse;
import com.oracle.bmc.core.responses.ListImagesResponse;
import com.oracle.bmc.loadbalancer.model.LoadBalancer;
import dev.freehold.adapters.oci.governance.BudgetAlertRuleDriver;
import dev.freehold.adapters.oci.governance.BudgetDriver;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.storage.ObjectStorage;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.adapters.oci.wire.ParallelCalls;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Everything in the tenancy that bears this platform's tags, in whatever compartment that can be looked into: an
/// adopted one bears none.
public final class OciInventory implements Inventory {
    private final Tenancy tenancy;
    private final ObjectStorage storage;

    public OciInventory(Tenancy tenancy, ObjectStorage storage) {
        this.tenancy = tenancy;
        this.storage = storage;
    }

    @Override
    public List<Item> items() throws InterruptedException {
        try {
            return listed();
        } catch (Declined declined) {
            throw new Unforeseen("What is there can't be listed: " + declined.getMessage());
        }
    }

    private List<Item> listed() throws InterruptedException {
        var questions = new ArrayList<Callable<List<Item>>>();
        questions.add(this::compartments);
        questions.add(this::quotas);
        questions.add(this::budgets);
        var network = new NetworkInventory(tenancy);
        for (var compartment : new VisibleCompartments(tenancy).all()) {
            questions.addAll(network.questions(compartment));
            questions.add(() -> instances(compartment));
            questions.add(() -> images(compartment));
            questions.add(() -> schemas(compartment));
            questions.add(() -> buckets(compartment));
            questions.add(() -> balancers(compartment));
        }
        var all = new ArrayList<Item>();
        for (var answer : ParallelCalls.ask(questions)) {
            all.addAll(answer);
        }
        return all;
    }

    private List<Item> compartments() {
        var listed = tenancy.lists().compartments();
        return OwnItems.of(
                tenancy,
                "compartment",
                listed.stream()
                        .map(one -> new CommonFields(
                                one.getId(), one.getName(), one.getLifecycleState(), one.getFreeformTags()))
                        .toList());
    }

    private List<Item> quotas() {
        var listed = tenancy.lists().quotas();
        return OwnItems.of(
                tenancy,
                "quota policy",
                listed.stream()
                        .map(one -> new CommonFields(
                                one.getId(), one.getName(), one.getLifecycleState(), one.getFreeformTags()))
                        .toList());
    }

    private List<Item> budgets() {
        var items = new ArrayList<Item>();
        for (var budget : BudgetDriver.all(tenancy)) {
            if (tenancy.ownership().isOurs(budget.getFreeformTags())) {
                var ocid = OciCalls.required("the OCID of a budget", budget.getId());
                items.add(OwnItems.item("budget", budget.getDisplayName(), ocid, budget.getFreeformTags()));
                BudgetAlertRuleDriver.all(tenancy, ocid).stream()
                        .filter(rule -> tenancy.ownership().isOurs(rule.getFreeformTags()))
                        .map(rule -> OwnItems.item(
                                "budget alert rule", rule.getDisplayName(), rule.getId(), rule.getFreeformTags()))
                        .forEach(items::add);
            }
        }
        return items;
    }

    private List<Item> instances(String compartment) {
        var listed = tenancy.lists().instances(compartment);
        return OwnItems.of(
                tenancy,
                "instance",
                listed.stream()
                        .map(one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()))
                        .toList());
    }

    private List<Item> images(String compartment) {
        var listed = Pages.all(
                "ListImages",
                page -> tenancy.clients()
                        .compute()
                        .listImages(ListImagesRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListImagesResponse::getItems,
                ListImagesResponse::getOpcNextPage);
        return OwnItems.of(
                tenancy,
                "image",
                listed.stream()
                        .map(one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()))
                        .toList());
    }

    /// They have no states: those that are listed are there.
    private List<Item> schemas(String compartment) {
        return Pages.all(
                        "ListComputeImageCapabilitySchemas",
                        page -> tenancy.clients()
                                .compute()
                                .listComputeImageCapabilitySchemas(ListComputeImageCapabilitySchemasRequest.builder()
                                        .compartmentId(compartment)
                                        .page(page)
                                        .build()),
                        ListComputeImageCapabilitySchemasResponse::getItems,
                        ListComputeImageCapabilitySchemasResponse::getOpcNextPage)
                .stream()
                .filter(one -> tenancy.ownership().isOurs(one.getFreeformTags()))
                .map(one -> OwnItems.item(
                        "image capability schema", one.getDisplayName(), one.getId(), one.getFreeformTags()))
                .toList();
    }

    private List<Item> buckets(String compartment) {
        var buckets = new CompartmentBuckets(tenancy);
        return buckets.in(storage.namespace(), compartment).stream()
                .filter(one -> tenancy.ownership().isOurs(one.getFreeformTags()))
                .map(one -> OwnItems.item("bucket", one.getName(), one.getName(), one.getFreeformTags()))
                .toList();
    }

    /// A region may lack the service.
    private List<Item> balancers(String compartment) {
        var listed =
                OciCalls.find("ListLoadBalancers", () -> listed(compartment)).orElse(List.of());
        return OwnItems.of(
                tenancy,
                "load balancer",
                listed.stream()
                        .map(one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()))
                        .toList());
    }

    private List<LoadBalancer> listed(String compartment) {
        return tenancy.lists().loadBalancers(compartment);
    }
}
