from framework import Base

type Pair[T] = tuple[T, T]


class Box[T](Base):
    size: int = 3

    def get[S](self, other: S) -> T:
        return other


def caught():
    try:
        return 1
    except KeyError, ValueError, OSError:
        return 2


try:
    import json
except ImportError, ValueError, OSError:
    json = None

with (
    open("a") as a,
    open("b") as b,
):
    both = [a, b]

match = {"type": "soft"}
type = match["type"]
print(f"{type!r:>{10}}")
nested = f"{'inner ' + f'{match['type']}'}"
if (found := match.get("type")) and found != "":
    walrus = found
result = caught()
lambda_default = (lambda *args, key=None, **rest: (args, key, rest))(1, 2, key=3, z=4)
