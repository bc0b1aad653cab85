"""An example of every setting of the lot."""

from __future__ import annotations

LOT_SETTINGS = {
    "selection.lot_commitment": "5a78018169c5d0cc7f10f85a9ef1b722bd25294f005a2ca6acf7cf0d586b8236",
    "selection.lot_committed": "2026-02-01 12:00",
    "selection.lot_late": "The office was closed; decided by the bureau",
    "selection.lot_value": "Closing value of a named index on 2026-03-03",
    "selection.lot_seed": "a seed of your own",
    "selection.lot_drawn": "2026-03-04 09:00",
    "selection.lot_requests": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
}
"""What a forum states once its lot is drawn."""
