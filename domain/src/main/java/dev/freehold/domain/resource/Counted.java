package dev.freehold.domain.resource;

/// What uses something that an allowance limits; how much is for the ledger to say.
public sealed interface Counted
        permits OciResource.Vcn,
                OciResource.ReservedPublicIp,
                OciResource.Instance,
                OciResource.LoadBalancer,
                ImageResource.ImageUpload {}
