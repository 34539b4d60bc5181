import django.db.models
from django.db.models import CharField, IntegerField, Model


class Item(Model):
	class Meta: db_table = 'item'
	a = django.db.models.BigIntegerField(); b = IntegerField()
	c: 'CharField' = CharField(  # the length
		max_length = 6,  # five
		null=True,
		blank=True,

		# as ever
		help_text = ("one"
			"two"),
	)
	d = django.db.models.TextField(null=True, blank=True
		)
	e = (CharField(max_length=7))
	f = CharField(max_length
		=8, null=True, blank=True, **{'help_text': 'f'})
	g = IntegerField()
	h = IntegerField(
		# none
		null=True,
		blank=True,
	)
	i = IntegerField(null=True, blank=True)

	@property
	def both(self): return self.a


class One(Model):
	x = django.db.models.BigIntegerField()
	y = django.db.models.TextField(null=True, blank=True)
