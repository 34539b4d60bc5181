from framework import Model, Mixin
class A:
    x = 1
    y = "a"
class B(A):
    y = "b"
class C(A):
    y = "c"
    z = 4
class D(B, C):
    total = A.x + 1
    both = C.y + "!"
    class Meta(Model.Meta):
        names = ["m"]
    own = Meta.names
inherited = D.z
first = D.y
absent = D.absent
class Broken(A, D):
    pass
class Generic(Model[int], Mixin, metaclass=Special, table=True):
    field: "list[int]" = Model.field(primary_key=True)
Made = type("Made", (A,), {"w": 5})
made = Made.w, Made.x
D.added = 6
setattr(D, "more" + "over", 7)
late = (D.added, D.moreover)
class Looped:
    for n in range(2):
        locals()[f"field_{n}"] = Model.field(n)
    vars()["named"] = 1
    del n
class Computed:
    locals()[unknown()] = 1
@decorated("x")
class Decorated:
    pass
if unknown():
    class Perhaps:
        pass
