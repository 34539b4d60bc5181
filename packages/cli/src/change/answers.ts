/** What a person has decided. Each member repeats a flag of the command line one to one. */
export interface Answers {
  /** `stocks.symbol=ticker`, `stocks=shares`: a column or table of the sources has another name in the SQL. */
  readonly rename?: readonly string[];
  /** `stocks.symbol`, `stocks`: a column or table of the sources goes, with its data. */
  readonly drop?: readonly string[];
  /** Everything that has to go may go. */
  readonly acceptDataLoss?: boolean;
  /** Django's app label for new tables: `options`, or `orders=options` for one of them. */
  readonly app?: readonly string[];
  /** The file of SQLAlchemy models for new tables: `src/database/models.py`, or `orders=src/database/models.py`. */
  readonly module?: readonly string[];
  /** `stocks.shares=0`: what rows get, in Python, where a column may not be NULL; `stocks.shares` where none of them is. */
  readonly fill?: readonly string[];
}

/** Both persons' answers. */
export function mergedAnswers(a: Answers, b: Answers): Answers {
  const joined = (member: 'rename' | 'drop' | 'app' | 'module' | 'fill') => {
    const texts = [...(a[member] ?? []), ...(b[member] ?? [])];
    return texts.length === 0 ? {} : { [member]: texts };
  };
  const loss = a.acceptDataLoss === true || b.acceptDataLoss === true ? { acceptDataLoss: true } : {};
  return { ...joined('rename'), ...joined('drop'), ...joined('app'), ...joined('module'), ...joined('fill'), ...loss };
}
