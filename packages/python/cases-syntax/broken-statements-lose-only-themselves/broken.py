before = 1
class Model:
    good = 1
    bad = = 2
    also_good = 3
def f(:
    pass
after = 2
