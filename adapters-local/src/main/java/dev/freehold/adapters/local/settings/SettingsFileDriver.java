package dev.freehold.adapters.local.settings;

import dev.freehold.adapters.local.home.MissingRight;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.spec.YamlFile;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.Outputs.LocalFile;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.ports.document.DocumentReading;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// [SettingsFile] as `settings.yaml` in the target's folder, for programs and people to read. It follows from
/// the spec alone, so that a file which somebody spoilt is written anew. Output: `file`.
public final class SettingsFileDriver implements KindDriver<SettingsFile> {
    private static final String NAME = "settings.yaml";

    private final TargetFolder target;

    public SettingsFileDriver(TargetFolder target) {
        this.target = target;
    }

    @Override
    public Optional<Found<SettingsFile>> find(SettingsFile wanted, Context context) {
        return Files.exists(file())
                ? Optional.of(
                        Found.ours(file().toString(), said(wanted.name()).orElse(wanted), outputs(), Optional.empty()))
                : Optional.empty();
    }

    /// What the file says; empty if it is spoilt.
    private Optional<SettingsFile> said(String name) {
        return YamlFile.read(file()) instanceof DocumentReading.Parsed(var document)
                ? SettingsText.read(name, document)
                : Optional.empty();
    }

    @Override
    public boolean isWhole(Found<SettingsFile> there, SettingsFile wanted, Context context) {
        return said(wanted.name()).isPresent();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void make(SettingsFile wanted, Token token, Context context) {
        write(wanted);
    }

    @Override
    public void change(Found<SettingsFile> there, SettingsFile wanted, Context context) {
        write(wanted);
    }

    private void write(SettingsFile wanted) {
        try {
            target.prepare(target.path());
            var text = SettingsText.of(wanted).getBytes(StandardCharsets.UTF_8);
            FileReplacement.write(target.path(), NAME, text, target.disk());
        } catch (IOException failure) {
            throw MissingRight.declined(UnusableHome.unwritable(file(), failure));
        } catch (UnusableHome unusable) {
            throw MissingRight.declined(unusable);
        }
    }

    @Override
    public void remove(Found<SettingsFile> there, SettingsFile gone, Context context) {
        try {
            Files.deleteIfExists(file());
        } catch (IOException failure) {
            throw MissingRight.declined(UnusableHome.unwritable(file(), failure));
        }
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it lies in the target's own folder, under one name");
    }

    private Path file() {
        return target.path().resolve(NAME);
    }

    private LocalFile outputs() {
        return new LocalFile(new FilePath(file().toString()));
    }
}
