import { describe as described, valueText } from '../src/syntax/describe';
import { loadPythonParser } from '../src/syntax/parser';
import type { PythonModule, PythonProgram } from '../src/syntax/program';
import { createPythonProgram } from '../src/syntax/python-program';
import { memoryFiles } from './syntax-files';

beforeAll(async () => {
  await loadPythonParser();
});

const programOf = (texts: Readonly<Record<string, string>>): PythonProgram =>
  createPythonProgram({ files: memoryFiles(texts), roots: [''], installed: [], frameworks: ['framework'] });

/** Each text is followed by `after = 1`, which has to be read whatever stands before it. */
const HOSTILE: Readonly<Record<string, string>> = {
  'parentheses 5,000 deep': `x = ${'('.repeat(5_000)}1${')'.repeat(5_000)}`,
  'lists 5,000 deep': `x = ${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  'a sum of 5,000 terms': `x = ${Array(5_000).fill('1').join(' + ')}`,
  'a chain of 5,000 attributes': `x = a${'.b'.repeat(5_000)}`,
  'calls of calls': `x = f${'()'.repeat(5_000)}`,
  '3,000 elifs': `if a: x = 0\n${Array.from({ length: 3_000 }, (_, at) => `elif a${at}: x = ${at}`).join('\n')}`,
  '3,000 conditions in a row': Array.from({ length: 3_000 }, (_, at) => `if a${at}: x = ${at}`).join('\n'),
  'a list that nests itself': 'x = []\nfor i in range(9_000):\n    x = [x]\nif a():\n    x = [x]\nelse:\n    x = [[x]]',
  'a text that doubles': 'x = "a"\nfor i in range(100):\n    x = x + x',
  'a list that doubles': 'x = [1]\nfor i in range(100):\n    x.extend(x)',
  'a number that squares itself': 'x = 2\nfor i in range(9_000):\n    x = x * x',
  'a function that calls itself twice, undecided':
    'def f(n):\n    if a():\n        return f(n + 1)\n    return f(n + 2)\nx = 1',
  'a class that is its own base': 'class A(A):\n    pass',
  'tabs and carriage returns': 'class A:\r\n\tx = 1\r\n\ty = """a\r\nb"""',
};

describe('nothing overflows, hangs or throws', () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    test(name, () => {
      const module = moduleOf(programOf({ 'm.py': `${text}\nafter = 1\n` }));
      expect(textOf(module, 'after')).toBe('1');
    });
  }

  test('an endless computation ends as too complex', () => {
    const text = 'def f(n):\n    return f(n - 1) + f(n - 2)\nx = f(50)\n';
    expect(textOf(moduleOf(programOf({ 'm.py': text })), 'x')).toMatch(/too complex/);
  });

  test('a chain of 300 modules', () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `m${at}.py`,
        `from m${at + 1} import C${at + 1}\nclass C${at}(C${at + 1}):\n    pass\n`,
      ]),
    );
    const program = programOf({ ...files, 'm300.py': 'class C300:\n    x = 1\n' });
    const first = program.valueAt('m0.C0');
    expect(first.kind).toBe('class');
    if (first.kind === 'class') expect(program.mro(first)).toHaveLength(301);
  });
});

test('a file without text is unread, once, with its place', () => {
  const program = createPythonProgram({
    files: { ...memoryFiles({ 'm.py': '' }), read: () => ({ fault: 'not-text', why: 'm.py is not UTF-8.' }) },
    roots: [''],
    installed: [],
    frameworks: [],
  });
  expect(program.moduleAt('m.py')).toBeNull();
  expect(program.moduleNamed('m')).toBeNull();
  expect(program.unread.map(({ why, place }) => `${place.path}: ${why}`)).toEqual(['m.py: m.py is not UTF-8.']);
});

test('a file is read once, whatever name it is asked for by', () => {
  const files = memoryFiles({ 'src/app/models.py': 'x = 1\n' });
  const read: string[] = [];
  const counting = {
    ...files,
    read: (path: string) => {
      read.push(path);
      return files.read(path);
    },
  };
  const program = createPythonProgram({ files: counting, roots: ['', 'src'], installed: [], frameworks: [] });
  const module = program.moduleNamed('app.models');
  expect(program.moduleNamed('src.app.models')).toBe(module);
  expect(program.moduleAt('src/app/models.py')).toBe(module);
  expect(read).toEqual(['src/app/models.py']);
});

const FIELDS = `
from framework import CharField, Model
class Short(CharField):
    length = 7
    def __init__(self, *args, extra=None, **kwargs):
        self.extra = extra
        kwargs["max_length"] = self.length
        kwargs.setdefault("null", True)
        if extra:
            kwargs.pop("blank", None)
        super(Short, self).__init__(*args, **kwargs)
class Longer(Short):
    length = 9
    def __init__(self, verbose=None, **kw):
        kw.update(default=self.length)
        Short.__init__(self, verbose, **kw)
class Unclear(Short):
    def __init__(self, **kw):
        if configured():
            kw["unique"] = True
        super().__init__(**kw)
class Lost(Short):
    def __init__(self, **kw):
        self.kw = kw
plain = Short()
longer = Longer("hey", extra=True, blank=True)
unclear = Unclear(help_text="x")
lost = Lost()
`;

test.each([
  ['plain', 'max_length=7, null=True'],
  ['longer', '"hey", default=9, max_length=9, null=True'],
  ['unclear', expect.stringMatching(/depends on the condition configured\(\)/)],
  ['lost', 'its __init__ does not call that of its base'],
])('the arguments that reach the base of %s', (name, expected) => {
  const program = programOf({ 'm.py': FIELDS });
  const call = program.resolve('m', name);
  if (call.kind !== 'call' || call.callee.kind !== 'class') throw new Error(`${name} is no instance.`);
  const args = program.superArguments(call.callee, call);
  const text =
    'kind' in args
      ? args.why
      : [...args.positional.map(described), ...[...args.keywords].map(([key, value]) => `${key}=${described(value)}`)];
  expect(Array.isArray(text) ? text.join(', ') : text).toEqual(expected);
});

test('the calls in a function that maps classes when it is called', () => {
  const text = 'from framework import map\ndef start():\n    map("a")\n    if ready():\n        map("b")\n';
  const program = programOf({ 'm.py': text });
  const start = program.resolve('m', 'start');
  const calls = start.kind === 'function' ? program.callsIn(start) : [];
  const texts = 'kind' in calls ? [] : calls.map(({ value, condition }) => `${valueText(value)} ${condition}`);
  expect(texts).toEqual(['framework.map("a") null', 'framework.map("b") ready()']);
});

function moduleOf(program: PythonProgram): PythonModule {
  const module = program.moduleNamed('m');
  if (module === null) throw new Error('The module m was not read.');
  return module;
}

function textOf(module: PythonModule, name: string): string | undefined {
  const value = module.namespace.bindings.get(name)?.value;
  return value === undefined ? undefined : described(value);
}
