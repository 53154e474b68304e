package dev.freehold.adapters.local.ssh;

import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.SshPublicKey;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// [SshAgent] behind the socket that `SSH_AUTH_SOCK` names: two of the requests of the SSH agent protocol
/// (draft-ietf-sshm-ssh-agent-05), over a connection of its own each.
public final class SshAgentSocket implements SshAgent {
    private static final int FAILURE = 5;
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;

    /// What tells an agent to hash an RSA signature's data so.
    private static final int RSA_SHA2_256 = 2;

    private static final int RSA_SHA2_512 = 4;

    /// In bytes; OpenSSH's own client takes no longer message.
    private static final int LONGEST = 256 * 1024;

    /// A person may have to find the button of a token, or read a question.
    private static final Duration A_PERSON = Duration.ofMinutes(2);

    private static final Duration A_PROGRAM = Duration.ofSeconds(10);

    private final @Nullable String socket;

    /// Connects to nobody yet.
    ///
    /// @param socket what `SSH_AUTH_SOCK` says; absent where it is not set
    public SshAgentSocket(@Nullable String socket) {
        this.socket = socket;
    }

    @Override
    public Holding keys() {
        try {
            var answer = new SshWire.Reader(ask(new byte[] {REQUEST_IDENTITIES}, A_PROGRAM));
            if (answer.plain(1)[0] != IDENTITIES_ANSWER) {
                return noAgent("what is there does not speak as an agent does");
            }
            int count = answer.number();
            var keys = new ArrayList<SshPublicKey>();
            for (int key = 0; key < count; key++) {
                keys.add(SshPublicKey.of(answer.bytes(), answer.text()));
            }
            return new Held(keys);
        } catch (IOException silent) {
            return noAgent(reason(silent));
        } catch (UnreadableKey | IllegalArgumentException nonsense) {
            return noAgent("what is there does not speak as an agent does");
        }
    }

    @Override
    public Signing sign(SshPublicKey key, String algorithm, byte[] data) {
        int flags = switch (algorithm) {
            case "rsa-sha2-256" -> RSA_SHA2_256;
            case "rsa-sha2-512" -> RSA_SHA2_512;
            default -> 0;
        };
        var request = new SshWire.Writer().plain(new byte[] {SIGN_REQUEST});
        request.bytes(key.blob()).bytes(data).number(flags);
        try {
            var answer = new SshWire.Reader(ask(request.done(), A_PERSON));
            return switch (answer.plain(1)[0]) {
                case SIGN_RESPONSE -> new Signed(answer.bytes());
                case FAILURE -> new Declined();
                default -> noAgent("what is there does not speak as an agent does");
            };
        } catch (IOException silent) {
            return noAgent(reason(silent));
        } catch (UnreadableKey nonsense) {
            return noAgent("what is there does not speak as an agent does");
        }
    }

    private NoAgent noAgent(String why) {
        return new NoAgent("There is no SSH agent to ask: " + why
                + ". Start one, or let SSH_AUTH_SOCK name the socket of the one that runs, and add the key to it with"
                + " ssh-add.");
    }

    private static String reason(IOException silent) {
        var words = silent.getMessage();
        return words == null ? silent.getClass().getSimpleName() : words;
    }

    private byte[] ask(byte[] request, Duration patience) throws IOException {
        if (socket == null || socket.isEmpty()) {
            throw new IOException("SSH_AUTH_SOCK is not set");
        }
        try (var channel = connected(socket);
                var selector = Selector.open()) {
            channel.configureBlocking(false);
            var key = channel.register(selector, SelectionKey.OP_WRITE);
            var out = ByteBuffer.wrap(new SshWire.Writer().bytes(request).done());
            while (out.hasRemaining()) {
                await(selector, patience);
                channel.write(out);
            }
            key.interestOps(SelectionKey.OP_READ);
            int length = read(channel, selector, Integer.BYTES, patience).getInt();
            if (length < 1 || length > LONGEST) {
                throw new IOException("what is there does not speak as an agent does");
            }
            return read(channel, selector, length, patience).array();
        } catch (UnsupportedOperationException unknown) {
            throw new IOException("this system has no such sockets", unknown);
        }
    }

    private static SocketChannel connected(String socket) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException | IllegalArgumentException nobody) {
            throw new IOException("nobody answers at " + socket, nobody);
        }
    }

    private static ByteBuffer read(SocketChannel channel, Selector selector, int length, Duration patience)
            throws IOException {
        var in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            await(selector, patience);
            if (channel.read(in) < 0) {
                throw new EOFException("it closed the connection");
            }
        }
        return in.flip();
    }

    private static void await(Selector selector, Duration patience) throws IOException {
        selector.selectedKeys().clear();
        if (selector.select(patience.toMillis()) == 0) {
            throw new IOException(
                    Thread.currentThread().isInterrupted()
                            ? "it was interrupted"
                            : "it did not answer for " + patience.toSeconds() + " s");
        }
    }
}
