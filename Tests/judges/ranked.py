"""Counts a ranking of seats by need again, from what is published alone: ranked.py FILE, as `docs/seats-by-need.md` tells it. Names each thing that comes out otherwise."""

import hashlib
import json
import sys


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


with open(sys.argv[1], encoding="utf-8") as file:
    told = json.load(file)
if digest(told["seed"]) != told["commitment"]:
    print("the seed is not the one that was promised")
lots = sorted(told["lots"], key=lambda lot: (-lot["points"], digest(f"{told['seed']}:{lot['number']}"), lot["number"]))
free, goes_on = told["free"], True
for place, lot in enumerate(lots, 1):
    goes_on = goes_on and lot["seats"] <= free
    free -= lot["seats"] if goes_on else 0
    if (lot["place"], bool(lot["came"])) != (place, goes_on):
        print(f"number {lot['number']}: place {lot['place']}, came {lot['came']}; counted again {place}, {int(goes_on)}")
print(f"{len(lots)} lots ranked again")
