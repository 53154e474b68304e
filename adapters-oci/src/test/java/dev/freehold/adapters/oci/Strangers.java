package dev.freehold.adapters.oci;

import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Outside;

/// Things that others make in the tenancy, by the names that ours would have and without any tags.
///
/// @param path where things of the kind are made
record Strangers(LabCloud lab, String path) {

    /// @return its OCID
    String make(Resource wanted) {
        return switch (wanted) {
            case SetupResource.Compartment it ->
                made(
                        "{'compartmentId': '%s', 'name': '%s', 'description': 'theirs'}",
                        lab.byHand().tenancy(), it.compartment());
            case SetupResource.QuotaPolicy it ->
                made(
                        "{'compartmentId': '%s', 'name': '%s', 'description': 'theirs',"
                                + " 'statements': ['zero load-balancer quotas in tenancy']}",
                        lab.byHand().tenancy(), it.name());
            case SetupResource.Budget it ->
                made(
                        "{'compartmentId': '%s', 'targetType': 'COMPARTMENT', 'targets': ['%s'], 'amount': 7,"
                                + " 'resetPeriod': 'MONTHLY', 'displayName': '%s'}",
                        lab.byHand().tenancy(), lab.ocid(it.compartment().id()), it.name());
            case SetupResource.BudgetAlertRule it ->
                made(
                        "{'type': 'ACTUAL', 'threshold': 50, 'thresholdType': 'PERCENTAGE', 'displayName': '%s',"
                                + " 'recipients': 'they@example.org'}",
                        it.name());
            case OciResource.Vcn it ->
                made(
                        "{'compartmentId': '%s', 'cidrBlocks': ['10.9.0.0/16'], 'displayName': '%s'}",
                        compartment(), it.name());
            case OciResource.InternetGateway it -> inVcn(it.vcn().id(), it.name(), "'isEnabled': true");
            case OciResource.RouteTable it -> inVcn(it.vcn().id(), it.name(), "'routeRules': []");
            case OciResource.SecurityList it ->
                inVcn(it.vcn().id(), it.name(), "'ingressSecurityRules': [], 'egressSecurityRules': []");
            case OciResource.NetworkSecurityGroup it -> inVcn(it.vcn().id(), it.name(), "'definedTags': {}");
            case OciResource.Subnet it -> inVcn(it.vcn().id(), it.name(), "'cidrBlock': '10.0.7.0/24'");
            case OciResource.ReservedPublicIp it -> address(it.name(), "");
            case OciResource.PublicIpAssignment it -> address("theirs", mapped(it));
            case OciResource.PrivateIp it ->
                made(
                        "{'vnicId': '%s', 'ipAddress': '%s', 'displayName': 'theirs'}",
                        cardOf(it.instance().id()), it.address());
            case OciResource.Instance it -> machine(it);
            case OciResource.LoadBalancer it -> balancer(it);
            case ImageResource.CustomImage it -> image(it);
            case ImageResource.ImageCapabilitySchema it -> schema(it);
            case ImageResource.ImageShapeEntry _ ->
                throw Outside.cannotBe("an entry of our own image bears nobody's mark, so that any is ours");
            default -> throw new AssertionError("nobody makes another " + wanted);
        };
    }

    private String made(String json, Object... values) {
        return lab.byHand().post(path, json, values).path("id").asText();
    }

    private String compartment() {
        return lab.ocid(SmallPlatform.COMPARTMENT);
    }

    private String inVcn(ResourceId vcn, String name, String rest) {
        return made(
                "{'compartmentId': '%s', 'vcnId': '%s', 'displayName': '%s', %s}",
                compartment(), lab.ocid(vcn), name, rest.replace('\'', '"'));
    }

    private String address(String name, String rest) {
        return made(
                "{'compartmentId': '%s', 'lifetime': 'RESERVED', 'displayName': '%s'%s}",
                compartment(), name, rest.replace('\'', '"'));
    }

