package dev.freehold.lab.guest;

import dev.freehold.lab.reach.Network;
import dev.freehold.lab.reach.Vantage;
import java.net.InetSocketAddress;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.io.IoSession;
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
    private Network.@Nullable Route route;

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

    /// The real connection goes to the listener behind the address; the rest of the request stays.
    @Override
    protected OpenFuture doInit(Buffer request) {
        var address = request.getString();
        var port = request.getInt();
        if (!(network.way(Vantage.MACHINE, address, port) instanceof Network.Way.To(var found))) {
            return failed(address + " port " + port + ": Connection refused");
        }
        route = found;
        var real = new ByteArrayBuffer();
        real.putString(found.listener().getAddress().getHostAddress());
        real.putUInt(found.listener().getPort());
        real.putString(request.getString());
        real.putUInt(request.getUInt());
        return super.doInit(real);
    }

    private OpenFuture failed(String words) {
        var future = new DefaultOpenFuture(this, this);
        future.setException(new SshChannelOpenException(getChannelId(), SshConstants.SSH_OPEN_CONNECT_FAILED, words));
        close(true);
        return future;
    }

    /// Before the client hears of it, so before it sends anything.
    @Override
    protected void handleChannelOpenSuccess(OpenFuture future, IoSession connected) {
        var way = route;
        if (way != null && connected.getLocalAddress() instanceof InetSocketAddress local) {
            int from = local.getPort();
            network.visit(from, way.machine());
            addCloseFutureListener(_ -> network.leave(from));
        }
        super.handleChannelOpenSuccess(future, connected);
    }
}
