/** A half-open range `[start, end)` of UTF-16 offsets into one file's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
