package dev.freehold.adapters.oci.storage;

import com.oracle.bmc.model.BmcException;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.skeleton.Declined;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/// What Object Storage says otherwise than the other services: conditions that do not hold are answers here, what
/// it looked for and did not find has codes of its own, and a digest may not match.
final class StorageCalls {
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    /// More than any small object of ours has, in bytes.
    private static final int MOST_BYTES = 64 << 20;

    private StorageCalls() {}

    /// @throws StorageRefusal it was refused, and nothing was done
    /// @throws dev.freehold.ports.driver.SystemFault we don't know, or not yet
    static <T> T ask(String what, OciCalls.Call<T> call) {
        try {
            return OciCalls.ask(what, () -> sent(what, call));
        } catch (Declined declined) {
            throw new StorageRefusal(
                    declined.reason(), declined.code(), declined.refused().words());
        }
    }

    private static <T> T sent(String what, OciCalls.Call<T> call) {
        try {
            return call.send();
        } catch (BmcException said) {
            var code = Objects.requireNonNullElse(said.getServiceCode(), "");
            if (code.equals("UnmatchedContentMD5")) {
                throw new Busy(what + ": what arrived is not what was sent.", null);
            }
            if (code.equals(StorageRefusal.RACE)) {
                throw new Declined(Declined.Reason.FORBIDDEN, code, what + ": " + said.getUnmodifiedMessage());
            }
            // An answer to HEAD has no body, and so no code: the SDK's word for that is Unknown.
            boolean isCoded = !code.isEmpty() && !code.equals("Unknown");
            switch (said.getStatusCode()) {
                case UNAUTHENTICATED -> throw isCoded ? said : coded(said, "NotAuthenticated");
                case FORBIDDEN -> throw isCoded ? said : coded(said, "NotAuthorized");
                case NOT_FOUND ->
                    throw new Declined(
                            Declined.Reason.ABSENT,
                            isCoded ? code : StorageRefusal.NO_OBJECT,
                            what + ": " + said.getUnmodifiedMessage());
                case PRECONDITION_FAILED ->
                    throw new Declined(
                            Declined.Reason.FORBIDDEN, StorageRefusal.STALE, what + ": " + said.getUnmodifiedMessage());
                default -> throw said;
            }
        }
    }

    private static BmcException coded(BmcException said, String code) {
        return new BmcException(said.getStatusCode(), code, said.getUnmodifiedMessage(), said.getOpcRequestId());
    }

    /// Likewise for a look at one thing of a bucket: what isn't there is an answer, a bucket that isn't there
    /// none.
    static <T> Optional<T> find(String what, OciCalls.Call<T> call) {
        try {
            return Optional.of(ask(what, call));
        } catch (StorageRefusal refused) {
            if (refused.isAbsent()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// Likewise for a look at a bucket.
    static <T> Optional<T> findBucket(String what, OciCalls.Call<T> call) {
        try {
            return find(what, call);
        } catch (StorageRefusal refused) {
            if (refused.code().equals(StorageRefusal.NO_BUCKET)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    static byte[] read(InputStream body) {
        try (body) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the object is larger than " + MOST_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
