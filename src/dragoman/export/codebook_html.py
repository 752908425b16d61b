"""Writes a codebook as one printable HTML page that needs nothing beside itself."""

from html import escape

from dragoman.export.codebook import QUADS, Codebook, FrameEntry, TypeEntry

STYLE = """
:root { color-scheme: light; --ink: #1c2127; --soft: #5c6670; --line: #d9dee3; --verbal: #2f6f9f; --wash: #f5f7f9 }
* { box-sizing: border-box }
body { font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink); margin: 0 auto;
  max-width: 68rem; padding: 2.5rem 1.5rem 5rem }
h1 { font-size: 1.9rem; margin: 0 0 .3rem } h2 { font-size: 1.35rem; margin: 0 } h3 { font-size: 1rem; margin: 0 }
p { margin: .4rem 0 } a { color: inherit } code { font-size: .9em }
.soft { color: var(--soft) } .quiet { color: var(--soft); font-size: .87rem }
table { border-collapse: collapse; width: 100%; margin: 1.2rem 0; font-size: .9rem }
th { text-align: left; font-weight: 600; border-bottom: 2px solid var(--ink); padding: .35rem .6rem .35rem 0 }
td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; vertical-align: top }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
section { margin-top: 2.6rem; border-top: 3px solid var(--ink); padding-top: .8rem }
.quad { display: inline-block; padding: 0 .5rem; border-radius: .8rem; font-size: .82rem; color: #fff;
  white-space: nowrap }
.q1 { background: #2f7f6f } .q2 { background: #1f5fa0 } .q3 { background: #b0641a } .q4 { background: #a02c3c }
.q0 { background: #6b7580 }
article { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; margin: .9rem 0;
  break-inside: avoid }
article header { display: flex; flex-wrap: wrap; gap: .2rem .9rem; align-items: baseline }
dl { display: grid; grid-template-columns: 7.5rem 1fr; gap: .2rem .8rem; margin: .6rem 0 0; font-size: .9rem }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
.words span { display: inline-block; background: var(--wash); border-radius: .25rem; padding: 0 .4rem;
  margin: 0 .25rem .25rem 0 }
ul { margin: 0; padding: 0; list-style: none } .yes::before { content: "✓ "; color: #2f7f6f }
.no::before { content: "✗ "; color: #a02c3c } .own { border-color: #b0641a; border-width: 2px }
@media print { body { font-size: 10pt; max-width: none; padding: 0 } section { break-before: page }
  a { text-decoration: none } }
"""


def html(book: Codebook) -> str:
    """Write a codebook as HTML: a table of types, then a section a type with a card a frame.

    Args:
        book: the codebook.

    Returns:
        A whole page, its style inside; no script, no address outside.
    """
    folder = f" Frames of one's own: <code>{escape(book.folder)}</code>." if book.folder else ""
    rows = "\n".join(map(_type_row, book.types))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Codebook</title>
<style>{STYLE}</style>
</head>
<body>
<h1>Codebook</h1>
<p class="soft">{len(book.types)} event types, {book.frames} frames, {book.predicates:,} predicates.{folder}
Digest of the frames in force: <code>{escape(book.digest)}</code></p>
<table>
<thead><tr><th>Type</th><th>What it is</th><th>Quad class</th><th class="n">Score</th><th>Modes</th>
<th class="n">Frames</th><th class="n">Predicates</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
{"".join(map(_section, book.types))}
</body>
</html>
"""


def _type_row(kind: TypeEntry) -> str:
    name = escape(kind.type.name)
    modes = ", ".join(escape(mode.code) for mode in kind.modes) or "–"
    return (
        f'<tr><td><a href="#{name}"><b>{name}</b></a></td><td>{escape(kind.type.about)}</td><td>{_quad(kind)}</td>'
        f'<td class="n">{_number(kind.score)}</td><td>{modes}</td>'
        f'<td class="n">{len(kind.frames)}</td><td class="n">{kind.predicates}</td></tr>'
    )


def _quad(kind: TypeEntry) -> str:
    return (
        f'<span class="quad q{kind.quad or 0}">{kind.quad or "?"} {QUADS.get(kind.quad or 0, "no quad class")}</span>'
    )


def _section(kind: TypeEntry) -> str:
    head = kind.type
    name = escape(head.name)
    facts = [f"Score {_number(kind.score)}"]
    facts += [f"a planned one is coded {escape(head.planned)}"] if head.planned != head.name else []
    facts += [f"one only decided is coded {escape(head.decided)}"] if head.decided != head.name else []
    facts += ["a recipient is required"] if kind.recipient else []
    facts += ["an act of words"] if head.speech else []
    facts += ["between equals"] if head.symmetric else []
    facts += [f"source: {escape(head.source)}"] if head.source else []
    modes = ", ".join(
        f"{escape(mode.code)}{f' ({_number(mode.score)})' if mode.score is not None else ''}" for mode in kind.modes
    )
    said = f'<p class="quiet">Modes: {modes}</p>' if modes else ""
    return f"""
<section id="{name}">
<h2>{name} {_quad(kind)}</h2>
<p>{escape(head.about)}</p>
<p class="quiet">{" · ".join(facts)}</p>
{said}
{"".join(map(_card, kind.frames))}
</section>"""


def _card(entry: FrameEntry) -> str:
    frame = entry.frame
    facts = [frame.pos, f"mode {frame.mode}" if frame.mode else "", "your own" if frame.own else ""]
    words = "".join(f"<span>{escape(str(predicate))}</span>" for predicate in frame.predicates)
    items = [("Words", f'<span class="words">{words}</span>')]
    if frame.cameo:
        name = escape(entry.cameo_name or "")
        items.append(("CAMEO", f"<b>{frame.cameo}</b> {name}, Goldstein {_number(entry.goldstein)}"))
    equals = " (all are equals)" if frame.roles.symmetric else ""
    items.append(("Actor", escape(", ".join(frame.roles.actor)) + equals))
    items += [("Recipient", escape(", ".join(frame.roles.recipient)))] if frame.roles.recipient else []
    items += [("Asks for", f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in entry.demands)}</ul>")] * bool(
        entry.demands
    )
    examples = "".join(f'<li class="yes">{escape(sentence)}</li>' for sentence in frame.fires)
    examples += "".join(f'<li class="no">{escape(sentence)}</li>' for sentence in frame.silent)
    items += [("Examples", f"<ul>{examples}</ul>")] if examples else []
    listed = "".join(f"<dt>{key}</dt><dd>{value}</dd>" for key, value in items)
    own = ' class="own"' if frame.own else ""
    return (
        f'<article{own}><header><h3>{escape(frame.name)}</h3><span class="quiet">{" · ".join(filter(None, facts))}'
        f"</span></header><dl>{listed}</dl></article>\n"
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:+g}".replace("-", "−") if value else "0"
