package dev.freehold.adapters.oci;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.OciResource.PrivateIp;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.DeleteAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Images, network and machines of one platform in a lab, made and removed by its drivers.
///
/// @param folder where the built image's file lies
record WholePlatform(LabCloud lab, Path folder) {
    private static final PrivateIp ADDRESS =
            new PrivateIp("second", Ipv4.parse("10.0.1.33"), Ref.to(SmallMachines.HOST));

    /// The quota policy last: this small one forbids machines.
    private static List<Resource> resources() {
        var all = new ArrayList<>(SmallMachines.resources());
        all.add(ADDRESS);
        all.remove(SmallPlatform.QUOTA);
        all.add(SmallPlatform.QUOTA);
        return all;
    }

    static Token token(Resource resource) {
        return new Token("make-" + resource.kind() + "-" + resource.name());
    }

    void make() throws InterruptedException {
        SmallMachines.give(lab, folder);
        for (var resource : resources()) {
            lab.make(resource, token(resource));
        }
    }

    /// What bears the platform's tags of it: an object and an entry of an image bear none.
    static List<Resource> tagged() {
        return resources().stream()
                .filter(resource -> !(resource instanceof ImageUpload)
                        && !(resource instanceof ImageShapeEntry)
                        && !(resource instanceof PrebuiltImage))
                .toList();
    }

    void remove() throws InterruptedException {
        for (var resource : resources().reversed()) {
            var answer = lab.cloud().drivers().of(resource).delete(resource, lab.context());
            if (!(answer instanceof DeleteAnswer.Deleted)) {
                throw new AssertionError(resource.id() + ": " + answer);
            }
        }
    }
}
