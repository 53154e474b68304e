/// Oracle Cloud: its resources, its configuration and the state kept in its object storage.
///
/// One package, because the SDK's types may not be seen outside it: [OciCloud] is the way in, [OciDriver] keeps the
/// port's promises over an [OciKind] a kind, [OciCalls] translates what the SDK throws, [TaggedResources] tells our things
/// from others'.
@NullMarked
package dev.freehold.adapters.oci;

import org.jspecify.annotations.NullMarked;