    /// The private address that the assignment means, as the place of another public one.
    private String mapped(OciResource.PublicIpAssignment wanted) {
        var to = wanted.privateAddress().id();
        var target = to.kind().equals("instance") ? primaryAddressOf(cardOf(to)) : lab.ocid(to);
        return ", 'privateIpId': '" + target + "'";
    }

    private String primaryAddressOf(String card) {
        for (var address : lab.byHand().get("/20160918/privateIps?vnicId=" + card)) {
            if (address.path("isPrimary").asBoolean()) {
                return address.path("id").asText();
            }
        }
        throw new AssertionError(card + " has no primary address");
    }

    /// The network card that a machine was launched with.
    String cardOf(ResourceId instance) {
        var attached = "/20160918/vnicAttachments?compartmentId=" + compartment() + "&instanceId=" + lab.ocid(instance);
        lab.await(
                "the card is attached", () -> lab.byHand().get(attached).path(0).has("vnicId"));
        return lab.byHand().get(attached).path(0).path("vnicId").asText();
    }

    /// A micro finds room in one of the availability domains alone.
    private String machine(OciResource.Instance like) {
        var hand = lab.byHand();
        var domains = hand.get("/20160918/availabilityDomains?compartmentId=" + hand.tenancy());
        var size = like.size().shape() == Shape.A1_FLEX ? ", 'shapeConfig': {'ocpus': 1, 'memoryInGBs': 6}" : "";
        AssertionError last = new AssertionError("there is no availability domain");
        for (var domain : domains) {
            try {
                return made(
                        "{'compartmentId': '%s', 'availabilityDomain': '%s', 'displayName': '%s', 'shape': '%s',"
                                + " 'sourceDetails': {'sourceType': 'image', 'imageId': '%s'},"
                                + " 'createVnicDetails': {'subnetId': '%s'}%s}",
                        compartment(),
                        domain.path("name").asText(),
                        like.name(),
                        like.size().shape().oci(),
                        lab.ocid(like.boot().image().id()),
                        lab.ocid(like.vnic().subnet().id()),
                        size.replace('\'', '"'));
            } catch (AssertionError full) {
                last = full;
            }
        }
        throw last;
    }

    /// Only the work request says what it makes.
    private String balancer(OciResource.LoadBalancer like) {
        made(
                "{'compartmentId': '%s', 'displayName': '%s', 'shapeName': 'flexible', 'subnetIds': ['%s'],"
                        + " 'shapeDetails': {'minimumBandwidthInMbps': 10, 'maximumBandwidthInMbps': 10}}",
                compartment(), like.name(), lab.ocid(like.subnet().id()));
        var listed = lab.byHand().get(path + "?compartmentId=" + compartment());
        return listed.path(0).path("id").asText();
    }

    private String image(ImageResource.CustomImage like) {
        var hand = lab.byHand();
        return made(
                "{'compartmentId': '%s', 'displayName': '%s', 'launchMode': 'PARAVIRTUALIZED', 'imageSourceDetails':"
                        + " {'sourceType': 'objectStorageTuple', 'namespaceName': '%s', 'bucketName': 'small-images',"
                        + " 'objectName': 'freehold/base-arm64.qcow2', 'sourceImageType': 'QCOW2',"
                        + " 'operatingSystem': 'Debian'}}",
                compartment(),
                ImageResource.PrebuiltImage.usualImage(like.name()),
                hand.get("/n").asText());
    }

    private String schema(ImageResource.ImageCapabilitySchema like) {
        var hand = lab.byHand();
        return made(
                "{'compartmentId': '%s', 'imageId': '%s', 'displayName': '%s',"
                        + " 'computeGlobalImageCapabilitySchemaVersionName': '%s', 'schemaData': {'Compute.Firmware':"
                        + " {'descriptorType': 'enumstring', 'source': 'IMAGE', 'values': ['UEFI_64'],"
                        + " 'defaultValue': 'UEFI_64'}}}",
                compartment(),
                lab.ocid(like.image().id()),
                like.name(),
                hand.get("/20160918/computeGlobalImageCapabilitySchemas")
                        .path(0)
                        .path("currentVersionName")
                        .asText());
    }
}
