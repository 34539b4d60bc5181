base = ["a", "b"]
more = [*base, "c", *("d", "e")]
options = {"x": 1, **{"y": 2, "x": 3}}
squares = [n * n for n in range(5) if n % 2]
pairs = {k: v for k, v in zip("abc", [1, 2, 3])}
indexed = list(enumerate(base, start=1))
ordered = sorted({"b", "a", "c"}, reverse=True)
longest = max(["aa", "b"], key=len)
total = sum([1, 2, 3])
mapped = list(map(lambda s: s.upper(), base))
nested = [(x, y) for x in base for y in (1, 2)]
unknown_loop = [x for x in load()]
first, *middle, end = [1, 2, 3, 4]
base += ["z"]
alias = base
base.append("w")
options["w"] = 9
options.update(v=1)
removed = options.pop("w")
del options["y"]
is_any = any(x == "b" for x in base)
text = ", ".join(sorted(set(base)))
words = "one two  three".split()
title = "some_thing".replace("_", " ").title()
if (count := len(base)) > 2:
    counted = count
