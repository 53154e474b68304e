package dev.freehold.ports.image;

import static dev.freehold.ports.driver.Calls.OTHER_TOKEN;
import static dev.freehold.ports.driver.Calls.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.image.ImageBuilder.Answer;
import org.junit.jupiter.api.Test;

/// What every image builder does. Before each case stands what [#wanted] is built of, and no image.
public interface ImageBuilderContract {
    ImageBuilder builder();

    ImageBuild wanted();

    /// An image under the same id, of other inputs.
    ImageBuild ofOtherInputs();

    Context context();

    @Test
    default void what_was_never_built_is_not_found() throws InterruptedException {
        assertThat(builder().find(wanted(), context())).isEmpty();
    }

    @Test
    default void what_was_built_is_found_with_its_file_and_digest() throws InterruptedException {
        // given
        var outputs = built(builder().build(wanted(), TOKEN, context()));
        // when
        var found = builder().find(wanted(), context());
        // then
        assertThat(found).contains(new Observed(wanted(), outputs));
        assertThat(outputs.format()).isEqualTo("qcow2");
        assertThat(outputs.sizeBytes()).isPositive();
        assertThat(outputs.virtualSizeBytes()).isGreaterThan(outputs.sizeBytes());
    }

    @Test
    default void an_image_of_other_inputs_is_another_image() throws InterruptedException {
        // given
        built(builder().build(wanted(), TOKEN, context()));
        // when, then
        assertThat(builder().find(ofOtherInputs(), context())).isEmpty();
    }

    @Test
    default void what_was_built_need_not_be_built_again() throws InterruptedException {
        // given
        var first = built(builder().build(wanted(), TOKEN, context()));
        // when
        var second = built(builder().build(wanted(), OTHER_TOKEN, context()));
        // then
        assertThat(second).isEqualTo(first);
    }

    @Test
    default void what_was_removed_is_not_found_and_can_be_removed_again() throws InterruptedException {
        // given
        built(builder().build(wanted(), TOKEN, context()));
        // when
        builder().remove(wanted(), context());
        builder().remove(wanted(), context());
        // then
        assertThat(builder().find(wanted(), context())).isEmpty();
    }

    private static DiskImage built(Answer answer) {
        if (answer instanceof Answer.Built(var file)) {
            return file;
        }
        throw new AssertionError("expected it to be built, but: " + answer);
    }
}
