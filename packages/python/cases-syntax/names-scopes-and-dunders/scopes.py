x = "module"
class Outer:
    x = "class"
    seen = x
    comprehended = [x for _ in range(1)]
    class Inner:
        seen = x
        qualified = __qualname__
    def method(self):
        return x
def local():
    x = "local"
    def inner():
        return x
    return inner()
def globally():
    global made
    made = "by global"
globally()
inner = local()
module_name = __name__
undefined = missing_name
list_type = list[int]
registry = {}
def register(name):
    registry[name] = len(registry)
    return name
register("a")
register("b")
a = b = []
a.append(1)
one = two = (  # in brackets, for the line is long
    three
) = "same"
(four,) = ["only"]
(five, six) = seven = ("pair", 2)
