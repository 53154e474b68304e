/// Who calls Oracle Cloud: a profile of an OCI configuration file and the API key that it names, read, checked and
/// written.
@NullMarked
package dev.freehold.adapters.oci.profile;

import org.jspecify.annotations.NullMarked;
