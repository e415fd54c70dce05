import assert from 'node:assert/strict';
import { openFile } from '../session.mjs';
import { visit } from './visit.mjs';

/** The whole of jupyterlab.e2e.mjs runs there in `npm run test:long`. */
export function oldest(session) {
  it('marks, explains, fixes, undoes and saves a notebook', async () => {
    const { page, errors, close } = await session().open();
    await openFile(page, 'work/train.ipynb');
    await visit(page, session().text);
    assert.deepEqual(errors, []);
    await close();
  });
}
