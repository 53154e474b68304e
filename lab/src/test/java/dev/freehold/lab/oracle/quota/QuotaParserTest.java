package dev.freehold.lab.oracle.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.oracle.quota.QuotaStatement.Act;
import dev.freehold.lab.oracle.quota.QuotaStatement.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaParserTest {
    @Test
    void a_family_is_zeroed_in_a_compartment() {
        var statement = QuotaParser.parse("zero compute-core quotas in compartment freehold");

        assertThat(statement)
                .isEqualTo(new QuotaStatement(
                        Act.ZERO, "compute-core", NamePattern.ALL, 0, List.of("freehold"), List.of()));
    }

    @Test
    void one_quota_is_set_below_other_compartments_and_in_one_region() {
        var statement = QuotaParser.parse(
                "Set compute-core quota standard-a1-core-count to 4 in compartment a:b where request.region ="
                        + " 'eu-frankfurt-1'");

        assertThat(statement)
                .isEqualTo(new QuotaStatement(
                        Act.SET,
                        "compute-core",
                        new NamePattern("standard-a1-core-count"),
                        4,
                        List.of("a", "b"),
                        List.of(new Condition("request.region", "eu-frankfurt-1"))));
    }

    @Test
    void patterns_and_alternatives_are_taken() {
        var statement =
                QuotaParser.parse("unset compute-core quota /standard-*/ in tenancy where any {request.ad = x:A-1,"
                        + " request.region=\"r\"}");

        assertThat(statement.names().matches("standard-a1-core-count")).isTrue();
        assertThat(statement.names().matches("dense-io1-core-count")).isFalse();
        assertThat(statement.compartment()).isEmpty();
        assertThat(statement.conditions())
                .containsExactly(new Condition("request.ad", "x:A-1"), new Condition("request.region", "r"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing compute quotas in tenancy | starts with zero, set or unset",
                "zero compute-cores quotas in tenancy | no family of quotas 'compute-cores'",
                "zero compute in tenancy | the word quota or quotas",
                "set compute quota x to many in tenancy | 'many' is no whole number",
                "set compute quota x in tenancy | set takes a number",
                "zero compute quotas | it ends where",
                "zero compute quotas in tenancy where request.region != 'x' | equality alone",
                "zero compute quotas in tenancy where request.user = x | request.region or request.ad",
                "zero compute quotas in tenancy where request.region = x and request.ad = y | nothing more is expected"
                        + " at 'and'",
                "zero compute quotas in compartment a: | from below the root down",
            })
    void what_is_no_statement_is_said_to_be_none(String text, String why) {
        assertThatThrownBy(() -> QuotaParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining(why);
    }
}
