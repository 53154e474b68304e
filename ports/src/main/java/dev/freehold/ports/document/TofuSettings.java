package dev.freehold.ports.document;

import dev.freehold.domain.spec.Spec;
import java.util.List;
import java.util.Map;

/// A platform in OpenTofu's words: its settings, and import blocks.
public interface TofuSettings {

    /// A spec made of settings, and of each line what became of it.
    ///
    /// @param fallbackName the platform's, where no setting says it
    Reading read(String settings, String fallbackName);

    /// The settings that say the same as a spec, as far as OpenTofu has words for it.
    String write(Spec spec);

    /// Import blocks (OpenTofu 1.5 and later) for what stands.
    ///
    /// @param ocids by the address that OpenTofu is to have it under
    String importBlocks(Map<String, String> ocids);

    /// What settings are: [Imported] or [Unreadable].
    sealed interface Reading {}

    /// @param spec the text of a spec, which nobody has checked yet
    /// @param lines of the settings that what stands in the spec comes from, by its path: `network.vcn`,
    ///     `nodes[2].ocpus`
    record Imported(String spec, List<Remark> remarks, Map<String, Integer> lines) implements Reading {
        public Imported {
            remarks = List.copyOf(remarks);
            lines = Map.copyOf(lines);
        }

        /// The line of the settings that says what stands at a path of the spec; 0 where none does.
        public int line(String path) {
            var at = path;
            while (!lines.containsKey(at)) {
                int end = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
                if (end < 0) {
                    return 0;
                }
                at = at.substring(0, end);
            }
            return lines.getOrDefault(at, 0);
        }
    }

    /// @param words which line, and why, as the rest of a sentence without its full stop
    record Unreadable(String words) implements Reading {}

    /// What became of one setting.
    ///
    /// @param taken whether the spec has it; else it was left, and the words say why
    record Remark(int line, String variable, boolean taken, String words) {}
}
