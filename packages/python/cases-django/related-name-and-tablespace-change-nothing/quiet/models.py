from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Quiet(models.Model):
    name = models.CharField(_('name'), max_length=10, help_text=_('The name'), unique_for_date='day', validators=[])
    day = models.DateField(_('day'), editable=False, error_messages={'null': 'x'})
    rating = models.PositiveSmallIntegerField(_('rating'), validators=[MaxValueValidator(5)], blank=True, null=True)

    class Meta:
        verbose_name = _('quiet thing')
        get_latest_by = 'day'
        permissions = [('can_shout', 'Can shout')]
        default_related_name = 'quiet'
        default_permissions = ()
