from django.db import models


class Tenant(models.Model):
    pass


class Cell(models.Model):
    pk = models.CompositePrimaryKey('tenant', 'number')
    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE)
    number = models.IntegerField()
    value = models.TextField(null=True)
