from laid_out import models
from .. import above
