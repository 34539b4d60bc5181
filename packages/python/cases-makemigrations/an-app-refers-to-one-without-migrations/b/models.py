from django.db import models


class B(models.Model):
    pass
