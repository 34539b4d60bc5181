from . import models

print(models.Loan)
