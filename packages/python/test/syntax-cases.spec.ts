import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueText } from '../src/syntax/describe';
import { loadPythonParser } from '../src/syntax/parser';
import type { PythonProgram } from '../src/syntax/program';
import { createPythonProgram } from '../src/syntax/python-program';
import type { Binding, Namespace, Value } from '../src/syntax/value';
import { directoryFiles, pythonFilesIn } from './syntax-files';

const CASES = join(__dirname, '..', 'cases-syntax');

beforeAll(async () => {
  await loadPythonParser();
});

describe('every module of a case evaluates as its expected.json says', () => {
  for (const name of readdirSync(CASES)) {
    test(name, () => {
      const root = join(CASES, name);
      const answer = `${JSON.stringify(readingOf(root), null, 2)}\n`;
      const expected = join(root, 'expected.json');
      if (process.env.UPDATE_CASES === '1') writeFileSync(expected, answer);
      expect(answer).toBe(readFileSync(expected, 'utf8'));
    });
  }
});

function readingOf(root: string): unknown {
  const program = createPythonProgram({
    files: directoryFiles(root),
    roots: ['', 'src'],
    installed: ['site-packages'],
    frameworks: ['django', 'sqlalchemy', 'framework'],
    known: { 'django.VERSION': [5, 2, 0] },
  });
  const modules = pythonFilesIn(root)
    .filter((path) => !path.startsWith('site-packages/'))
    .map((path) => [path, moduleReading(path, program)]);
  const unread = program.unread.map(({ why, place }) => `${place.path}:${place.line}: ${why}`);
  return { ...Object.fromEntries(modules), ...(unread.length > 0 ? { unread } : {}) };
}

function moduleReading(path: string, program: PythonProgram): unknown {
  const module = program.moduleAt(path);
  if (module === null) return null;
  const calls = module.calls.map(({ value, condition }) => under(valueText(value), condition));
  const classes = module.classes.map(({ value, condition }) => under(value.qualifiedName, condition));
  return {
    module: module.name,
    names: namespaceReading(module.namespace, program),
    ...(classes.length > 0 ? { classes } : {}),
    ...(calls.length > 0 ? { calls } : {}),
  };
}

function namespaceReading(namespace: Namespace, program: PythonProgram): unknown {
  const names = [...namespace.bindings.values()].map((bound) => [bound.name, bindingReading(bound, program)]);
  const obscured = namespace.obscured.map(({ why }) => why);
  return { ...Object.fromEntries(names), ...(obscured.length > 0 ? { '(obscured)': obscured } : {}) };
}

function bindingReading(bound: Binding, program: PythonProgram): unknown {
  const { value, annotation } = bound;
  if (value.kind === 'class' && value.place.line === bound.place.line) return classReading(value, program);
  const text = bound.assigned ? valueText(value) : '(unassigned)';
  const annotated = annotation === null ? text : `${text}: ${valueText(annotation)}`;
  return under(annotated, bound.condition);
}

function classReading(value: Extract<Value, { kind: 'class' }>, program: PythonProgram): unknown {
  const members = program
    .enumMembers(value)
    ?.map(
      (member) => `${member.name} = ${valueText(member.value)}${member.label ? `, ${valueText(member.label)}` : ''}`,
    );
  return {
    class: program.mro(value).map(valueText).join(' < '),
    ...(members === undefined ? {} : { members }),
    body: namespaceReading(value.body, program),
  };
}

function under(text: string, condition: string | null): string {
  return condition === null ? text : `${text} (if ${condition})`;
}
