sums = 1 + 2 * 3 ** 2 - 7 // 2 + -7 % 3
ratio = 1 / 4
shifted = 1 << 20 | 5
flags = {1, 2} | {3} - {2}
text = "ab" * 3 + "!"
chained = 1 < 2 <= 2 < 3
member = "a" in ("a", "b") and 4 not in [1, 2]
picked = "yes" if chained else "no"
fallback = None or "" or "last"
unclear = configured() or "last"
negated = not ()
compared = (1, "b") < (1, "c")
sliced = [0, 1, 2, 3, 4][1:4:2]
backward = "abc"[::-1]
last = (1, 2, 3)[-1]
