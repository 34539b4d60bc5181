import { type Place, SourceFile } from '@canonical-schema/schema';

/** A text inside another file: escapes and concatenation make its own offsets meaningless there. */
export class EmbeddedText extends SourceFile {
  constructor(
    sql: string,
    private readonly at: Place,
  ) {
    super(at.path, sql);
  }

  /** A new object each time: the fold tells checks apart by their places. */
  override placeOf(): Place {
    return { ...this.at };
  }
}
