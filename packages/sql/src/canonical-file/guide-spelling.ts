import type { DdlLanguage } from '../ddl/ddl-language';
import { plainSpelling, type Spelling } from '../ddl/spelling';

/** As the guide spells: `VARCHAR(100)`, `SERIAL`, `TIMESTAMP WITH TIME ZONE`, `CURRENT_TIMESTAMP`. */
export function guideSpelling(language: DdlLanguage): Spelling {
  return { ...plainSpelling(language), ...language.usual };
}
