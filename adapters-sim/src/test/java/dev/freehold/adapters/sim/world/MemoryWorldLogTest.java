package dev.freehold.adapters.sim.world;

import dev.freehold.ports.world.WorldLog;
import dev.freehold.ports.world.WorldLogContract;

class MemoryWorldLogTest implements WorldLogContract {
    private final WorldLog log = new MemoryWorldLog();

    @Override
    public WorldLog log() {
        return log;
    }

    @Override
    public WorldLog reopened() {
        return log;
    }
}
