package dev.freehold.engine.run;

import dev.freehold.ports.Drivers;
import dev.freehold.ports.GateKeeper;
import dev.freehold.ports.ImageBuilder;

/// Where calls go.
public record Systems(Drivers drivers, GateKeeper gates, ImageBuilder images) {}
