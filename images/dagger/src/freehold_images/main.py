import dagger
from dagger import dag, function, object_type

# debian:bookworm for every architecture, as ten projects on GitHub had pinned it on 1 December 2026. What is installed
# into it is Debian's of the day.
DEBIAN = "debian:bookworm@sha256:813017f3d62be4b5891a7acca6a01bdcd4b8513daa81b1ab99d3a50385b26931"

# What mmdebstrap/build asks for, as it names it in its lines `missing`.
PROGRAMS = (
    "arch-test ca-certificates curl debian-archive-keyring dosfstools e2fsprogs fdisk gnupg mmdebstrap mtools qemu-utils util-linux"
).split()


@object_type
class FreeholdImages:
    """Builds the machine images of Freehold."""

    @function
    def build(
        self,
        recipe: dagger.Directory,
        image: str,
        arch: str,
        epoch: int,
        run: str,
        sources: list[str] | None = None,
        without: str = "",
    ) -> dagger.Directory:
        """The image's results, beside them what the builder printed (lines) and its exit code (code).

        recipe is the folder images/, sources are NAME=URL, and run is a word that no earlier call had: packages of
        another day are another image, so nothing is answered from the engine's cache but the builder's own container.
        """
        command = ["sh", "/recipe/mmdebstrap/build", "--image", image, "--arch", arch, "--epoch", str(epoch)]
        command += ["--out", "/results/out", "--work", "/work", "--without", without]
        for source in sources or []:
            command += ["--source", source]
        # What has been printed goes along even where the build fails: its lines say why.
        script = 'mkdir /results; code=0; "$@" >/results/lines || code=$?; cat /results/lines; echo $code >/results/code'
        return (
            dag.container()
            .from_(DEBIAN)
            .with_exec(["apt-get", "update"])
            .with_exec(["apt-get", "install", "-y", "--no-install-recommends", *PROGRAMS])
            .with_directory("/recipe", recipe)
            .with_env_variable("FREEHOLD_RUN", run)
            # mmdebstrap mounts, and the builder makes namespaces.
            .with_exec(["sh", "-c", script, "sh", *command], insecure_root_capabilities=True)
            .directory("/results")
        )
