package dev.freehold.adapters.local.settings;

import dev.freehold.adapters.local.home.FileReplacement;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.spec.YamlFile;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.Outputs.LocalFile;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.ports.document.DocumentReading;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// [SettingsFile] as `settings.yaml` in the target's folder, for programs and people to read. It follows from
/// the spec alone, so that a file which somebody spoilt is written anew. Output: `file`.
public final class SettingsFileDriver implements ResourceDriver<SettingsFile> {
    private static final String NAME = "settings.yaml";

    private final TargetFolder target;

    public SettingsFileDriver(TargetFolder target) {
        this.target = target;
    }

    @Override
    public Optional<Observed> observe(SettingsFile wanted, Context context) {
        return Files.exists(file()) && YamlFile.read(file()) instanceof DocumentReading.Parsed(var document)
                ? SettingsText.read(wanted.name(), document).map(actual -> Observed.of(actual, outputs()))
                : Optional.empty();
    }

    @Override
    public CreateAnswer create(SettingsFile wanted, Token token, Context context) {
        write(wanted);
        return CreateAnswer.Created.of(wanted, outputs());
    }

    @Override
    public UpdateAnswer update(SettingsFile before, SettingsFile wanted, Context context) {
        write(wanted);
        return UpdateAnswer.Updated.of(wanted, outputs());
    }

    private void write(SettingsFile wanted) {
        try {
            target.prepare(target.path());
            var text = SettingsText.of(wanted).getBytes(StandardCharsets.UTF_8);
            FileReplacement.write(target.path(), NAME, text, target.disk());
        } catch (IOException failure) {
            throw unwritable(UnusableHome.unwritable(file(), failure));
        } catch (UnusableHome unusable) {
            throw unwritable(unusable);
        }
    }

    @Override
    public DeleteAnswer delete(SettingsFile gone, Context context) {
        try {
            Files.deleteIfExists(file());
            return new DeleteAnswer.Deleted();
        } catch (IOException failure) {
            throw unwritable(UnusableHome.unwritable(file(), failure));
        }
    }

    private static Unforeseen unwritable(UnusableHome unusable) {
        return new Unforeseen(String.valueOf(unusable.getMessage()));
    }

    private Path file() {
        return target.path().resolve(NAME);
    }

    private LocalFile outputs() {
        return new LocalFile(new FilePath(file().toString()));
    }
}
