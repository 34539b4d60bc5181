import os
import sys
from typing import TYPE_CHECKING
import django

if TYPE_CHECKING:
    from elsewhere import Thing
if sys.version_info >= (3, 8):
    modern = True
else:
    modern = False
if django.VERSION < (4, 2):
    storage = "old"
elif django.VERSION[0] == 5:
    storage = "five"
else:
    storage = "other"
if os.environ.get("DEBUG"):
    same = 1
    different = 1
    only_here = 1
else:
    same = 1
    different = 2
names = ["a"]
if os.environ.get("MORE"):
    names.append("b")
numbers = [1]
if os.environ.get("MORE"):
    numbers.append(2)
else:
    numbers += [2]
if os.environ["STRICT"]:
    raise RuntimeError("not here")
if os.name == "nt":
    class Windows:
        x = 1
while pending():
    turned = 1
match os.name:
    case "nt":
        matched = 1
    case other:
        matched = 2
for name in unknown_names():
    looped = name
with open("x") as handle:
    within = 1
table = {"row": []}
for each in unknown_names():
    table["row"].append(each)
row = table["row"]
