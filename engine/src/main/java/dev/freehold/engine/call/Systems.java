package dev.freehold.engine.call;

import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.image.ImageBuilder;

/// Where calls go.
public record Systems(Drivers drivers, GateKeeper gates, ImageBuilder images) {}
