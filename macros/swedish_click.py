"""click in Swedish: help texts and misuse messages. Formats only; printing is the command line's."""

import difflib
from typing import Any

import click

CONTEXT: dict[str, Any] = {"help_option_names": ["--hjälp", "--help"], "max_content_width": 100}

_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")


class MisuseError(click.UsageError):
    """The command was used in a way that cannot work. The message is a Swedish sentence with its cure."""


class SwedishCommand(click.Command):
    """A click command whose own words are Swedish."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write `Användning:` instead of `Usage:`."""
        pieces = " ".join(piece.replace("[OPTIONS]", "[VAL]") for piece in self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Användning: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options under a Swedish heading."""
        _write_options(self, ctx, formatter)


class SwedishGroup(click.Group):
    """A click group whose own words are Swedish; its commands are Swedish too."""

    command_class = SwedishCommand

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, also when its å, ä and ö are typed as a and o."""
        plain = {name.translate(_PLAIN): name for name in self.commands}
        return super().get_command(ctx, plain.get(cmd_name.translate(_PLAIN), cmd_name))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write `Användning:` instead of `Usage:`."""
        formatter.write_usage(ctx.command_path, "KOMMANDO [VAL] …", prefix="Användning: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands and the options under Swedish headings."""
        rows = [(name, command.get_short_help_str(90)) for name, command in self.commands.items()]
        with formatter.section("Kommandon"):
            formatter.write_dl(rows)
        _write_options(self, ctx, formatter)


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    rows = [row for parameter in command.get_params(ctx) if (row := parameter.get_help_record(ctx))]
    rows = [(names, "Visa den här hjälpen." if "--hjälp" in names else text) for names, text in rows]
    with formatter.section("Val"):
        formatter.write_dl(rows)


def explain_misuse(error: click.UsageError) -> str:
    """What was wrong with the command line, in one or two Swedish sentences; the help text when nothing was asked."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and error.ctx:
        return error.ctx.get_help()
    if isinstance(error, MisuseError):
        return error.message
    path = error.ctx.command_path if error.ctx else "handbok"
    return f"{_misuse(error)} Skriv {path} --hjälp för att se vad som går att skriva."


def _misuse(error: click.UsageError) -> str:
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Kommandot ”{error.command_name}” finns inte.{_maybe(error.command_name, error.possibilities)}"
    if isinstance(error, click.NoSuchOption):
        return f"Valet ”{error.option_name}” finns inte.{_maybe(error.option_name, error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"Uppgiften {_parameter_name(error.param)} saknas."
    choices = getattr(getattr(error, "param", None), "type", None)
    if isinstance(choices, click.Choice):
        allowed = ", ".join(str(choice) for choice in choices.choices)
        return f"Uppgiften {_parameter_name(error.param)} måste vara något av: {allowed}."  # type: ignore[attr-defined]
    if isinstance(error, click.BadParameter):
        return f"Uppgiften {_parameter_name(error.param)} har ett värde som inte går att använda."
    return "Kommandot har fel form."


def _parameter_name(parameter: Any) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else str(parameter.metavar or parameter.name)


def did_you_mean(word: str, known: Any) -> str:
    """`Menade du ”x”?` when some known word is close, else what there is to choose from."""
    return _maybe(word, known).strip() or f"Välj någon av: {', '.join(known)}."


def _maybe(word: str, known: Any) -> str:
    close = difflib.get_close_matches(word, list(known or ()), n=1)
    return f" Menade du ”{close[0]}”?" if close else ""
