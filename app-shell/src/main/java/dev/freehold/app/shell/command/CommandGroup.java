package dev.freehold.app.shell.command;

/// Under which heading of the help a command stands: when in the life of a platform it is of use.
public enum CommandGroup {
    BEGIN("To begin"),
    AHEAD("Before anything is made"),
    SETUP("Phase setup"),
    IMAGES("Phase images"),
    LAYERS("Every phase: setup, images, oci, proxmox, talos"),
    VALIDATION("Phase validation"),
    PRACTICE("Practice"),
    SHELL("The shell");

    private final String heading;

    CommandGroup(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
