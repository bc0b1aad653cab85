"""Prints what held over random sequences of withdrawals, absences, exchanges: ``python -m tests.benchmarks.sequences``.

Takes the number of sequences, 10,000 where none is given. After everything that happens the lists it touches are made
anew and compared with the best there can be.
"""

from __future__ import annotations

import sys
import time

from tests.scheduler.services.intake.sequences import Campaign, run_sequence


def main() -> None:
    """Run the campaign and print its figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    campaign, began = Campaign(), time.monotonic()
    for seed in range(count):
        run_sequence(seed, campaign)
    seconds = time.monotonic() - began
    print(f"sequences {campaign.sequences}, {seconds:.0f} s, refused {campaign.refused}, promoted {campaign.promoted}")
    print("happened: " + ", ".join(f"{word} {number}" for word, number in campaign.happened.most_common()))
    print(
        f"lists {campaign.lists}, longest {campaign.longest} speakers, proven to be the most even {campaign.proven}, "
        f"of those compared with another method {campaign.compared}"
    )
    print(f"did not hold: {len(campaign.faults)}")
    for fault in campaign.faults[:20]:
        print(f"  {fault}")


if __name__ == "__main__":
    main()
