package dev.freehold.app.shell.text;

import dev.freehold.app.shell.screen.Table;
import dev.freehold.domain.allowance.Forecast;
import dev.freehold.domain.allowance.Ledger;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.fit.Fit;
import dev.freehold.domain.quantity.Usd;
import java.util.List;

/// What `quota`, `fit` and `forecast` show, and their parts in `plan`.
public final class FiguresText {
    private FiguresText() {}

    public static void quota(Page page, Ledger ledger) {
        var allowance = ledger.allowance();
        page.line("Allowance " + allowance.id() + ", from " + allowance.from()
                + (allowance.until() == null ? ", in force" : " until " + allowance.until()));
        page.blank();
        var table = new Table("RULE", ">USED", ">LIMIT", "UNIT");
        for (var line : ledger.lines()) {
            table.row(line.rule().id(), Page.number(line.used()), Page.number(line.limit()), line.unit());
        }
        page.table(table);
        page.blank();
        if (ledger.violations().isEmpty() && ledger.accepted().isEmpty()) {
            page.line(page.ink().green("Everything is within the allowance."));
        }
        accepted(page, ledger);
        violations(page, ledger.violations());
    }

    static void accepted(Page page, Ledger ledger) {
        if (ledger.accepted().isEmpty()) {
            return;
        }
        page.line(page.ink()
                .yellow("Above the allowance, and accepted at "
                        + dollars(ledger.forecast().usdPerMonth()) + " a month:"));
        ledger.accepted().forEach(violation -> violation(page, violation));
    }

    static void violations(Page page, List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        var count = violations.size() == 1 ? "1 violation:" : violations.size() + " violations:";
        page.line(page.ink().red(count));
        violations.forEach(violation -> violation(page, violation));
    }

    private static void violation(Page page, Violation violation) {
        page.point("-", violation.rule().id() + ", " + violation.path() + ": " + violation.message());
    }

    public static void fit(Page page, Fit fit) {
        var table = new Table("HOST", ">MEMORY", ">COMMITTED", ">VOLUME", ">OSD", "VMS");
        for (var host : fit.hosts()) {
            table.row(
                    host.name(),
                    Page.number(host.memory().count()) + " GB",
                    Page.number(host.committed().count()) + " GB",
                    Page.number(host.bootVolume().count()) + " GB",
                    Page.number(host.osd().count()) + " GB",
                    String.join(", ", host.vms()));
        }
        page.table(table);
        page.blank();
        var ceph = fit.ceph();
        page.line(
                ceph == null
                        ? "No Ceph: VM disks are on each host's own storage."
                        : "Ceph: " + Page.number(ceph.raw().count()) + " GB raw, "
                                + Page.number(ceph.usable().count()) + " GB usable, "
                                + Page.number(ceph.provisioned().count()) + " GB provisioned.");
        remarks(page, fit);
        if (fit.violations().isEmpty()) {
            page.line(page.ink().green("The platform fits its hosts."));
        }
        violations(page, fit.violations());
    }

    static void remarks(Page page, Fit fit) {
        fit.remarks().forEach(page::prose);
    }

    public static void forecast(Page page, Forecast forecast) {
        var table = new Table("WHAT", ">QUANTITY", ">FREE", ">BILLED", ">USD A MONTH", "UNIT");
        for (var item : forecast.items()) {
            table.row(
                    item.what(),
                    Page.number(item.quantity()),
                    Page.number(item.free()),
                    Page.number(item.billed()),
                    Forecast.inCents(item.usdPerMonth()).toPlainString(),
                    item.unit());
        }
        page.table(table);
        page.blank();
        page.line("A month of 744 hours costs " + dollars(forecast.usdPerMonth()) + " at list price.");
    }

    /// Rounded up to whole cents, so that a cost never shows as none.
    public static String dollars(Usd amount) {
        return Forecast.inCents(amount).toPlainString() + " USD";
    }
}
