"""What people wrote, in the client's language."""

from samples.phrases import Phrases
from samples.wording_en import PHRASES as ENGLISH
from samples.wording_es import PHRASES as SPANISH

WORDS: dict[str, Phrases] = {"es": SPANISH, "en": ENGLISH}
