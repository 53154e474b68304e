package dev.freehold.adapters.oci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.oci.wire.ErrorCodes.Meaning;
import dev.freehold.ports.skeleton.Declined.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The codes of Oracle's page "API Errors" and of its services, each with what it means here.
class ErrorCodesTest {

    @ParameterizedTest
    @CsvSource({
        "400, CannotParseRequest, FORBIDDEN",
        "400, InvalidParameter, FORBIDDEN",
        "400, MissingParameter, FORBIDDEN",
        "400, LimitExceeded, FORBIDDEN",
        "400, QuotaExceeded, FORBIDDEN",
        "400, RelatedResourceNotAuthorizedOrNotFound, FORBIDDEN",
        "401, NotAuthenticated, FORBIDDEN",
        "402, SignUpRequired, FORBIDDEN",
        "403, NotAuthorized, FORBIDDEN",
        "403, NotAllowed, FORBIDDEN",
        "404, NotAuthorizedOrNotFound, ABSENT",
        "404, NotFound, ABSENT",
        "404, NamespaceNotFound, ABSENT",
        "404, BucketNotFound, ABSENT",
        "404, ObjectNotFound, ABSENT",
        "405, MethodNotAllowed, FORBIDDEN",
        "409, InvalidatedRetryToken, TOKEN_SPENT",
        "409, NotAuthorizedOrResourceAlreadyExists, NAME_TAKEN",
        "409, ResourceAlreadyExists, NAME_TAKEN",
        "409, CompartmentAlreadyExists, NAME_TAKEN",
        "409, TagNamespaceAlreadyExists, NAME_TAKEN",
        "409, TagDefinitionAlreadyExists, NAME_TAKEN",
        "409, BucketAlreadyExists, NAME_TAKEN",
        "409, BucketNotEmpty, FORBIDDEN",
        "413, RequestEntityTooLarge, FORBIDDEN",
        "422, UnprocessableEntity, FORBIDDEN",
        "501, MethodNotImplemented, FORBIDDEN"
    })
    void what_is_not_carried_out(int status, String code, Reason reason) {
        assertThat(ErrorCodes.of(status, code, "words"))
                .hasValueSatisfying(meaning -> assertThat(meaning)
                        .isInstanceOfSatisfying(
                                Meaning.No.class, no -> assertThat(no.reason()).isEqualTo(reason)));
    }

    @ParameterizedTest
    @CsvSource({
        "409, IncorrectState",
        "409, Conflict",
        "409, ExternalServerIncorrectState",
        "409, LockConflict",
        "409, ConcurrentObjectUpdate",
        "412, NoEtagMatch",
        "412, IfMatchFailed",
        "412, IfNoneMatchFailed",
        "429, TooManyRequests",
        "429, SomethingNew",
        "500, InternalError",
        "502, Unknown",
        "503, ServiceUnavailable",
        "504, Unknown"
    })
    void what_may_work_later(int status, String code) {
        assertThat(ErrorCodes.of(status, code, "words")).contains(new Meaning.Later());
    }

    @Test
    void a_full_region_is_known_by_its_words_alone() {
        assertThat(ErrorCodes.of(500, "InternalError", "Out of host capacity."))
                .contains(new Meaning.No(Reason.FULL, ""));
        assertThat(ErrorCodes.of(400, "InvalidParameter", "Out of host capacity."))
                .hasValueSatisfying(meaning -> assertThat(meaning).isNotEqualTo(new Meaning.No(Reason.FULL, "")));
    }

    @Test
    void nobody_guesses_what_an_unknown_code_means() {
        assertThat(ErrorCodes.of(418, "Teapot", "short and stout")).isEmpty();
    }
}
