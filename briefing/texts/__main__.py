"""What is left to translate: ``python -m briefing.texts`` lists it by language and exits with 1 if there is any."""

import sys

from briefing.texts import languages, untranslated

if __name__ == "__main__":
    found = [f"{tag}.yml: {line}" for tag in languages() for line in untranslated(tag)]
    print("\n".join(found) or "Every language has every text.")
    sys.exit(1 if found else 0)
