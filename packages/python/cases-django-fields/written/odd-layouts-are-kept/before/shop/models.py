import django.db.models
from django.db.models import CharField, IntegerField, Model


class Item(Model):
	class Meta: db_table = 'item'
	a = IntegerField(); b = IntegerField(null = True)
	c: 'CharField' = CharField(  # the length
		max_length = 5,  # five

		# as ever
		help_text = ("one"
			"two"),
	)
	d = django.db.models.TextField(blank=True
		)
	e = (CharField(max_length=5))
	f = CharField(max_length
		=5, **{'help_text': 'f'})
	g = IntegerField(
		null=True, blank=True)
	h = IntegerField(
		# none
	)

	@property
	def both(self): return self.a


class One(Model): x = IntegerField()
