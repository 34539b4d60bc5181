from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=5, db_index=True)

    class Meta:
        abstract = True
        indexes = [models.Index(fields=['created'], name='%(app_label)s_%(class)s_created')]
        constraints = [models.UniqueConstraint(fields=['note'], name='%(class)s_note')]


class Kept(Stamped):
    pass


class Inherited(Stamped):
    class Meta(Stamped.Meta):
        db_table = 'inherited_table'


class Dropped(Stamped):
    class Meta:
        ordering = ['created']


class Overridden(Stamped):
    note = models.TextField(null=True)


class Removed(Stamped):
    note = None

    class Meta:
        pass


class Middle(Stamped):
    extra = models.IntegerField()

    class Meta(Stamped.Meta):
        abstract = True


class Leaf(Middle):
    pass
