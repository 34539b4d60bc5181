import { SourceFile } from '@canonical-schema/schema';
import { createPythonProgram } from '../../../syntax/python-program';
import { NotComparable, type Term } from '../missing/term';
import { type TermReading, termOfValue } from '../missing/term-of-value';

/** What an answer may name. */
const prelude =
  'import datetime, decimal, uuid\nfrom datetime import date, time, timedelta\nfrom decimal import Decimal\nfrom django.utils import timezone\n';

/** A text of Python as a person would answer `makemigrations`; null for what is no constant. */
export function pythonAnswer(text: string, reading: TermReading): Term | null {
  const file = new SourceFile('answer.py', `${prelude}answer = ${text}\n`);
  const program = createPythonProgram({
    files: {
      read: (path) => (path === file.path ? file : { fault: 'missing', why: `${path} is missing.` }),
      list: () => [{ name: file.path, kind: 'file' }],
      kindOf: (path) => (path === file.path ? 'file' : path === '' ? 'directory' : 'missing'),
    },
    roots: [''],
    installed: [],
    frameworks: ['django'],
  });
  try {
    const value = program.resolve('answer', 'answer');
    return program.syntaxErrors.length > 0 ? null : termOfValue(value, { ...reading, program });
  } catch (error) {
    if (error instanceof NotComparable) return null;
    throw error;
  }
}
