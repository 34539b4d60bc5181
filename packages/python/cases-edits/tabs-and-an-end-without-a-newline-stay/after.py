from django.db import models


class Stock(models.Model):
	symbol = models.CharField(max_length=10)
	cap = 1
	long = models.Index(
		fields=['cap', 'another', 'third'],
		name='a_very_long_name_of_an_index_that_does_not_fit',
	)

	class Meta:
		indexes = [
			models.Index(fields=["symbol"], name="a"),
			models.Index(fields=['cap']),
		]
		constraints = [x]


class New: pass