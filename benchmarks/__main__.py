"""`make bench`: every comparison, in one run, as ratios."""

import sys

from benchmarks import deck, kpis, load, workbook
from benchmarks.peers import NoPeersError, peers_folder


def main() -> None:
    """Print a line a comparison."""
    try:
        peers_folder()
    except NoPeersError as error:
        sys.exit(str(error))
    print(f"{'work':44} {'ours':>9}  {'peer':24} {'peer':>9}  ratio")
    for module in (deck, workbook, kpis, load):
        for ratio in module.measure():
            print(
                f"{ratio.work:44} {ratio.seconds * 1000:6.0f} ms  {ratio.peer:24} "
                f"{ratio.peer_seconds * 1000:6.0f} ms  {ratio.times:5.2f} ×",
                flush=True,
            )
    print(load.end_to_end(), flush=True)


if __name__ == "__main__":
    main()
