package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.LayoutJson;
import dev.freehold.app.shell.text.LayoutText;
import dev.freehold.app.shell.wiring.HeldByHome;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.address.AddressPlan;

/// `addresses`: the address of everything.
final class ShowAddresses implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var plan = AddressPlan.of(
                SpecSource.read(invocation.globals()).spec(), HeldByHome.addresses(invocation.globals()));
        Display.show(
                invocation, stage, json -> LayoutJson.addresses(json, plan), page -> LayoutText.addresses(page, plan));
        return ExitCode.DONE;
    }
}
