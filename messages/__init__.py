"""Every sentence that Cartera says, in every language: one folder a language.

A sentence: put its message into an `.ftl` file of `messages/en/` and into the same file of each
other language (https://projectfluent.org/fluent/guide), with its facts as `{ $file }`; what
depends on a number chooses by it, `{ $rows -> [one] row *[other] rows }`. Say it by
`catalogue(language).say("check-page", path=path)`.
A failure: a subclass of CarteraError with its `code`, which is the message's id, and its facts as
annotated fields; raise it with the facts. A clause inside of a sentence is a `Clause(code, facts)`.
Data faults and remarks are Clauses, too: stored as code and facts, worded when they are shown.
Only `cli`, `portal`, `pipeline` and `reports` word anything: `worded(error, language)`.
The tests name each message that a language lacks, that nothing uses or whose facts differ.
"""
