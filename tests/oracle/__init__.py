"""The oracle: shows that a change of the house changed nothing that anybody sees.

    git stash or check out the commit before; python -m tests.oracle take /tmp/before
    change things;                           python -m tests.oracle take /tmp/after
    python -m tests.oracle compare /tmp/before /tmp/after [--meant FILE] [--all]
    python -m tests.oracle take DIR --fast             KPIs and cheap commands, between commits

`take` runs the `cartera` command of the environment whose Python runs it (`.venv/bin/python`),
and writes plain sorted text: `kpis/` the sample company's figures; `terminal/` what each command
says in both languages when all is well and when it is not; `explain/` where each figure comes
from; `feedback/` runs with what people typed into their files in between; `files/` every part of
every file of three runs; `awkward/` the clients made for tests. `--only PART` takes one of them,
and may be said again. `compare` prints the first lines of each difference and a summary, and
exits 1 where one was not meant; a file of `--meant` holds a glob of names a line, as
`explain/*/client-*`, with the reason after #. Of a part that one of the takes lacks nothing is
compared, and against a fast take only what that one holds.

Beside the text of a package (`….txt`) stand the digests of its parts (`….digests`); the parts
themselves are kept by digest in `parts/`, so that what nobody reads (places, colours, formulas)
can be read, too.

Masked: hexadecimal ids (editions, hashes), run ids, UUIDs, times of the day on which the take was
made, sizes in manifests, paths of the take and of the checkout, ports, addresses, the frames of a
traceback, colours of the terminal. Read alike: "sep" and "sept", which Spanish decks print by who
was rendered first.

It touches nothing that is inside of the rooms but in one place, `hard_clients.rendered`.
"""
