import type { Catalog, Place, Remark, Unread } from '@canonical-schema/schema';
import { EmbeddedText } from './embedded-text';
import { Fold } from './fold/fold';
import { parseFile } from './psql/parse-file';
import { readPart } from './reader';

/** What a stretch of SQL left unread, and the findings of reading it. */
export interface FoldedSql {
  readonly unread: readonly Unread[];
  readonly remarks: readonly Remark[];
}

/** Carries out SQL that stands inside other files (a migration's `RunSQL`) on a catalog that others change too. */
export class SqlSession {
  private readonly fold: Fold;

  constructor(catalog: Catalog) {
    this.fold = new Fold(catalog);
  }

  /** Carries out the statements of a text. Everything in it has the place of the text itself. */
  run(sql: string, at: Place): FoldedSql {
    const { unread, remarks } = this.fold;
    const [unreadBefore, remarksBefore] = [unread.length, remarks.length];
    for (const part of parseFile(new EmbeddedText(sql, at))) readPart(part, this.fold);
    return { unread: unread.slice(unreadBefore), remarks: remarks.slice(remarksBefore) };
  }
}
