package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.oracle.compute.ImageObjects;
import dev.freehold.lab.wire.Incoming;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Objects as Compute imports images from them.
final class ImportedObjects implements ImageObjects {
    private static final int HEAD_BYTES = 512;
    private static final Pattern ADDRESS = Pattern.compile("(/p/[^/]+)?/n/([^/]+)/b/([^/]+)/o/(.+)");

    private final Namespace namespace;

    ImportedObjects(Namespace namespace) {
        this.namespace = namespace;
    }

    @Override
    public Optional<ImageObject> find(Tx tx, String namespaceName, String bucket, String object) {
        return namespaceName.equals(namespace.name())
                ? Namespace.find(tx, bucket).flatMap(found -> read(found, object))
                : Optional.empty();
    }

    /// A pre-authenticated address says its right in its path; a plain one is asked for by the caller's own.
    @Override
    public Optional<ImageObject> at(Tx tx, URI address) {
        var path = new Incoming("GET", String.valueOf(address.getRawPath()), Map.of(), InputStream.nullInputStream());
        var matcher = ADDRESS.matcher(path.decodedPath());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var right = matcher.group(1);
        return Namespace.find(tx, matcher.group(3))
                .filter(bucket -> right == null
                        || AccessRequestCalls.mayRead(tx, bucket, right.substring("/p/".length()), matcher.group(4)))
                .flatMap(_ -> find(tx, matcher.group(2), matcher.group(3), matcher.group(4)));
    }

    private Optional<ImageObject> read(Resource bucket, String object) {
        var contents = namespace.contents(bucket);
        return contents.find(object)
                .flatMap(found -> contents.read(found, 0, Math.min(HEAD_BYTES, found.bytes()))
                        .map(content -> new ImageObject(found.bytes(), head(content))));
    }

    private static ByteBuffer head(InputStream content) {
        try (content) {
            return ByteBuffer.wrap(content.readNBytes(HEAD_BYTES));
        } catch (IOException cause) {
            throw new UncheckedIOException("The lab can't read an object to import", cause);
        }
    }
}
