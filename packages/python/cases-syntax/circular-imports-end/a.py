from b import Second
class First:
    limit = 1
class Third(Second):
    pass
