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
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.file.FileReplacement;
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
        return written(wanted)
                .<CreateAnswer>map(refused -> refused)
                .orElseGet(() -> CreateAnswer.Created.of(wanted, outputs()));
    }

    @Override
    public UpdateAnswer update(SettingsFile before, SettingsFile wanted, Context context) {
        if (!Files.exists(file())) {
            return new Refused("NotFound", file() + " is not there any more. Plan again.");
        }
        return written(wanted)
                .<UpdateAnswer>map(refused -> refused)
                .orElseGet(() -> UpdateAnswer.Updated.of(wanted, outputs()));
    }

    /// @return why it was not written; empty if it was
    private Optional<Refused> written(SettingsFile wanted) {
        try {
            target.prepare(target.path());
            var text = SettingsText.of(wanted).getBytes(StandardCharsets.UTF_8);
            FileReplacement.write(target.path(), NAME, text, target.disk());
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(MissingRight.refused(UnusableHome.unwritable(file(), failure)));
        } catch (UnusableHome unusable) {
            return Optional.of(MissingRight.refused(unusable));
        }
    }

    @Override
    public DeleteAnswer delete(SettingsFile gone, Context context) {
        try {
            Files.deleteIfExists(file());
            return new DeleteAnswer.Deleted();
        } catch (IOException failure) {
            return MissingRight.refused(UnusableHome.unwritable(file(), failure));
        }
    }

    private Path file() {
        return target.path().resolve(NAME);
    }

    private LocalFile outputs() {
        return new LocalFile(new FilePath(file().toString()));
    }
}
