import type { FieldFacts } from './model-facts';
import { identityOf } from './term';

/** What it comes to that two fields are taken apart differently: they differ, or are the same, or it is not known. */
export type Difference = 'different' | 'same' | { readonly doubt: string };

/** Are two fields that are taken apart differently really different for migrations? */
export function differenceOf(model: FieldFacts, migrated: FieldFacts): Difference {
  if (model.isOfLibrary) return differenceOfLibraryField(model, migrated);
  const { unwritable, path } = model.term;
  return unwritable !== undefined && path === migrated.term.path ? { doubt: unwritable } : 'different';
}

/** What is known of it agrees or not: the library's own version may say otherwise. */
function differenceOfLibraryField(model: FieldFacts, migrated: FieldFacts): Difference {
  if (model.term.path !== migrated.term.path) return 'same';
  const differing = [...model.term.keywords].find(([name, term]) => {
    const other = migrated.term.keywords.get(name);
    return other === undefined || identityOf(other) !== identityOf(term);
  });
  return differing === undefined
    ? 'same'
    : { doubt: `its ${differing[0]} is that of a library which is not installed here` };
}
