hexadecimal = 0x_FF
octal, binary, big = 0o17, 0b1010, 10_000_000_000_000_000_000
price = 0.10
tiny = 1e-7
imaginary = 3j
joined = "a" 'b' """c
d"""
escaped = "tab\t quote\" nul\x00 é\u00e9 \N{DASH} \101 \
continued"
raw = r"\d+\n"
data = b"bytes\x01"
n = 3
formatted = f"{n:03d} {n!r:>4} {{literal}} {'x' + 'y'}"
debugged = f"{n=}"
unknowable = f"{open('x').read()}"
emoji = "😀" + "日本"
after_emoji = 1
nothing, both, rest = None, True, ...
percent = "%s-%(x)s" % 1
named = "%(a)s/%(b)05d" % {"a": "x", "b": 7}
braces = "{0}:{name!r}:{}".format(1, name="n")
plain = "{}-{:>5}".format("a", "b")
