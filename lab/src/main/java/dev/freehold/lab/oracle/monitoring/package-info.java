/// Oracle's Monitoring API, as much of it as asks for an instance's metrics. The values are made up: how busy an
/// instance is, its free-form tag `lab-load` says.
@NullMarked
package dev.freehold.lab.oracle.monitoring;

import org.jspecify.annotations.NullMarked;
