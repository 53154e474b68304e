package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.Showing;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.Layout;
import dev.freehold.app.shell.text.LayoutText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.address.AddressPlan;

/// `addresses`: the address of everything.
final class ShowAddresses implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var plan = AddressPlan.of(SpecSource.read(invocation.globals()).spec());
        Showing.show(invocation, stage, json -> Layout.addresses(json, plan), page -> LayoutText.addresses(page, plan));
        return ExitCode.DONE;
    }
}
