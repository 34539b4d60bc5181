/**
 * What a server can do, as Django knows it, beyond the traits of its dialect: Django leaves out what it cannot. Source:
 * `DatabaseFeatures`.
 */
export interface Features {
  /** Has an indexed text column a twin index for searches by pattern? */
  readonly hasPatternTwins: boolean;
  /** Types, in normal form, whose columns Django never indexes by itself. */
  readonly unindexedTypes: ReadonlySet<string>;
  readonly hasExpressionIndexes: boolean;
  /** Can a key of an index have a collation, other than as an expression? */
  readonly hasKeyCollations: boolean;
  /** Can keys of an index be descending? */
  readonly hasIndexOrdering: boolean;
  readonly hasDeferrableUniques: boolean;
  /** Can a unique constraint say whether NULLs are distinct? */
  readonly hasNullsDistinct: boolean;
  readonly hasChecks: boolean;
  /** Do foreign keys stand behind their columns, without a name? */
  readonly hasInlineForeignKeys: boolean;
  /** Is `unique_together`, and all that a unique constraint adds to a table that is there, a unique index? */
  readonly addsUniquesAsIndexes: boolean;
  /** Does an altered table have to be made anew? */
  readonly remakesTables: boolean;
  /** Is a column altered by MODIFY, which says all of it? */
  readonly modifiesColumns: boolean;
  /** Does MODIFY take the checks along that stand behind the column? */
  readonly modifyDropsColumnChecks: boolean;
  /** Does Django make the check of a field anew when its column is renamed? */
  readonly remakesChecksOfRenamed: boolean;
  /** Do the names that the server made for checks follow their table's? */
  readonly renamesChecksWithTables: boolean;
}
