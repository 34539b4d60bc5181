from . import stored
