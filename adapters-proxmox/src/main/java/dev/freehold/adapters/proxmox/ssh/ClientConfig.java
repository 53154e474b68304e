package dev.freehold.adapters.proxmox.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.mac.Macs;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;

/// What is negotiated: what the hardened images offer and the JDK computes by itself, nothing older. No ECDSA keys:
/// sshj asks for them by a name that only Bouncy Castle's provider knows.
final class ClientConfig extends ConfigImpl {
    static {
        // Others may have it on the classpath; as a provider it would serve, and slow down, the whole process.
        SecurityUtils.setRegisterBouncyCastle(false);
    }

    ClientConfig() {
        setLoggerFactory(LoggerFactory.DEFAULT);
        setVersion("freehold");
        setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        setKeepAliveProvider(KeepAliveProvider.HEARTBEAT);
        setCompressionFactories(List.of(new NoneCompression.Factory()));
        setFileKeyProviderFactories(List.of(new OpenSSHKeyV1KeyFile.Factory()));
        setKeyExchangeFactories(List.of(
                new Curve25519SHA256.Factory(), new Curve25519SHA256.FactoryLibSsh(), new ECDHNistP.Factory256()));
        setKeyAlgorithms(List.of(KeyAlgorithms.EdDSA25519(), KeyAlgorithms.RSASHA512(), KeyAlgorithms.RSASHA256()));
        setCipherFactories(List.of(
                GcmCiphers.AES256GCM(), GcmCiphers.AES128GCM(), BlockCiphers.AES256CTR(), BlockCiphers.AES128CTR()));
        setMACFactories(List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512()));
    }
}
