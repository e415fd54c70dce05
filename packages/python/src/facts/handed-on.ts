import type { Given } from '../abstract.js';
import { child, type Syntax } from '../syntax.js';

/** A function that a call is given to call it, with how that one gets its arguments. */
export interface HandedOn {
  /** The expression that names the function. */
  readonly callee: Syntax;
  /** So many arguments by position are not for the function: those up to itself. */
  readonly skip: number;
  readonly as: NonNullable<Given['as']> | undefined;
}

interface Row {
  /** The 0-based place of the function by position; undefined where it is only given by keyword. */
  readonly at?: number;
  /** The keyword that it may be given by. */
  readonly keyword?: string;
  readonly as?: HandedOn['as'];
}

/** Functions and methods that call what they are given, by their last name: executors, threads, `map`, data frames. */
const ROWS: ReadonlyMap<string, Row> = new Map<string, Row>([
  // https://docs.python.org/3/library/concurrent.futures.html, asyncio-task.html, asyncio-eventloop.html
  ['submit', { at: 0 }],
  ['to_thread', { at: 0 }],
  ['run_in_executor', { at: 1 }],
  // https://www.starlette.io/threadpool/, https://anyio.readthedocs.io/en/stable/threads.html
  ['run_in_threadpool', { at: 0 }],
  ['run_sync', { at: 0 }],
  // https://docs.python.org/3/library/threading.html, multiprocessing.html
  ['Thread', { keyword: 'target', as: 'packed' }],
  ['Process', { keyword: 'target', as: 'packed' }],
  ['apply_async', { at: 0, keyword: 'func', as: 'unseen' }],
  ['map', { at: 0, keyword: 'func', as: 'each' }],
  ['map_async', { at: 0, keyword: 'func', as: 'each' }],
  ['imap', { at: 0, keyword: 'func', as: 'each' }],
  ['imap_unordered', { at: 0, keyword: 'func', as: 'each' }],
  ['thread_map', { at: 0, as: 'each' }],
  ['process_map', { at: 0, as: 'each' }],
  ['starmap', { at: 0, keyword: 'func', as: 'unseen' }],
  // https://pandas.pydata.org/docs/reference/api/pandas.Series.apply.html
  ['apply', { at: 0, keyword: 'func', as: 'unseen' }],
  ['applymap', { at: 0, keyword: 'func', as: 'unseen' }]
]);

/** What the call hands on, by the last name of what is called; undefined where it hands on nothing that has a name. */
export function handedOn(call: Syntax, name: string, text: (node: Syntax) => string): HandedOn | undefined {
  const row = ROWS.get(name);
  if (!row) return undefined;
  const given = (child(call, 'arguments')?.children ?? []).filter(c => c.type !== 'comment');
  const keyword = given.find(c => c.type === 'keyword_argument' && text(child(c, 'name') ?? c) === row.keyword);
  const positional = row.at === undefined ? undefined : given[row.at];
  const callee = keyword ? child(keyword, 'value') : positional;
  if (!callee || !/^(identifier|attribute|call)$/.test(callee.type)) return undefined;
  return { callee, skip: keyword || row.at === undefined ? 0 : row.at + 1, as: row.as };
}
