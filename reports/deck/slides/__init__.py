"""The deck's slides: one file each, found by walking this folder and put in their ORDER.

A file has `ORDER`, `KIND`, `headline`, which concludes something or says why it cannot, and
`compose`, which lays the slide out; see `contract`.
"""
