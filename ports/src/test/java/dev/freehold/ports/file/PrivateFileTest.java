package dev.freehold.ports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_replaced_file_is_its_owners_alone_whatever_was_there_before() throws IOException {
        // given
        var file = Files.writeString(folder.resolve("file"), "before");
        var left = Files.writeString(folder.resolve("file.new"), "left by a write that was killed");
        for (var open : new Path[] {file, left}) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        // when
        FileReplacement.write(folder, "file", TEXT, Disk.FORCED);
        // then
        assertThat(file).hasContent("text");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(left).doesNotExist();
    }

    @Test
    void a_link_that_lies_where_a_file_is_written_aside_is_not_followed() throws IOException {
        // given
        var others = Files.writeString(folder.resolve("others"), "theirs");
        Files.createSymbolicLink(folder.resolve("file.new"), others);
        // when
        FileReplacement.write(folder, "file", TEXT, Disk.UNFORCED);
        // then
        assertThat(others).hasContent("theirs");
        assertThat(folder.resolve("file")).hasContent("text").isRegularFile();
    }

    @Test
    void a_new_file_is_put_only_where_nothing_is_and_nothing_is_left_beside_it() throws IOException {
        // given
        var aside = folder.resolve("aside");
        FileReplacement.writeAside(aside, TEXT, Disk.UNFORCED);
        var first = FileReplacement.putNew(aside, folder, "file", Disk.FORCED);
        FileReplacement.writeAside(aside, "other".getBytes(StandardCharsets.UTF_8), Disk.UNFORCED);
        // when
        var second = FileReplacement.putNew(aside, folder, "file", Disk.FORCED);
        // then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(folder.resolve("file")).hasContent("text");
        assertThat(aside).doesNotExist();
        assertThat(mode(folder.resolve("file"))).isEqualTo("rw-------");
    }

    @Test
    void folders_are_made_for_their_owner_alone_down_to_the_last() throws IOException {
        // when
        PrivateFolder.make(folder.resolve("a/b"), Disk.FORCED);
        // then
        assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
        // and: again is no fault, and a file in the way is one
        PrivateFolder.make(folder.resolve("a/b"), Disk.FORCED);
        Files.writeString(folder.resolve("a/file"), "");
        assertThatThrownBy(() -> PrivateFolder.make(folder.resolve("a/file"), Disk.FORCED))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void an_empty_file_is_made_once_and_never_emptied() throws IOException {
        var file = folder.resolve("file");
        PrivateFile.ensure(file);
        assertThat(mode(file)).isEqualTo("rw-------");
        Files.writeString(file, "text");
        PrivateFile.ensure(file);
        assertThat(file).hasContent("text");
    }
}
