from nowhere.loaders import UnknownLoader
from nowhere.models import UnknownField, UnknownModel
from autoslug import AutoSlugField
from ckeditor.fields import RichTextField
from colorfield.fields import ColorField
from django.db import models
from django_countries.fields import CountryField
from django_extensions.db.models import ActivatorModel, TimeStampedModel, TitleSlugDescriptionModel
from django_fsm import FSMField, FSMIntegerField
from djmoney.models.fields import CurrencyField, MoneyField
from imagekit.models import ImageSpecField, ProcessedImageField
from localflavor.generic.models import BICField, IBANField
from localflavor.us.models import USStateField, USZipCodeField
from markupfield.fields import MarkupField
from model_utils.fields import MonitorField, SplitField, StatusField, UrlsafeTokenField
from model_utils.models import SoftDeletableModel, StatusModel, TimeFramedModel, UUIDModel
from model_utils.models import TimeStampedModel as Stamped
from mptt.models import MPTTModel, TreeForeignKey
from multiselectfield import MultiSelectField
from ordered_model.models import OrderedModel
from pgvector.django import BitField, HalfVectorField, SparseVectorField, VectorField
from phonenumber_field.modelfields import PhoneNumberField
from picklefield.fields import PickledObjectField
from polymorphic.models import PolymorphicModel
from recurrence.fields import RecurrenceField
from safedelete.models import SafeDeleteModel
from simple_history.models import HistoricalRecords
from solo.models import SingletonModel
from sorl.thumbnail import ImageField
from taggit.managers import TaggableManager
from taggit.models import GenericTaggedItemBase, GenericUUIDTaggedItemBase, TagBase, TaggedItemBase
from timezone_field import TimeZoneField
from tinymce.models import HTMLField
from tree_queries.models import OrderableTreeNode, TreeNode
from treebeard.al_tree import AL_Node
from treebeard.mp_tree import MP_Node
from treebeard.ns_tree import NS_Node
from treenode.models import TreeNodeModel
from versatileimagefield.fields import PPOIField, VersatileImageField
from easy_thumbnails.fields import ThumbnailerField, ThumbnailerImageField
from rest_framework_api_key.models import AbstractAPIKey
from rest_framework.authtoken.models import Token
from django_lifecycle import LifecycleModel
import jsonfield
from django_softdelete.models import SoftDeleteModel as Soft2

class Fields(models.Model):
    slug = AutoSlugField(populate_from='name', unique=True)
    slug2 = AutoSlugField(populate_from='name', max_length=80)
    rich = RichTextField()
    color = ColorField(default='#fff')
    country = CountryField(null=True)
    state = FSMField(default='new')
    state2 = FSMIntegerField(default=1)
    iban = IBANField(); bic = BICField(); us = USStateField(); zip = USZipCodeField()
    phone = PhoneNumberField(unique=True); phone2 = PhoneNumberField(max_length=20, db_index=True)
    pickle = PickledObjectField(null=True)
    rec = RecurrenceField(null=True)
    img = ImageField(); tz = TimeZoneField(); tz2 = TimeZoneField(default='UTC', db_index=True)
    html = HTMLField(); vi = VersatileImageField(); ppoi = PPOIField()
    th = ThumbnailerField(); thi = ThumbnailerImageField(null=True)
    multi = MultiSelectField(choices=[('a','A'),('bcd','B')]); multi2 = MultiSelectField(choices=[('a','A')], max_length=9)
    tags = TaggableManager()
    spec = ImageSpecField(source='img'); proc = ProcessedImageField(upload_to='x')
    j = jsonfield.JSONField(); jc = jsonfield.JSONCharField(max_length=20)
    token = UrlsafeTokenField()
class Money(models.Model):
    price = MoneyField(max_digits=14, decimal_places=2)
    other = MoneyField(max_digits=10, decimal_places=3, null=True, default_currency='EUR')
    cur = CurrencyField()
class Markup(models.Model):
    a = MarkupField(); b = MarkupField(null=True, markup_type='plain'); c = MarkupField(default_markup_type='plain', default='')
class Split(models.Model):
    body = SplitField()
class Vec(models.Model):
    class Meta: managed = False
    a = VectorField(dimensions=3); b = HalfVectorField(dimensions=4); c = SparseVectorField(); d = BitField(length=5)
class E1(TimeStampedModel): pass
class E2(ActivatorModel, TitleSlugDescriptionModel): pass
class M1(Stamped, TimeFramedModel): pass
class M2(UUIDModel, SoftDeletableModel): pass
class M3(StatusModel):
    STATUS = [('a','A')]
class Tree(MPTTModel):
    parent = TreeForeignKey('self', null=True, on_delete=models.CASCADE)
class Tree2(Tree):
    x = models.IntegerField()
class TreeWithAVeryLongNameIndeedForIndex(MPTTModel):
    parent = TreeForeignKey('self', null=True, on_delete=models.CASCADE)
    class Meta: db_table = 'treelong'
class TreeA(MPTTModel):
    class Meta: abstract = True
class Tree3(TreeA):
    parent = TreeForeignKey('self', null=True, on_delete=models.CASCADE)
class Ordered(OrderedModel):
    class Meta(OrderedModel.Meta): pass
class Poly(PolymorphicModel):
    name = models.CharField(max_length=3)
class Poly2(Poly):
    y = models.IntegerField()
class Safe(SafeDeleteModel): pass
class Soft(Soft2): pass
class Single(SingletonModel): pass
class Tag1(TagBase): pass
class Tagged1(GenericTaggedItemBase): 
    tag = models.ForeignKey(Tag1, on_delete=models.CASCADE)
class Tagged2(GenericUUIDTaggedItemBase, TaggedItemBase): pass
class TN(TreeNode): pass
class OTN(OrderableTreeNode): pass
class MP(MP_Node): pass
class NS(NS_Node): pass
class TNM(TreeNodeModel): treenode_display_field='x'
class Key(AbstractAPIKey):
    class Meta(AbstractAPIKey.Meta): pass
class Life(LifecycleModel):
    t = models.ForeignKey(Token, on_delete=models.CASCADE)
class Hist(models.Model):
    a = models.CharField(max_length=4, unique=True)
    history = HistoricalRecords()
class Unknown(models.Model):
    country = UnknownField()
    name = models.CharField(max_length=5)
    others = models.ManyToManyField(UnknownModel)
    class Meta:
        indexes = [models.Index(fields=['country', 'name'], name='unknown_country')]
class Unbased(UnknownModel):
    size = models.IntegerField()
class ToUnknown(models.Model):
    unknown = models.ForeignKey(Unbased, on_delete=models.CASCADE)
class StockLoader(UnknownLoader):
    key = 'stock'
class Other(UnknownModel):
    pass
