"""PRO: process maps hang together: lanes, branches and links exist, and every node can be reached."""

from collections.abc import Iterator
from datetime import date

from macros.checks.references import unknown_sections
from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.model.process import NodeKind, Process, ProcessFile, ProcessNode
from macros.model.sourced import Sourced


def check_processes(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every map is whole."""
    source = handbook.holdings.process_file
    if source is None:
        return
    process_ids = [process.id for process in source.value.processes]
    for index, process in enumerate(source.value.processes):
        if process_ids.index(process.id) != index:
            message = f"Processen ”{process.id}” står två gånger."
            yield Finding("PRO201", Level.FEL, source.place("processer", index, "id"), message, "Ge den ett eget id.")
        lanes = [lane.id for lane in process.lanes]
        for number, node in enumerate(process.nodes):
            key = ("processer", index, "steg", number)
            if node.lane not in lanes:
                cure = suggest(node.lane, lanes, "Rätta bana.")
                message = f"{_name(process, node)}: banan ”{node.lane}” finns inte."
                yield Finding("PRO202", Level.FEL, source.place(*key, "bana"), message, cure)
            if node.link is not None:
                yield from unknown_sections(handbook, "PRO203", node.link, source.place(*key, "länk"))
        yield from _check_ways(source, index, process)


def _check_ways(source: Sourced[ProcessFile], index: int, process: Process) -> Iterator[Finding]:
    ids = [node.id for node in process.nodes]
    reached = _reached(process)
    for number, node in enumerate(process.nodes):
        key, name = ("processer", index, "steg", number), _name(process, node)
        place = source.place(*key, "id")
        if ids.index(node.id) != number:
            message = f"{name}: id {node.id} står två gånger."
            yield Finding("PRO201", Level.FEL, place, message, "Ge steget ett eget id.")
        for branch_number, branch in enumerate(node.next):
            if branch.to not in ids:
                message = f"{name}: nästa steg ”{branch.to}” finns inte."
                there = source.place(*key, "nästa", branch_number, "till")
                yield Finding("PRO202", Level.FEL, there, message, suggest(branch.to, ids, "Rätta till."))
        if node.id not in reached:
            yield Finding("PRO204", Level.FEL, place, f"{name}: inget steg leder hit.", "Lägg till det i nästa.")
        if (node.kind is NodeKind.END) == bool(node.next):
            message = f"{name}: ett slut leder inte vidare, och allt annat gör det."
            yield Finding("PRO204", Level.FEL, place, message, "Rätta typ eller nästa.")


def _name(process: Process, node: ProcessNode) -> str:
    return f"{process.id}, ”{node.text}”"


def _reached(process: Process) -> set[str]:
    """The nodes that some way leads to from the first one. A ring that nothing leads into is not among them."""
    ways = {node.id: [branch.to for branch in node.next] for node in process.nodes}
    reached: set[str] = set()
    waiting = [process.nodes[0].id]
    while waiting:
        if (node_id := waiting.pop()) not in reached:
            reached.add(node_id)
            waiting.extend(ways.get(node_id, ()))
    return reached
