from django.db import models


class Unused(models.Model):
    pass
