import { equal } from 'node:assert/strict';
import { versionAt } from './address-version.js';

describe('an address', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['https://example.org/whl/cu121/torch-2.4.0%2Bcu121-cp311-cp311-linux_x86_64.whl', '2.4.0+cu121'],
    ['https://example.org/torch-2.4.0-1-cp311-cp311-linux_x86_64.whl#sha256=ab-cd', '2.4.0'],
    ['https://example.org/scikit-learn-1.5.2.tar.gz', '1.5.2'],
    ['./wheels/torch-2.4.0-py3-none-any.whl', '2.4.0'],
    ['git+https://example.org/transformers.git@v4.40.0', '4.40.0'],
    ['git+https://example.org/transformers.git@v4.40.0#egg=transformers', '4.40.0'],
    ['git+ssh://git@example.org/transformers.git', undefined],
    ['git+https://example.org/transformers.git@main', undefined],
    ['git+https://example.org/transformers.git@0123456789abcdef0123456789abcdef01234567', undefined],
    ['https://example.org/torch.whl', undefined],
    ['https://example.org/%E0%A4%A', undefined],
    ['', undefined]
  ];
  for (const [address, version] of cases)
    it(`${address || '(empty)'} says ${version ?? 'no version'}`, () => equal(versionAt(address), version));
});
