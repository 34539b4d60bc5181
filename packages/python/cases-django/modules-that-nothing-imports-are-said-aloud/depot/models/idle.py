from django.db import models


class Idle(models.Model):
    pass
