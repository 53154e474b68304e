package dev.freehold.lab.ssh;

import dev.freehold.lab.network.Door;
import dev.freehold.lab.network.Network;
import dev.freehold.lab.network.Vantage;
import dev.freehold.lab.network.Visit;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.server.forward.TcpForwardingFilter;
import org.apache.sshd.server.forward.TcpipServerChannel;
import org.jspecify.annotations.Nullable;

/// A connection from one machine on to another, as ProxyJump asks for: into the machines' network and nowhere
/// else.
final class Jump extends TcpipServerChannel {
    private final Network network;

    private Jump(Network network, @Nullable CloseableExecutorService executor) {
        super(TcpForwardingFilter.Type.Direct, executor);
        this.network = network;
    }

    /// Makes them.
    static final class Factory extends TcpipFactory {
        private final Network network;

        Factory(Network network) {
            super(TcpForwardingFilter.Type.Direct);
            this.network = network;
        }

        @Override
        public Channel createChannel(Session session) {
            return new Jump(network, null);
        }
    }

    /// The real connection goes through a door into the network; the rest of the request stays.
    @Override
    protected OpenFuture doInit(Buffer request) {
        var address = request.getString();
        var port = request.getInt();
        if (!(network.way(vantage(), address, port) instanceof Network.Way.To(var route))) {
            return failed(address + " port " + port + ": Connection refused");
        }
        InetSocketAddress door;
        try {
            var opened = Door.to(network, route);
            addCloseFutureListener(_ -> close(opened));
            door = opened.address();
        } catch (IOException refused) {
            return failed(address + " port " + port + ": Connection refused");
        }
        var real = new ByteArrayBuffer();
        real.putString(door.getAddress().getHostAddress());
        real.putUInt(door.getPort());
        real.putString(request.getString());
        real.putUInt(request.getUInt());
        return super.doInit(real);
    }

    /// From the machine that the client is logged in to.
    private Vantage vantage() {
        var client = getSession().getIoSession().getRemoteAddress();
        return network.visited(client instanceof InetSocketAddress from ? from.getPort() : 0)
                .flatMap(Visit::machine)
                .<Vantage>map(Vantage.On::new)
                .orElseGet(Vantage.Outside::new);
    }

    private static void close(Door door) {
        try {
            door.close();
        } catch (IOException alreadyClosed) {
            // It is closed, then.
        }
    }

    private OpenFuture failed(String words) {
        var future = new DefaultOpenFuture(this, this);
        future.setException(new SshChannelOpenException(getChannelId(), SshConstants.SSH_OPEN_CONNECT_FAILED, words));
        close(true);
        return future;
    }
}
