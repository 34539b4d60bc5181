from models import Model
class Other(Model):
    pass
