package dev.freehold.app.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.line.LineWords.End;
import java.util.List;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWordsTest {
    @Test
    void blanks_part_words_and_quotes_hold_them_together() {
        assertThat(words("plan  oci\t--yes")).containsExactly("plan", "oci", "--yes");
        assertThat(words("'a b'")).containsExactly("a b");
        assertThat(words("\"a b\" c")).containsExactly("a b", "c");
        assertThat(words("a' b 'c\"d\"")).containsExactly("a b cd");
    }

    @Test
    void an_empty_argument_is_a_word() {
        assertThat(words("plan '' \"\"")).containsExactly("plan", "", "");
    }

    @Test
    void backslashes_are_read_as_a_posix_shell_reads_them() {
        assertThat(words("a\\ b")).containsExactly("a b");
        assertThat(words("'a\\b'")).containsExactly("a\\b");
        assertThat(words("\"a\\\"b\"")).containsExactly("a\"b");
        assertThat(words("\"a\\nb\"")).containsExactly("a\\nb");
        assertThat(words("\\'")).containsExactly("'");
    }

    @Test
    void comments_begin_where_a_word_would() {
        assertThat(words("# plan")).isEmpty();
        assertThat(words("// plan")).isEmpty();
        assertThat(words("plan # why")).containsExactly("plan");
        assertThat(words("plan // why")).containsExactly("plan");
        assertThat(words("a#b https://example.org/x")).containsExactly("a#b", "https://example.org/x");
        assertThat(words("'#' \"//\"")).containsExactly("#", "//");
    }

    @Test
    void what_is_not_closed_is_said() {
        assertThat(LineWords.of("'a").last()).isEqualTo(End.IN_SINGLE_QUOTES);
        assertThat(LineWords.of("\"a").last()).isEqualTo(End.IN_DOUBLE_QUOTES);
        assertThat(LineWords.of("a\\").last()).isEqualTo(End.AT_BACKSLASH);
        assertThat(LineWords.of("a ").last()).isEqualTo(End.BETWEEN);
        assertThat(LineWords.of("a").last()).isEqualTo(End.IN_WORD);
    }

    /// JLine keeps the backslash of an escaped letter within quotes and differs in where quotes may begin; in
    /// what people type every day the two agree.
    @ParameterizedTest
    @ValueSource(strings = {"plan oci --refresh", "-o json plan", "run 'a b.txt'", "outputs oci \"x y\"", "a\\ b c"})
    void everyday_lines_are_split_as_jline_splits_them(String line) {
        // when
        var jline = new DefaultParser().parse(line, line.length(), Parser.ParseContext.ACCEPT_LINE);
        // then
        assertThat(words(line)).isEqualTo(jline.words());
    }

    private static List<String> words(String line) {
        return LineWords.of(line).words();
    }
}
