package dev.freehold.adapters.sim.time;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Time that advances when every worker sleeps, to the instant at which the first of them wakes.
///
/// One worker runs at once; the others wait for their turn, each on a virtual thread of its own. Who wakes at
/// the same instant gets the turn in an order that the seed decides; seed 0 keeps the order in which they
/// went to sleep or were started. So a run is the same whenever it is repeated, whatever the computer's load.
///
/// Workers begin when somebody joins (or, being no worker, sleeps) and then go on until all have ended. A
/// worker may block on the timeline alone: whoever holds the turn and waits for something else stops time. An
/// exception that escapes a worker reaches [#join] once the others have ended. An [Error] reaches it at once:
/// it stands for the death of the process, so the other workers never run again.
public final class VirtualTimeline implements Timeline {
    private final Instant start;
    private final Seed seed;

    private final PriorityQueue<Sleeper> sleeping = new PriorityQueue<>();
    private volatile Instant now;
    private long elapsedNanos;
    private long arrivals;
    private int alive;
    private int joining;
    private @Nullable Sleeper running;
    private @Nullable RuntimeException failure;
    private @Nullable Error death;

    private VirtualTimeline(Instant start, Seed seed) {
        this.start = start;
        this.seed = seed;
        this.now = start;
    }

    public static VirtualTimeline from(Instant start, Seed seed) {
        return new VirtualTimeline(start, seed);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it slept");
        }
        var worker = running;
        if (worker != null && worker.isThis(Thread.currentThread())) {
            sleep(worker, nanos(duration));
        } else {
            sleepAsGuest(nanos(duration));
        }
    }

    private void sleep(Sleeper worker, long nanos) throws InterruptedException {
        Sleeper next;
        synchronized (this) {
            worker.throwIfInterrupted();
            if (nanos <= 0) {
                return;
            }
            arrive(worker, nanos);
            var first = sleeping.peek();
            if (first == null || worker.compareTo(first) < 0) {
                // Nobody wakes before this one, so it keeps the turn: the switch of threads is what costs.
                advanceTo(worker);
                return;
            }
            sleeping.add(worker);
            next = giveTurn();
        }
        pass(next);
        worker.awaitTurn();
        synchronized (this) {
            worker.throwIfInterrupted();
        }
    }

    /// A caller who is no worker sleeps among the workers, but holds no turn once awake: they wait for it to
    /// join or to sleep again, unless somebody else has joined.
    private void sleepAsGuest(long nanos) throws InterruptedException {
        if (nanos <= 0) {
            return;
        }
        var guest = new Sleeper(Thread.currentThread());
        Sleeper next;
        synchronized (this) {
            throwIfDead();
            arrive(guest, nanos);
            sleeping.add(guest);
            next = running == null ? giveTurn() : null;
        }
        pass(next);
        try {
            guest.awaitTurnOrInterrupt();
        } finally {
            synchronized (this) {
                boolean hadTurn = running == guest;
                sleeping.remove(guest);
                if (hadTurn) {
                    running = null;
                }
                next = hadTurn && joining > 0 ? giveTurn() : null;
            }
            pass(next);
        }
        synchronized (this) {
            throwIfDead();
        }
    }

    @Override
    public Worker start(String name, Runnable work) {
        synchronized (this) {
            throwIfDead();
            var worker = new Sleeper(name, work);
            arrive(worker, 0);
            sleeping.add(worker);
            alive++;
            return worker;
        }
    }

    @Override
    public void join() throws InterruptedException {
        Sleeper next;
        synchronized (this) {
            if (running != null && running.isThis(Thread.currentThread())) {
                throw new IllegalStateException("a worker can't wait for every worker to end, itself among them");
            }
            joining++;
            next = running == null && death == null ? giveTurn() : null;
        }
        pass(next);
        synchronized (this) {
            try {
                while (alive > 0 && death == null) {
                    wait();
                }
            } finally {
                joining--;
            }
            throwIfDead();
            var thrown = failure;
            failure = null;
            if (thrown != null) {
                throw thrown;
            }
        }
    }

    private void arrive(Sleeper sleeper, long nanos) {
        long wakeAt = elapsedNanos + nanos;
        sleeper.wakeAt = wakeAt < 0 ? Long.MAX_VALUE : wakeAt;
        sleeper.rank = seed.isZero() ? arrivals++ : seed.of(arrivals++);
    }

    /// Takes the turn from whoever has it and gives it to the first that wakes; nobody if nobody sleeps.
    private @Nullable Sleeper giveTurn() {
        running = death == null ? sleeping.poll() : null;
        if (running != null) {
            advanceTo(running);
        }
        return running;
    }

    private void advanceTo(Sleeper sleeper) {
        if (sleeper.wakeAt > elapsedNanos) {
            elapsedNanos = sleeper.wakeAt;
            now = start.plusNanos(elapsedNanos);
        }
    }

    private static void pass(@Nullable Sleeper next) {
        if (next != null) {
            next.wake();
        }
    }

    private void ended(@Nullable Throwable thrown) {
        Sleeper next;
        synchronized (this) {
            alive--;
            switch (thrown) {
                case null -> {}
                case RuntimeException exception when failure != null -> failure.addSuppressed(exception);
                case RuntimeException exception -> failure = exception;
                case Error error -> die(error);
                default -> failure = new IllegalStateException(thrown);
            }
            next = giveTurn();
            if (alive == 0 || death != null) {
                notifyAll();
            }
        }
        pass(next);
    }

    private void die(Error error) {
        death = error;
        for (var sleeper : sleeping) {
            if (sleeper.work == null) {
                sleeper.wake(); // a guest, who is outside and has to hear of it
            }
        }
    }

    private void throwIfDead() {
        if (death != null) {
            throw death;
        }
    }

    private static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }

    /// One that is asleep, or waits for its first turn, or has the turn.
    private final class Sleeper extends Turn implements Worker, Comparable<Sleeper> {
        private final @Nullable Runnable work;
        private long wakeAt;
        private long rank;
        private boolean interrupted;

        Sleeper(String name, Runnable work) {
            super(name);
            this.work = work;
        }

        Sleeper(Thread guest) {
            super(guest);
            this.work = null;
        }

        @Override
        void live() {
            Throwable thrown = null;
            try {
                if (work != null) {
                    work.run();
                }
            } catch (Throwable any) {
                thrown = any;
            }
            ended(thrown);
        }

        @Override
        public void interrupt() {
            synchronized (VirtualTimeline.this) {
                interrupted = true;
                if (hasBegun() && sleeping.remove(this)) {
                    arrive(this, 0);
                    sleeping.add(this);
                }
            }
        }

        void throwIfInterrupted() throws InterruptedException {
            if (interrupted) {
                interrupted = false;
                throw new InterruptedException(this + " was interrupted");
            }
        }

        @Override
        public int compareTo(Sleeper other) {
            int byTime = Long.compare(wakeAt, other.wakeAt);
            return byTime != 0 ? byTime : Long.compare(rank, other.rank);
        }
    }
}
