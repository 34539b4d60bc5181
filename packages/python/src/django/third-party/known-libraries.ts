/**
 * What the field classes and abstract models of common libraries put into the database, as Python that says only that:
 * read in place of a library that is not installed, as in CI without Python packages. The comment above each gives the
 * version whose source it was taken from. A library that is installed is read itself, but for `workAtRunTime`.
 * `fields_beside` is ours: the fields that a field adds to its model, from its name and its own keyword arguments.
 */
export const knownLibraries: Readonly<Record<string, string>> = {
  // django-countries 9.1.0. The length of `multiple` depends on the list of countries.
  'django_countries/fields.py': `
from django.db.models import CharField
from django_countries import number_of_letters

class CountryField(CharField):
    def __init__(self, *args, countries=None, blank_label=None, multiple=False, multiple_unique=True, multiple_sort=True, **kwargs):
        kwargs.setdefault("max_length", number_of_letters if multiple else 2 if countries is None else number_of_letters)
        super().__init__(*args, **kwargs)
`,
  // django-phonenumber-field 9.0.0
  'phonenumber_field/modelfields.py': `
from django.db import models

class PhoneNumberField(models.CharField):
    def __init__(self, *args, region=None, **kwargs):
        kwargs.setdefault("max_length", 128)
        super().__init__(*args, **kwargs)
`,
  // django-mptt 0.20.0. Its metaclass adds the four columns, and the index, to the root of each tree.
  'mptt/models.py': `
from django.db import models
from mptt.fields import TreeForeignKey, TreeManyToManyField, TreeOneToOneField

class MPTTModel(models.Model):
    lft = models.PositiveIntegerField(editable=False)
    rght = models.PositiveIntegerField(editable=False)
    tree_id = models.PositiveIntegerField(db_index=True, editable=False)
    level = models.PositiveIntegerField(editable=False)
    class Meta:
        abstract = True
`,
  'mptt/fields.py': `
from django.db import models

class TreeForeignKey(models.ForeignKey): pass
class TreeOneToOneField(models.OneToOneField): pass
class TreeManyToManyField(models.ManyToManyField): pass
`,
  // django-extensions 4.1
  'django_extensions/db/models.py': `
from django.db import models
from django_extensions.db.fields import AutoSlugField, CreationDateTimeField, ModificationDateTimeField

class TimeStampedModel(models.Model):
    created = CreationDateTimeField("created")
    modified = ModificationDateTimeField("modified")
    class Meta:
        get_latest_by = "modified"
        abstract = True

class TitleDescriptionModel(models.Model):
    title = models.CharField("title", max_length=255)
    description = models.TextField("description", blank=True, null=True)
    class Meta:
        abstract = True

class TitleSlugDescriptionModel(TitleDescriptionModel):
    slug = AutoSlugField("slug", populate_from="title")
    class Meta:
        abstract = True

class ActivatorModel(models.Model):
    status = models.IntegerField("status", choices=((0, "Inactive"), (1, "Active")), default=1)
    activate_date = models.DateTimeField(blank=True, null=True)
    deactivate_date = models.DateTimeField(blank=True, null=True)
    class Meta:
        ordering = ("status", "-activate_date")
        abstract = True
`,
  'django_extensions/db/fields/__init__.py': `
from django.db.models import CharField, DateTimeField, SlugField

class AutoSlugField(SlugField):
    def __init__(self, *args, populate_from=None, separator="-", overwrite=False, overwrite_on_add=True, slugify_function=None, allow_duplicates=False, max_unique_query_attempts=100, **kwargs):
        super().__init__(*args, **kwargs)

class RandomCharField(CharField):
    def __init__(self, *args, length=None, lowercase=False, uppercase=False, include_alpha=True, include_digits=True, include_punctuation=False, keep_default=False, max_unique_query_attempts=100, **kwargs):
        kwargs["max_length"] = length
        super().__init__(*args, **kwargs)

class CreationDateTimeField(DateTimeField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_now_add", True)
        super().__init__(*args, **kwargs)

class ModificationDateTimeField(DateTimeField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_now", True)
        super().__init__(*args, **kwargs)

class ShortUUIDField(CharField):
    def __init__(self, verbose_name=None, name=None, auto=True, version=4, node=None, clock_seq=None, namespace=None, uuid_name=None, *args, **kwargs):
        kwargs.setdefault("max_length", 22)
        super().__init__(verbose_name, name, *args, **kwargs)
`,
  'django_extensions/db/fields/json.py': `
from django.db import models

class JSONField(models.TextField): pass
`,
  // django-model-utils 5.0.0
  'model_utils/models.py': `
from django.db import models
from model_utils.fields import AutoCreatedField, AutoLastModifiedField, MonitorField, StatusField, UUIDField

class TimeStampedModel(models.Model):
    created = AutoCreatedField("created")
    modified = AutoLastModifiedField("modified")
    class Meta:
        abstract = True

class TimeFramedModel(models.Model):
    start = models.DateTimeField("start", null=True, blank=True)
    end = models.DateTimeField("end", null=True, blank=True)
    class Meta:
        abstract = True

class StatusModel(models.Model):
    status = StatusField("status")
    status_changed = MonitorField("status changed", monitor="status")
    class Meta:
        abstract = True

class SoftDeletableModel(models.Model):
    is_removed = models.BooleanField(default=False)
    class Meta:
        abstract = True

class UUIDModel(models.Model):
    id = UUIDField(primary_key=True, version=4, editable=False)
    class Meta:
        abstract = True
`,
  'model_utils/fields.py': `
import uuid
from django.db import models
from django.utils.timezone import now

class AutoCreatedField(models.DateTimeField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", now)
        super().__init__(*args, **kwargs)

class AutoLastModifiedField(AutoCreatedField): pass

class StatusField(models.CharField):
    def __init__(self, *args, no_check_for_status=False, choices_name="STATUS", **kwargs):
        kwargs.setdefault("max_length", 100)
        super().__init__(*args, **kwargs)

class MonitorField(models.DateTimeField):
    def __init__(self, *args, monitor=None, when=None, **kwargs):
        kwargs.setdefault("default", None if kwargs.get("null") else now)
        super().__init__(*args, **kwargs)

class SplitField(models.TextField):
    def fields_beside(name, **rest):
        return [(f"_{name}_excerpt", models.TextField(editable=False))]

class UUIDField(models.UUIDField):
    def __init__(self, primary_key=True, version=4, editable=False, *args, **kwargs):
        kwargs.setdefault("primary_key", primary_key)
        kwargs.setdefault("default", uuid.uuid4)
        super().__init__(*args, **kwargs)

class UrlsafeTokenField(models.CharField):
    def __init__(self, editable=False, max_length=128, factory=None, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
`,
  // django-simple-history 3.13.0. What it makes of a model is in \`historical-models.ts\`.
  'simple_history/models.py': `
from django.db import models

class HistoricalRecords: pass
`,
  // django-taggit 6.1.0
  'taggit/apps.py': `
from django.apps import AppConfig

class TaggitAppConfig(AppConfig):
    name = "taggit"
    default_auto_field = "django.db.models.AutoField"
`,
  'taggit/__init__.py': '',
  'taggit/managers.py': `
from django.db.models.fields.related import RelatedField

class TaggableManager(RelatedField): pass
`,
  'taggit/models.py': `
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

class TagBase(models.Model):
    name = models.CharField(unique=True, max_length=100)
    slug = models.SlugField(unique=True, max_length=100, allow_unicode=True)
    class Meta:
        abstract = True

class Tag(TagBase):
    class Meta:
        app_label = "taggit"

class ItemBase(models.Model):
    class Meta:
        abstract = True

class TaggedItemBase(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE)
    class Meta:
        abstract = True

class CommonGenericTaggedItemBase(ItemBase):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    content_object = GenericForeignKey()
    class Meta:
        abstract = True

class GenericTaggedItemBase(CommonGenericTaggedItemBase):
    object_id = models.IntegerField(db_index=True)
    class Meta:
        abstract = True

class GenericUUIDTaggedItemBase(CommonGenericTaggedItemBase):
    object_id = models.UUIDField(db_index=True)
    class Meta:
        abstract = True

class TaggedItem(GenericTaggedItemBase, TaggedItemBase):
    class Meta:
        app_label = "taggit"
        indexes = [models.Index(fields=["content_type", "object_id"], name="taggit_tagg_content_8fc721_idx")]
        constraints = [models.UniqueConstraint(fields=("content_type", "object_id", "tag"), name="taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq")]
`,
  // django-money 3.6.2
  'djmoney/models/fields.py': `
from django.db import models

class CurrencyField(models.CharField):
    def __init__(self, price_field=None, default="XYZ", **kwargs):
        kwargs.setdefault("max_length", 3)
        super().__init__(default=default, **kwargs)

class MoneyField(models.DecimalField):
    def __init__(self, verbose_name=None, name=None, max_digits=None, decimal_places=2, default=models.NOT_PROVIDED, default_currency="XYZ", currency_choices=None, currency_max_length=3, currency_field_name=None, money_descriptor_class=None, **kwargs):
        if default is not models.NOT_PROVIDED:
            kwargs["default"] = default
        super().__init__(verbose_name, name, max_digits, decimal_places, **kwargs)
    def fields_beside(name, null=False, default_currency="XYZ", currency_max_length=3, currency_field_name=None, **rest):
        return [(currency_field_name or f"{name}_currency", CurrencyField(max_length=currency_max_length, default=default_currency, null=null))]
`,
  // django-fsm 3.0.1
  'django_fsm/__init__.py': `
from django.db import models

class FSMField(models.CharField):
    def __init__(self, *args, protected=False, state_choices=None, **kwargs):
        kwargs.setdefault("max_length", 50)
        if state_choices is not None:
            kwargs["choices"] = [(state, title) for state, title, proxy in state_choices]
        super().__init__(*args, **kwargs)

class FSMIntegerField(models.IntegerField):
    def __init__(self, *args, protected=False, state_choices=None, **kwargs):
        super().__init__(*args, **kwargs)

class FSMKeyField(models.ForeignKey):
    def __init__(self, *args, protected=False, state_choices=None, **kwargs):
        super().__init__(*args, **kwargs)

class FSMModelMixin(object): pass
`,
  // django-autoslug 1.9.9
  'autoslug/fields.py': `
from django.db.models.fields import SlugField

class AutoSlugField(SlugField):
    def __init__(self, *args, populate_from=None, unique_with=(), slugify=None, always_update=False, manager=None, manager_name=None, sep="-", **kwargs):
        super().__init__(*args, **kwargs)
`,
  'autoslug/__init__.py': 'from autoslug.fields import AutoSlugField',
  // django-ckeditor 6.7.4, django-ckeditor-5 0.2, django-tinymce 5.0.0, django-summernote 0.8.20
  'ckeditor/fields.py': `
from django.db import models

class RichTextField(models.TextField):
    def __init__(self, *args, config_name="default", extra_plugins=None, external_plugin_resources=None, **kwargs):
        super().__init__(*args, **kwargs)
`,
  'ckeditor_uploader/fields.py': `
from ckeditor.fields import RichTextField

class RichTextUploadingField(RichTextField): pass
`,
  'tinymce/models.py': `
from django.db import models

class HTMLField(models.TextField): pass
`,
  // django-imagekit 6.1.1
  'imagekit/models/__init__.py': `
from django.db import models

class ImageSpecField(object): pass

class ProcessedImageField(models.ImageField):
    def __init__(self, processors=None, format=None, options=None, verbose_name=None, name=None, width_field=None, height_field=None, autoconvert=None, spec=None, spec_id=None, **kwargs):
        super().__init__(verbose_name, name, width_field, height_field, **kwargs)
`,
  // django-colorfield 0.14.0: the length was 18 until 0.11, and 25 since.
  'colorfield/fields.py': `
from django.db.models import CharField

class ColorField(CharField):
    def __init__(self, *args, samples=None, format="hex", image_field=None, **kwargs):
        kwargs.setdefault("max_length", 25)
        super().__init__(*args, **kwargs)
`,
  // django-multiselectfield 1.0.1
  'multiselectfield/db/fields.py': `
from django.db import models

class MultiSelectField(models.CharField):
    def __init__(self, *args, min_choices=None, max_choices=None, **kwargs):
        if kwargs.get("max_length") is None:
            kwargs["max_length"] = len(",".join([str(key) for key, label in kwargs["choices"]])) if kwargs.get("choices") else 200
        super().__init__(*args, **kwargs)
`,
  'multiselectfield/__init__.py': 'from multiselectfield.db.fields import MultiSelectField',
  // django-treebeard 7.0.3
  'treebeard/mp_tree.py': `
from django.db import models

class MP_Node(models.Model):
    path = models.CharField(max_length=255, unique=True)
    depth = models.PositiveIntegerField()
    numchild = models.PositiveIntegerField(default=0)
    class Meta:
        abstract = True
`,
  'treebeard/ns_tree.py': `
from django.db import models

class NS_Node(models.Model):
    lft = models.PositiveIntegerField(db_index=True)
    rgt = models.PositiveIntegerField(db_index=True)
    tree_id = models.PositiveIntegerField(db_index=True)
    depth = models.PositiveIntegerField(db_index=True)
    class Meta:
        abstract = True
`,
  'treebeard/al_tree.py': `
from django.db import models

class AL_Node(models.Model):
    class Meta:
        abstract = True
`,
  // django-polymorphic 4.11.7
  'polymorphic/models.py': `
from django.contrib.contenttypes.models import ContentType
from django.db import models

class PolymorphicModel(models.Model):
    polymorphic_ctype = models.ForeignKey(ContentType, null=True, editable=False, on_delete=models.CASCADE)
    class Meta:
        abstract = True
`,
  // django-guardian 3.5.2
  'guardian/mixins.py': `
class GuardianUserMixin(object): pass
`,
  'guardian/models/__init__.py': `
from django.contrib.auth.models import Permission, Group
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.conf import settings
from django.db import models

class BaseObjectPermission(models.Model):
    permission = models.ForeignKey(Permission, on_delete=models.CASCADE)
    class Meta:
        abstract = True

class UserObjectPermissionBase(BaseObjectPermission):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    class Meta:
        abstract = True
        unique_together = ["user", "permission", "content_object"]

class GroupObjectPermissionBase(BaseObjectPermission):
    group = models.ForeignKey(Group, on_delete=models.CASCADE)
    class Meta:
        abstract = True
        unique_together = ["group", "permission", "content_object"]
`,
  // jsonfield 3.2.0
  'jsonfield/__init__.py': `
from django.db import models

class JSONField(models.TextField):
    def __init__(self, *args, dump_kwargs=None, load_kwargs=None, **kwargs):
        super().__init__(*args, **kwargs)

class JSONCharField(models.CharField):
    def __init__(self, *args, dump_kwargs=None, load_kwargs=None, **kwargs):
        super().__init__(*args, **kwargs)
`,
  'jsonfield/fields.py': 'from jsonfield import JSONCharField, JSONField',
  // django-localflavor 5.1
  'localflavor/us/models.py': `
from django.db.models import CharField

class USStateField(CharField):
    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 2
        super().__init__(*args, **kwargs)

class USPostalCodeField(USStateField): pass

class USZipCodeField(CharField):
    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

class USSocialSecurityNumberField(CharField):
    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 11
        super().__init__(*args, **kwargs)
`,
  'localflavor/generic/models.py': `
from django.db import models

class IBANField(models.CharField):
    def __init__(self, *args, use_nordea_extensions=False, include_countries=None, **kwargs):
        kwargs.setdefault("max_length", 34)
        super().__init__(*args, **kwargs)

class BICField(models.CharField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 11)
        super().__init__(*args, **kwargs)
`,
  // django-timezone-field 7.2.2
  'timezone_field/fields.py': `
from django.db import models

class TimeZoneField(models.CharField):
    def __init__(self, *args, use_pytz=None, choices_display=None, **kwargs):
        kwargs.setdefault("max_length", 63)
        super().__init__(*args, **kwargs)
`,
  'timezone_field/__init__.py': 'from timezone_field.fields import TimeZoneField',
  // pgvector 0.5.1
  'pgvector/django/__init__.py': `
from django.contrib.postgres.indexes import PostgresIndex
from django.db.models import Field

class VectorField(Field):
    def __init__(self, *args, dimensions=None, **kwargs):
        self.dimensions = dimensions
        super().__init__(*args, **kwargs)
    def db_type(self, connection):
        return "vector" if self.dimensions is None else "vector(%d)" % self.dimensions

class HalfVectorField(Field):
    def __init__(self, *args, dimensions=None, **kwargs):
        self.dimensions = dimensions
        super().__init__(*args, **kwargs)
    def db_type(self, connection):
        return "halfvec" if self.dimensions is None else "halfvec(%d)" % self.dimensions

class SparseVectorField(Field):
    def __init__(self, *args, dimensions=None, **kwargs):
        self.dimensions = dimensions
        super().__init__(*args, **kwargs)
    def db_type(self, connection):
        return "sparsevec" if self.dimensions is None else "sparsevec(%d)" % self.dimensions

class BitField(Field):
    def __init__(self, *args, length=None, **kwargs):
        self.length = length
        super().__init__(*args, **kwargs)
    def db_type(self, connection):
        return "bit" if self.length is None else "bit(%d)" % self.length

class IvfflatIndex(PostgresIndex):
    suffix = "ivfflat"
    def __init__(self, *expressions, lists=None, **kwargs):
        super().__init__(*expressions, **kwargs)

class HnswIndex(PostgresIndex):
    suffix = "hnsw"
    def __init__(self, *expressions, m=None, ef_construction=None, **kwargs):
        super().__init__(*expressions, **kwargs)
`,
  // django-ordered-model 3.7.4, django-solo 2.5.1, django-tree-queries 0.28.0, django-lifecycle 1.3.0
  'ordered_model/models.py': `
from django.db import models

class OrderedModelBase(models.Model):
    class Meta:
        abstract = True

class OrderedModel(OrderedModelBase):
    order = models.PositiveIntegerField("order", editable=False, db_index=True)
    class Meta:
        abstract = True
        ordering = ("order",)
`,
  'solo/models.py': `
from django.db import models

class SingletonModel(models.Model):
    class Meta:
        abstract = True
`,
  'tree_queries/fields.py': `
from django.db import models

class TreeNodeForeignKey(models.ForeignKey): pass
`,
  'tree_queries/models.py': `
from django.db import models
from tree_queries.fields import TreeNodeForeignKey

class TreeNode(models.Model):
    parent = TreeNodeForeignKey("self", blank=True, null=True, on_delete=models.CASCADE)
    class Meta:
        abstract = True

class OrderableTreeNode(TreeNode):
    position = models.PositiveIntegerField(default=0, db_index=True)
    class Meta:
        abstract = True
        ordering = ["position"]
`,
  'django_lifecycle/__init__.py': `
from django.db import models

class LifecycleModelMixin(object): pass

class LifecycleModel(LifecycleModelMixin, models.Model):
    class Meta:
        abstract = True
`,
  'django_lifecycle/models.py': 'from django_lifecycle import LifecycleModel, LifecycleModelMixin',
  'django_lifecycle/mixins.py': 'from django_lifecycle import LifecycleModelMixin',
  // django-safedelete 1.5.0, django-soft-delete 1.0.23, django-treenode 0.25.0
  'safedelete/models.py': `
from django.db import models

class SafeDeleteModel(models.Model):
    deleted = models.DateTimeField(editable=False, null=True, db_index=True)
    deleted_by_cascade = models.BooleanField(editable=False, default=False)
    class Meta:
        abstract = True

class SafeDeleteMixin(SafeDeleteModel):
    class Meta:
        abstract = True
`,
  'django_softdelete/models.py': `
from django.db import models

class SoftDeleteModel(models.Model):
    deleted_at = models.DateTimeField(blank=True, null=True)
    restored_at = models.DateTimeField(blank=True, null=True)
    transaction_id = models.UUIDField(blank=True, null=True)
    class Meta:
        abstract = True
`,
  'treenode/models.py': `
from django.db import models

class TreeNodeModel(models.Model):
    tn_ancestors_pks = models.TextField(blank=True, default="", editable=False)
    tn_ancestors_count = models.PositiveIntegerField(default=0, editable=False)
    tn_children_pks = models.TextField(blank=True, default="", editable=False)
    tn_children_count = models.PositiveIntegerField(default=0, editable=False)
    tn_depth = models.PositiveIntegerField(default=0, editable=False)
    tn_descendants_pks = models.TextField(blank=True, default="", editable=False)
    tn_descendants_count = models.PositiveIntegerField(default=0, editable=False)
    tn_index = models.PositiveIntegerField(default=0, editable=False)
    tn_level = models.PositiveIntegerField(default=1, editable=False)
    tn_parent = models.ForeignKey("self", on_delete=models.CASCADE, blank=True, null=True)
    tn_priority = models.PositiveIntegerField(default=0)
    tn_order = models.PositiveIntegerField(default=0, editable=False)
    tn_siblings_pks = models.TextField(blank=True, default="", editable=False)
    tn_siblings_count = models.PositiveIntegerField(default=0, editable=False)
    class Meta:
        abstract = True
`,
  // djangorestframework-api-key 3.1.0
  'rest_framework_api_key/models.py': `
from django.db import models

class AbstractAPIKey(models.Model):
    id = models.CharField(max_length=150, unique=True, primary_key=True, editable=False)
    prefix = models.CharField(max_length=8, unique=True, editable=False)
    hashed_key = models.CharField(max_length=150, editable=False)
    created = models.DateTimeField(auto_now_add=True, db_index=True)
    name = models.CharField(max_length=50, blank=False, default=None)
    revoked = models.BooleanField(blank=True, default=False)
    expiry_date = models.DateTimeField(blank=True, null=True)
    class Meta:
        abstract = True
        ordering = ("-created",)
`,
  // sorl-thumbnail 13.4.0, easy-thumbnails 2.10.1, django-versatileimagefield 3.1
  'sorl/thumbnail/__init__.py': 'from sorl.thumbnail.fields import ImageField',
  'sorl/thumbnail/fields.py': `
from django.db import models

class ImageField(models.ImageField): pass
`,
  'easy_thumbnails/fields.py': `
from django.db.models.fields.files import FileField, ImageField

class ThumbnailerField(FileField):
    def __init__(self, *args, thumbnail_storage=None, **kwargs):
        super().__init__(*args, **kwargs)

class ThumbnailerImageField(ImageField):
    def __init__(self, *args, resize_source=None, thumbnail_storage=None, **kwargs):
        super().__init__(*args, **kwargs)
`,
  'versatileimagefield/fields.py': `
from django.db.models.fields import CharField
from django.db.models.fields.files import ImageField

class VersatileImageField(ImageField):
    def __init__(self, verbose_name=None, name=None, width_field=None, height_field=None, ppoi_field=None, placeholder_image=None, **kwargs):
        super().__init__(verbose_name, name, width_field, height_field, **kwargs)

class PPOIField(CharField):
    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 20
        kwargs.setdefault("default", "0.5x0.5")
        super().__init__(*args, **kwargs)
`,
  // django-markupfield 2.0.1
  'markupfield/fields.py': `
from django.db import models

class MarkupField(models.TextField):
    def __init__(self, verbose_name=None, name=None, markup_type=None, default_markup_type=None, markup_choices=None, escape_html=False, **kwargs):
        super().__init__(verbose_name, name, **kwargs)
    def fields_beside(name, null=False, default=models.NOT_PROVIDED, markup_type=None, default_markup_type=None, **rest):
        chosen = markup_type or default_markup_type
        return [
            ("%s_markup_type" % name, models.CharField(max_length=30, default=chosen, null=not chosen)),
            ("_%s_rendered" % name, models.TextField(editable=False, null=null)),
        ]
`,
  // django-picklefield 3.4.0, django-measurement 3.2.4, django-recurrence 1.14
  'picklefield/fields.py': `
from django.db import models

class PickledObjectField(models.TextField):
    def __init__(self, *args, compress=False, protocol=None, copy=True, **kwargs):
        super().__init__(*args, **kwargs)
`,
  'picklefield/__init__.py': 'from picklefield.fields import PickledObjectField',
  'django_measurement/models.py': `
from django.db.models.fields import FloatField

class MeasurementField(FloatField):
    def __init__(self, verbose_name=None, name=None, measurement=None, measurement_class=None, unit_choices=None, *args, **kwargs):
        super().__init__(verbose_name, name, *args, **kwargs)
`,
  'recurrence/fields.py': `
from django.db.models import fields

class RecurrenceField(fields.TextField):
    def __init__(self, include_dtstart=True, **kwargs):
        super().__init__(**kwargs)
`,
  // django-encrypted-model-fields 0.6.5
  'encrypted_model_fields/fields.py': `
from django.db import models

class EncryptedTextField(models.TextField): pass
class EncryptedCharField(models.TextField): pass
class EncryptedEmailField(models.TextField): pass
class EncryptedDateField(models.TextField): pass
class EncryptedDateTimeField(models.TextField): pass
class EncryptedBooleanField(models.TextField): pass
`,
  // djangorestframework 3.18.3, social-auth-app-django 5.4: keys that others point to.
  'rest_framework/authtoken/models.py': `
from django.conf import settings
from django.db import models

class Token(models.Model):
    key = models.CharField(max_length=40, primary_key=True)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created = models.DateTimeField(auto_now_add=True)
    class Meta:
        app_label = "authtoken"
`,
};

/**
 * Modules of installed libraries that are not followed, for their classes make columns by metaclasses and signals while
 * models are loaded, or decide their types by data: what they make is written above.
 */
export const workAtRunTime: ReadonlySet<string> = new Set([
  'autoslug.fields',
  'django_countries.fields',
  'djmoney.models.fields',
  'imagekit.models',
  'markupfield.fields',
  'mptt.models',
  'multiselectfield.db.fields',
  'simple_history.models',
]);
