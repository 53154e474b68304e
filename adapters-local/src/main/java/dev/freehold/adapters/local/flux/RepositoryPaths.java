package dev.freehold.adapters.local.flux;

/// Where things are in the repository. What lies outside the cluster's own folder is applied by a
/// Kustomization of its own each, in an order.
final class RepositoryPaths {
    static final String INFRASTRUCTURE = "infrastructure";
    static final String SECRETS = INFRASTRUCTURE + "/secrets";
    static final String CILIUM = INFRASTRUCTURE + "/cilium";
    static final String SOPS = ".sops.yaml";

    private static final String ENCRYPTED = ".sops.yaml";

    private RepositoryPaths() {}

    /// The file of a secret.
    static String secret(String name) {
        return SECRETS + '/' + secretFile(name);
    }

    /// Its name inside the folder of the secrets.
    static String secretFile(String name) {
        return name + ENCRYPTED;
    }

    /// A folder as the spec may write it, without what says nothing.
    static String plain(String path) {
        var plain = path.startsWith("./") ? path.substring(2) : path;
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /// Would the cluster's folder hold what is to be applied after it, or be held by it?
    static boolean isTaken(String path) {
        return path.equals(INFRASTRUCTURE) || path.startsWith(INFRASTRUCTURE + '/');
    }
}
