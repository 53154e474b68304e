package dev.freehold.domain.blueprint;

/// Where a platform's images come from.
public enum ImageSupply {
    /// Built, but for those that the spec names in the tenancy.
    AS_IN_SPEC,
    /// All are in the tenancy already.
    PREBUILT;

    /// @param asked whether prebuilt ones were asked for beside the spec
    public static ImageSupply prebuiltIf(boolean asked) {
        return asked ? PREBUILT : AS_IN_SPEC;
    }
}
