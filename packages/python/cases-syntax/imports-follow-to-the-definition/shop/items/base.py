from framework import Model
_hidden = 1
PUBLIC = 2
class Item(Model):
    pass
