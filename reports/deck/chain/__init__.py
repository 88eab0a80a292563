"""From what was found to what is done about it: finding → action, owner, day, expected effect.

One chain for the whole deck (`links`): the summary asks for its first link, and every page that
reports a finding leads to the link that answers it. A `link` is one row of the plan; `answers`
answer what slides found with the `effects` that they aim at, and the other files hold what is
asked `beside` that: `peers`, `seats`, `promises`, the `renewal`.
"""
