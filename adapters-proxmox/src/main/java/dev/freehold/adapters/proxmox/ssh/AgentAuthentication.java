package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.LoginKey.WithAgent;
import dev.freehold.ports.host.SshAgent.Declined;
import dev.freehold.ports.host.SshAgent.NoAgent;
import dev.freehold.ports.host.SshAgent.Signed;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;
import org.jspecify.annotations.Nullable;

/// The method `publickey` (RFC 4252, section 7) with a key that an agent holds: the machine is asked whether it
/// takes the key, and only then the agent for a signature, which may take a person. sshj's own needs the private
/// key.
final class AgentAuthentication extends AbstractAuthMethod {
    private final WithAgent key;
    private volatile HostShell.@Nullable LockedOut objection;

    AgentAuthentication(WithAgent key) {
        super("publickey");
        this.key = key;
    }

    /// Why the agent gave no signature; absent if it was not asked, or gave one.
    HostShell.@Nullable LockedOut objection() {
        return objection;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq()
                .putBoolean(signed)
                .putString(algorithm())
                .putString(key.key().blob());
    }

    /// RSA keys sign with SHA-2 (RFC 8332); every other type names its algorithm.
    private String algorithm() {
        var type = key.key().type();
        return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) { // the machine takes the key
            super.handle(message, packet);
            return;
        }
        var request = request(true);
        var signed = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        switch (key.agent().sign(key.key(), algorithm(), signed)) {
            case Signed(var signature) -> params.getTransport().write(request.putString(signature));
            case Declined() ->
                throw objecting(
                        "AgentDeclined",
                        "The SSH agent does not sign with the key " + key.key().fingerprint()
                                + ". It is locked, does not hold the key any more, or somebody said no. 'ssh-add -l'"
                                + " shows what it holds.");
            case NoAgent(var words) -> throw objecting("NoAgent", words);
        }
    }

    private UserAuthException objecting(String code, String words) {
        objection = new HostShell.LockedOut(code, words);
        return new UserAuthException(words);
    }
}
