import a
from a import First
class Second:
    def first(self):
        return First
limit = a.First.limit
