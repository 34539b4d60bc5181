import { createHash } from 'node:crypto';
import { md5Hex } from '../src/md5';

describe('md5Hex', () => {
  const texts = [
    '',
    'a',
    'abc',
    'ix_stocks_symbol',
    'é'.repeat(40),
    ...[55, 56, 57, 63, 64, 65, 200].map((n) => 'x'.repeat(n)),
  ];
  test.each(texts)('digests %p as RFC 1321 says', (text) => {
    expect(md5Hex(text)).toBe(createHash('md5').update(text).digest('hex'));
  });
});
