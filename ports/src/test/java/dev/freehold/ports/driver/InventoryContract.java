package dev.freehold.ports.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Inventory.Item;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every inventory lists. Before each case nothing of the platform stands that it could list.
public interface InventoryContract {
    Inventory inventory();

    /// Makes some things of the platform, by its drivers.
    ///
    /// @return all that is to be listed then
    List<Resource> make() throws Exception;

    /// Removes what [#make] has made, by the drivers.
    void unmake() throws Exception;

    /// Makes things that could be taken for the platform's by their names, as others would.
    void makeStrangers() throws Exception;

    /// Makes some things of a platform of another name.
    void makeAnotherPlatforms() throws Exception;

    /// Until it is over, the system gives no answer, or shows nothing.
    Trouble blindness() throws Exception;

    @Test
    default void where_nothing_was_made_nothing_is_listed() throws InterruptedException {
        assertThat(inventory().items()).isEmpty();
    }

    @Test
    default void what_was_made_is_listed_by_its_id_as_often_as_it_is_asked() throws Exception {
        // given
        var ids = make().stream().map(Resource::id).toList();
        // when
        var items = inventory().items();
        // then
        assertThat(items).extracting(Item::id).containsExactlyInAnyOrderElementsOf(some(ids));
        assertThat(items).allSatisfy(item -> {
            assertThat(item.kind()).isNotBlank();
            assertThat(item.name()).isNotBlank();
        });
        assertThat(inventory().items()).containsExactlyInAnyOrderElementsOf(items);
    }

    private static List<Optional<ResourceId>> some(List<ResourceId> ids) {
        return ids.stream().map(Optional::of).toList();
    }

    @Test
    default void what_is_gone_is_not_listed() throws Exception {
        // given
        make();
        // when
        unmake();
        // then
        assertThat(inventory().items()).isEmpty();
    }

    @Test
    default void what_others_made_is_not_listed() throws Exception {
        // given
        makeStrangers();
        // when, then
        assertThat(inventory().items()).isEmpty();
    }

    @Test
    default void what_another_platform_made_is_not_listed() throws Exception {
        // given
        makeAnotherPlatforms();
        // when, then
        assertThat(inventory().items()).isEmpty();
    }

    @Test
    default void where_it_can_not_look_it_says_so_and_lists_nothing() throws Exception {
        // given
        make();
        try (var _ = blindness()) {
            // when, then
            assertThatThrownBy(() -> inventory().items()).isInstanceOf(SystemFault.class);
        }
    }
}
