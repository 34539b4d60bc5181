from functools import partial, lru_cache
from framework import Field, Model

def money(digits=12, *, places=2, **options):
    """Doc."""
    options.setdefault("default", 0)
    return Field(digits, places, **options)

def chosen(kind):
    if kind == "text":
        return Field("text")
    elif kind == "number":
        size = 8
    else:
        raise ValueError(kind)
    return Field(size)

def unclear(flag):
    if configured():
        return 1
    return 2

def agreed():
    if configured():
        return 1
    return 1

def looped(names):
    result = {}
    for name in names:
        if name.startswith("_"):
            continue
        result[name] = name.upper()
    return result

def recursive(n):
    return recursive(n + 1)

def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

def generator():
    yield 1

async def later():
    return 1

def factory(name, size):
    class Made(Model):
        field = Field(size)
    Made.__name__ = name
    return Made

def outer(prefix):
    def inner(name, *rest):
        return prefix + name + "".join(rest)
    return inner

@lru_cache(maxsize=None)
def cached():
    return "cached"

def shout(fn):
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs) + "!"
    return wrapper

@shout
def greeting(name):
    return "hi " + name

def positional(a, b, /, c):
    return (a, b, c)

def tried():
    try:
        value = 1
    except ValueError:
        value = 2
    return value

def nothing():
    pass

class Helper:
    prefix = "p_"
    @classmethod
    def named(cls, name):
        return cls.prefix + name
    @staticmethod
    def doubled(n):
        return n * 2

class Sub(Helper):
    prefix = "s_"

price = money(10, null=True)
text = chosen("text")
number = chosen("number")
wrong = chosen("else")
undecided = unclear(1)
sure = agreed()
upper = looped(["a", "_b", "c"])
endless = recursive(0)
fib = fibonacci(10)
generated = generator()
awaited = later()
First = factory("First", 1)
Second = factory("Second", 2)
sizes = (First.field, Second.field)
closed = outer("a")("b", "c", "d")
memo = cached()
greeted = greeting("you")
placed = positional(1, 2, c=3)
too_few = positional(1)
attempt = tried()
none = nothing()
class_method = Sub.named("x")
static_method = Helper.doubled(4)
short = partial(money, 5, places=1)(null=False)
lambdas = (lambda x, y=2: x + y)(1)
