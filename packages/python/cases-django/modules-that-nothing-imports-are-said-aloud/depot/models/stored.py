from django.db import models


class Stored(models.Model):
    pass
