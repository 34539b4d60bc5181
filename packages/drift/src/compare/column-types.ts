import { isUnreadable } from '@canonical-schema/schema';
import type { ColumnPair, Side } from '../align/alignment';
import type { JudgedDialect } from '../dialects';
import { enforcesChoices } from './choices';

/**
 * How the types of a pair of columns compare. `choices`: a native enum against text that Django limits to labels, which
 * the labels decide. `labels`: two types that spell their labels, which `enum-labels` compares. `implicit-key`: Django's own key, one finding for the app. `unknown`: one side is unreadable.
 */
export type TypeComparison =
  | { readonly kind: 'equal' | 'different' | 'follows-key' | 'implicit-key' | 'choices' | 'labels' | 'unknown' }
  | { readonly kind: 'tolerated'; readonly why: string };

/** Compares two columns' types. */
export function compareTypes(pair: ColumnPair, side: Side): TypeComparison {
  const { canonical, actual } = pair;
  if (isUnreadable(canonical.type) || isUnreadable(actual.type)) return { kind: 'unknown' };
  if (canonical.type === actual.type) return { kind: 'equal' };
  const { dialect } = side;
  const why = dialect.whyTolerated(canonical.type, actual.type) ?? whyDomainTolerated(pair, dialect);
  if (why !== null) return { kind: 'tolerated', why };
  if (followsKey(pair)) return { kind: 'follows-key' };
  if (pair.isJoinTableKey && side.source === 'django-models' && isCounted(canonical.type) && isCounted(actual.type)) {
    return { kind: 'tolerated', why: joinTableKeys };
  }
  if (pair.isImplicitKey) return { kind: 'implicit-key' };
  if (dialect.labelsOf(canonical.type) !== null && dialect.labelsOf(actual.type) !== null) return { kind: 'labels' };
  const isLabelled = pair.labels.canonical !== null && enforcesChoices(actual, side.source);
  return { kind: isLabelled && dialect.isText(actual.type) ? 'choices' : 'different' };
}

/** `migrate` takes DEFAULT_AUTO_FIELD for these keys whatever the app says, and nothing ever asks for one. */
const joinTableKeys = "Django makes the key of a ManyToManyField's own table by the settings, not by the app";
const isCounted = (type: unknown): boolean => type === 'integer' || type === 'bigint';

function whyDomainTolerated({ canonical, actual }: ColumnPair, dialect: JudgedDialect): string | null {
  const [canonicalType, actualType] = [canonical.baseType ?? canonical.type, actual.baseType ?? actual.type];
  if (isUnreadable(canonicalType) || isUnreadable(actualType)) return null;
  const hasDomain = Boolean(canonical.baseType ?? actual.baseType);
  const isSame = canonicalType === actualType || dialect.whyTolerated(canonicalType, actualType) !== null;
  return hasDomain && isSame
    ? "One is a domain over the other; its NOT NULL and checks are compared as the column's."
    : null;
}

/** Does each column have the type of what it references? Then only the referenced column is to be mended. */
function followsKey({ canonical, actual, target }: ColumnPair): boolean {
  if (target === null) return false;
  return canonical.type === target.canonical.type && actual.type === target.actual.type;
}
