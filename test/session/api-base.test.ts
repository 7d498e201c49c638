import { expect } from 'chai';
import { apiBase } from '../../src/session/api-base.ts';

describe('The address of the API', () => {
  for (const [written, meant] of [
    ['https://api.operator.example/v1', 'https://api.operator.example/v1'],
    ['https://api.operator.example:8443/v1/', 'https://api.operator.example:8443/v1/'],
    ['/selvbetjening/v1', `${location.origin}/selvbetjening/v1`],
    [`${location.origin}/v1`, `${location.origin}/v1`],
    ['http://localhost:4100/v1', 'http://localhost:4100/v1'],
    ['http://127.0.0.1:4100/v1', 'http://127.0.0.1:4100/v1'],
    ['http://[::1]:4100/v1', 'http://[::1]:4100/v1'],
  ] as const) {
    it(`may be ${written}`, () => {
      expect(apiBase(written)).to.equal(meant);
    });
  }

  for (const written of [
    '',
    ' ',
    'http://api.operator.example/v1',
    'http://localhost.evil.example/v1',
    'http://127.0.0.1.evil.example/v1',
    '//localhost:4100/v1',
    '\\\\localhost:4100/v1',
    'javascript:alert(1)',
    'data:application/json,{}',
    'blob:https://api.operator.example/1',
    'ftp://api.operator.example/',
    'https://user@api.operator.example/v1',
    'https://user:secret@api.operator.example/v1',
    'https://api.operator.example/v1?key=1',
    'https://api.operator.example/v1#part',
    'https://',
  ]) {
    it(`is refused when it is »${written}« (T09)`, () => {
      expect(() => apiBase(written)).to.throw(TypeError);
    });
  }

  it('is not repeated with the password that stands in it (T08)', () => {
    expect(() => apiBase('https://user:secret@api.operator.example/v1'))
      .to.throw(TypeError)
      .with.property('message')
      .not.that.includes('secret');
  });
});
