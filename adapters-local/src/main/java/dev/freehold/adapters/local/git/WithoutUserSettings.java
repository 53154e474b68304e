package dev.freehold.adapters.local.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// Git's settings of the user and of the computer, left out: what Freehold writes must not depend on them, and
/// JGit would start the `git` program to find them.
final class WithoutUserSettings extends SystemReader.Delegate {
    private WithoutUserSettings(SystemReader usual) {
        super(usual);
    }

    /// For the whole process, from the first repository on.
    static void use() {
        if (!(SystemReader.getInstance() instanceof WithoutUserSettings)) {
            SystemReader.setInstance(new WithoutUserSettings(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS files) {
        return none(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS files) {
        return none(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS files) {
        return none(parent, files);
    }

    private static FileBasedConfig none(Config parent, FS files) {
        return new Nothing(parent, files);
    }

    /// A file of settings that is never there.
    private static final class Nothing extends FileBasedConfig {
        Nothing(Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {
            // nothing to read
        }

        @Override
        public void save() {
            // JGit notes there how fast a disk is; it measures that again
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
