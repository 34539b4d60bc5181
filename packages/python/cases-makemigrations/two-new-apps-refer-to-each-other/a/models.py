from django.db import models


class A(models.Model):
    b = models.ForeignKey('b.B', models.CASCADE)
    class Meta:
        unique_together=('id','b')
        indexes=[models.Index(fields=['b'])]
