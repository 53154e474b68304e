package dev.freehold.domain.layer;

import dev.freehold.domain.output.CertificateFingerprint;
import dev.freehold.domain.output.ProxmoxOutputs;
import dev.freehold.domain.output.Url;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.secret.SecretName;
import org.jspecify.annotations.Nullable;

/// @param apiFingerprint of the certificate that `apiUrl` shows
/// @param apiToken the name of the token's secret in the vault
public record ProxmoxLayer(
        @Nullable CertificateFingerprint apiFingerprint,
        @Nullable SecretName apiToken,
        @Nullable Url apiUrl) implements LayerOutputs {

    static ProxmoxLayer of(Standings standing) {
        return new ProxmoxLayer(
                standing.one(ProxmoxResource.Cluster.class, ProxmoxOutputs.ClusterApi::apiFingerprint),
                standing.one(ProxmoxResource.ApiToken.class, ProxmoxOutputs.Token::secret),
                standing.one(ProxmoxResource.Cluster.class, ProxmoxOutputs.ClusterApi::apiUrl));
    }
}
