package dev.freehold.ports.cloud;

import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.spec.Spec;

/// Looks at where a platform is to stand before anything is planned there. It reads; it never changes
/// anything.
public interface Preflight {

    /// Of a target without a tenancy.
    Preflight NONE = new Preflight() {
        @Override
        public Stakes stakes() {
            return Stakes.NONE;
        }

        @Override
        public Look look(Spec spec) {
            return new Look.Unneeded();
        }
    };

    Stakes stakes();

    /// The tenancy as it is now, what belongs to the platform of `spec` left out of what stands in it.
    ///
    /// @throws SystemFault where the tenancy gave no answer, or none that is understood
    Look look(Spec spec) throws InterruptedException;
}
