package dev.freehold.adapters.oci.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.oci.LabCloud;
import dev.freehold.adapters.oci.SmallMachines;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.PrivateIp;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.time.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A private address that somebody has already: it is told who, and not waited for while one that lives has it.
class HeldAddressTest {
    private static final Instance HOST = SmallMachines.HOST;
    private static final Instance SUCCESSOR = at(SmallMachines.OTHER_HOST, HOST);

    @TempDir
    private Path folder;

    private LabCloud lab;

    @BeforeEach
    void a_host_stands() throws InterruptedException {
        lab = LabCloud.in(folder);
        SmallMachines.give(lab, folder);
        lab.makeBases(HOST, SmallMachines.resources());
        lab.make(HOST, new Token("host"));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private static Instance at(Instance machine, Instance of) {
        return new Instance(
                machine.name(),
                machine.purpose(),
                machine.size(),
                new Instance.Vnic(
                        of.vnic().address(),
                        machine.vnic().publicIp(),
                        machine.vnic().subnet()),
                machine.boot(),
                machine.securityGroups(),
                machine.sshKey(),
                machine.guards(),
                machine.tailnet());
    }

    private CreateAnswer create(Resource wanted) throws InterruptedException {
        return lab.cloud().drivers().of(wanted).create(wanted, new Token("of-" + wanted.name()), lab.context());
    }

    @Test
    void a_launch_at_it_is_refused_with_the_holders_name() throws InterruptedException {
        // when
        var answer = create(SUCCESSOR);
        // then
        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(((Refused) answer).words())
                .contains(HOST.vnic().address().toString())
                .contains("is held by oci/instance/host-1");
    }

    @Test
    void a_second_address_is_refused_with_the_holders_name() throws InterruptedException {
        // when
        var answer = create(new PrivateIp("ingress", HOST.vnic().address(), Ref.to(HOST)));
        // then
        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(((Refused) answer).words()).contains("is held by oci/instance/host-1");
    }

    @Test
    void a_machine_that_goes_does_not_wait_for_what_its_successor_has() throws InterruptedException {
        // given: the successor comes as soon as the address is free
        var said = new ArrayList<String>();
        var timeline = new TakesOver();
        var context = lab.context();
        // when
        var answer = lab.cloud()
                .drivers()
                .of(HOST)
                .delete(HOST, new Context(context.known(), timeline, said::add, context.deadline()));
        // then
        assertThat(answer).isEqualTo(new DeleteAnswer.Deleted());
        assertThat(timeline.taken).isTrue();
        assertThat(said)
                .contains(HOST.vnic().address() + " is held by oci/instance/host-2, which is this platform's by now");
    }

    /// Time in which somebody tries to launch the successor whenever the removal asks for it.
    private final class TakesOver implements Timeline {
        private boolean taken;

        @Override
        public Instant now() {
            if (!taken) {
                taken = isLaunched();
            }
            return lab.timeline().now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            lab.timeline().sleep(duration);
        }

        private boolean isLaunched() {
            try {
                return create(SUCCESSOR) instanceof CreateAnswer.Created;
            } catch (Busy notYetFree) {
                return false;
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public Worker start(String name, Runnable work) {
            return lab.timeline().start(name, work);
        }

        @Override
        public void join() throws InterruptedException {
            lab.timeline().join();
        }
    }
}
