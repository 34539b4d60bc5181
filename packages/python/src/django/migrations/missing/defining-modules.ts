/** The modules of Django that define what others of its modules hand on. Source: `__module__`. */
const definitions: Readonly<Record<string, string>> = {
  'django.contrib.postgres.aggregates.general': 'ArrayAgg BitAnd BitOr BitXor BoolAnd BoolOr JSONBAgg StringAgg',
  'django.contrib.postgres.constraints': 'ExclusionConstraint',
  'django.contrib.postgres.fields.ranges': 'RangeBoundary RangeOperators',
  'django.contrib.postgres.functions': 'RandomUUID TransactionNow',
  'django.contrib.postgres.indexes':
    'BTreeIndex BloomIndex BrinIndex GinIndex GistIndex HashIndex OpClass PostgresIndex SpGistIndex',
  'django.contrib.postgres.search':
    'SearchHeadline SearchQuery SearchRank SearchVector TrigramBase TrigramDistance TrigramSimilarity TrigramStrictWordDistance TrigramStrictWordSimilarity TrigramWordDistance TrigramWordSimilarity',
  'django.core.files.storage': 'FileSystemStorage InMemoryStorage',
  'django.db.models': 'Case ExpressionWrapper F Func OrderBy Q SET Value When',
  'django.db.models.aggregates': 'Aggregate Avg Count Max Min StdDev Sum Variance',
  'django.db.models.constraints': 'Deferrable',
  'django.db.models.deletion': 'CASCADE DO_NOTHING PROTECT RESTRICT SET_DEFAULT SET_NULL',
  'django.db.models.expressions':
    'CombinedExpression DurationExpression Exists Expression ExpressionList NegatedExpression OuterRef RawSQL Star Subquery TemporalSubtraction Window',
  'django.db.models.fields': 'NOT_PROVIDED',
  'django.db.models.fields.json': 'KT KeyTextTransform KeyTransform',
  'django.db.models.functions.comparison': 'Cast Coalesce Collate Greatest Least NullIf',
  'django.db.models.functions.datetime':
    'Extract ExtractDay ExtractHour ExtractIsoWeekDay ExtractIsoYear ExtractMinute ExtractMonth ExtractQuarter ExtractSecond ExtractWeek ExtractWeekDay ExtractYear Now Trunc TruncDate TruncDay TruncHour TruncMinute TruncMonth TruncQuarter TruncSecond TruncTime TruncWeek TruncYear',
  'django.db.models.functions.json': 'JSONArray JSONObject',
  'django.db.models.functions.math':
    'ACos ASin ATan ATan2 Abs Ceil Cos Cot Degrees Exp Floor Ln Log Mod Pi Power Radians Random Round Sign Sin Sqrt Tan',
  'django.db.models.functions.text':
    'Chr Concat ConcatPair LPad LTrim Left Length Lower MD5 Ord RPad RTrim Repeat Replace Reverse Right SHA1 SHA224 SHA256 SHA384 SHA512 StrIndex Substr Trim Upper',
  'django.db.models.functions.uuid': 'UUID4 UUID7',
  'django.db.models.functions.window':
    'CumeDist DenseRank FirstValue Lag LastValue Lead NthValue Ntile PercentRank Rank RowNumber',
  'django.db.models.manager': 'Manager',
};

const modules: ReadonlyMap<string, string> = new Map(
  Object.entries(definitions).flatMap(([module, names]) => names.split(' ').map((name) => [name, module] as const)),
);

/** Packages whose modules hand on what deeper ones define. */
const handingOn = /^django\.(db\.models|contrib\.postgres|core\.files\.storage)\b/;

/** The path by which Django itself names one of its own classes or functions, wherever it is imported from. */
export function definingPath(dotted: string): string {
  const name = dotted.slice(dotted.lastIndexOf('.') + 1);
  const module = handingOn.test(dotted) ? modules.get(name) : undefined;
  return module === undefined ? dotted : `${module}.${name}`;
}

/** The module part of a dotted name: what is left of it before the first class. */
export function moduleOfPath(path: string): string {
  const parts = path.split('.');
  const known = /^(datetime)\.(date|datetime|time|timedelta|timezone)\./.exec(path)?.[1];
  if (known !== undefined) return known;
  const first = parts.findIndex((part) => /^_*[A-Z]/.test(part));
  return parts.slice(0, first > 0 ? first : -1).join('.');
}
