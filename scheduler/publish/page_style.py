"""How a page looks: on a phone, on a desk, on paper, in black and white; nothing is loaded."""

STYLE = """
:root { color-scheme: light; --ink: #1a1a1a; --quiet: #4a4a4a; --line: #767676; --accent: #0b4f8a; --warn: #8a3b00; }
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Noto Sans", "Segoe UI", Arial, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; padding-top: 0.5rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
p, li, dd { max-width: 45rem; }
a { color: var(--accent); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100rem; }
.skip:focus { position: static; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; margin: 1rem 0; }
nav a { display: inline-block; padding: 0.25rem 0; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 1rem 0; }
dl.facts div { border: 1px solid var(--line); padding: 0.5rem 0.75rem; }
dl.facts dt { color: var(--quiet); font-size: 0.9rem; }
dl.facts dd { margin: 0; font-size: 1.35rem; font-weight: 600; }
.warning { border: 3px double var(--warn); padding: 0 1rem 0.5rem; margin: 1.5rem 0; }
.warning h2 { border: 0; margin-top: 0.75rem; color: var(--warn); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1.5rem; }
figure { margin: 0; max-width: 30rem; }
figcaption { font-weight: 600; margin-bottom: 0.35rem; }
svg { display: block; width: 100%; height: auto; direction: ltr; font-size: 13px; fill: var(--ink); }
.tables { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)); gap: 0 2rem; }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.35rem; }
th, td { padding: 0.3rem 0.45rem; border-bottom: 1px solid #b5b5b5; text-align: end; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
th:first-child { text-align: start; min-width: 7.5rem; max-width: 24rem; padding-inline-start: 0; }
tbody th { font-weight: 400; }
@media screen and (max-width: 40rem) {
  .scroll { font-size: 0.85rem; }
  th, td { padding: 0.3rem; }
  .scroll th:first-child { position: sticky; inset-inline-start: 0; background: #fff; }
  th:first-child { min-width: 6.5rem; max-width: 9rem; }
}
.note { color: var(--quiet); }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip { display: none; }
  h2, h3, caption { break-after: avoid; }
  figure, tr, .warning, dl.facts div { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .charts { grid-template-columns: 1fr 1fr; }
}
"""
