import type { TextEdit } from './text-edit';

/** What a writer wants done to one file: spans of its text replaced, a file made anew, or one taken away. */
export type FileEdit =
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string };
