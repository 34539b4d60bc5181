/** The words of a text. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What `from django.db.models import *` binds, and the same for the other modules of Django that models import whole. */
export const exportedNames: Readonly<Record<string, readonly string[]>> = {
  'django.contrib.postgres.constraints.__all__': words(`
    ExclusionConstraint
  `),
  'django.contrib.postgres.fields.__all__': words(`
    ArrayField BigIntegerRangeField CICharField CIEmailField CITextField DateRangeField DateTimeRangeField
    DecimalRangeField HStoreField IntegerRangeField JSONField RangeBoundary RangeField RangeOperators array
    citext hstore jsonb ranges utils
  `),
  'django.contrib.postgres.indexes.__all__': words(`
    BTreeIndex BloomIndex BrinIndex GinIndex GistIndex HashIndex SpGistIndex
  `),
  'django.core.validators.__all__': words(`
    BaseValidator DecimalValidator DomainNameValidator EMPTY_VALUES EmailValidator FileExtensionValidator
    MAX_URL_LENGTH MaxLengthValidator MaxValueValidator MinLengthValidator MinValueValidator Path
    ProhibitNullCharactersValidator RegexValidator StepValueValidator URLValidator ValidationError
    deconstructible get_available_image_extensions int_list_validator integer_validator ip_address_validator_map
    ip_address_validators ipaddress is_valid_ipv6_address math ngettext_lazy re slug_re slug_unicode_re urlsplit
    validate_comma_separated_integer_list validate_domain_name validate_email validate_image_file_extension
    validate_integer validate_ipv46_address validate_ipv4_address validate_ipv6_address validate_slug
    validate_unicode_slug
  `),
  'django.db.models.__all__': words(`
    Aggregate AutoField Avg BLANK_CHOICE_DASH BaseConstraint BigAutoField BigIntegerField BinaryField
    BooleanField CASCADE Case CharField CheckConstraint Choices CommaSeparatedIntegerField CompositePrimaryKey
    Count DEFERRED DO_NOTHING DateField DateTimeField DecimalField Deferrable DurationField EmailField Empty
    Exists Expression ExpressionList ExpressionWrapper F Field FileField FilePathField FilteredRelation
    FloatField ForeignKey ForeignObject ForeignObjectRel Func GeneratedField GenericIPAddressField
    IPAddressField ImageField Index IntegerChoices IntegerField JSONField Lookup Manager ManyToManyField
    ManyToManyRel ManyToOneRel Max Min Model NOT_PROVIDED NullBooleanField ObjectDoesNotExist OneToOneField
    OneToOneRel OrderBy OrderWrt OuterRef PROTECT PositiveBigIntegerField PositiveIntegerField
    PositiveSmallIntegerField Prefetch ProtectedError Q QuerySet RESTRICT RestrictedError RowRange SET
    SET_DEFAULT SET_NULL SlugField SmallAutoField SmallIntegerField StdDev Subquery Sum TextChoices TextField
    TimeField Transform URLField UUIDField UniqueConstraint Value ValueRange Variance When Window WindowFrame
    WindowFrameExclusion aprefetch_related_objects prefetch_related_objects signals
  `),
  'django.db.models.functions.__all__': words(`
    ACos ASin ATan ATan2 Abs Cast Ceil Chr Coalesce Collate Concat ConcatPair Cos Cot CumeDist Degrees DenseRank
    Exp Extract ExtractDay ExtractHour ExtractIsoWeekDay ExtractIsoYear ExtractMinute ExtractMonth
    ExtractQuarter ExtractSecond ExtractWeek ExtractWeekDay ExtractYear FirstValue Floor Greatest JSONArray
    JSONObject LPad LTrim Lag LastValue Lead Least Left Length Ln Log Lower MD5 Mod Now NthValue Ntile NullIf
    Ord PercentRank Pi Power RPad RTrim Radians Random Rank Repeat Replace Reverse Right Round RowNumber SHA1
    SHA224 SHA256 SHA384 SHA512 Sign Sin Sqrt StrIndex Substr Tan Trim Trunc TruncDate TruncDay TruncHour
    TruncMinute TruncMonth TruncQuarter TruncSecond TruncTime TruncWeek TruncYear Upper
  `),
  'django.contrib.gis.db.models.__all__': words(`
    Aggregate AutoField Avg BLANK_CHOICE_DASH BaseConstraint BigAutoField BigIntegerField BinaryField
    BooleanField CASCADE Case CharField CheckConstraint Choices Collect CommaSeparatedIntegerField
    CompositePrimaryKey Count DEFERRED DO_NOTHING DateField DateTimeField DecimalField Deferrable DurationField
    EmailField Empty Exists Expression ExpressionList ExpressionWrapper Extent Extent3D F Field FileField
    FilePathField FilteredRelation FloatField ForeignKey ForeignObject ForeignObjectRel Func GeneratedField
    GenericIPAddressField GeometryCollectionField GeometryField IPAddressField ImageField Index IntegerChoices
    IntegerField JSONField LineStringField Lookup MakeLine Manager ManyToManyField ManyToManyRel ManyToOneRel
    Max Min Model MultiLineStringField MultiPointField MultiPolygonField NOT_PROVIDED NullBooleanField
    ObjectDoesNotExist OneToOneField OneToOneRel OrderBy OrderWrt OuterRef PROTECT PointField PolygonField
    PositiveBigIntegerField PositiveIntegerField PositiveSmallIntegerField Prefetch ProtectedError Q QuerySet
    RESTRICT RasterField RestrictedError RowRange SET SET_DEFAULT SET_NULL SlugField SmallAutoField
    SmallIntegerField StdDev Subquery Sum TextChoices TextField TimeField Transform URLField UUIDField Union
    UniqueConstraint Value ValueRange Variance When Window WindowFrame WindowFrameExclusion
    aprefetch_related_objects prefetch_related_objects signals
  `),
};
