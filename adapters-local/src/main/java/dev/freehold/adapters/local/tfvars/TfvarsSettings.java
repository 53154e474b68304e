package dev.freehold.adapters.local.tfvars;

import dev.freehold.domain.spec.Spec;
import dev.freehold.ports.document.TofuSettings;
import java.util.Map;

/// [TofuSettings] as `terraform.tfvars` files.
public final class TfvarsSettings implements TofuSettings {
    @Override
    public Reading read(String settings, String fallbackName) {
        try {
            return TfvarsImport.of(TfvarsReader.read(settings), fallbackName);
        } catch (TfvarsReader.Unreadable refused) {
            return new Unreadable(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public String write(Spec spec) {
        return TfvarsText.of(spec);
    }

    @Override
    public String importBlocks(Map<String, String> ocids) {
        return TfvarsText.imports(ocids);
    }
}
