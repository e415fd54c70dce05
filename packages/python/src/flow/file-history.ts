import type { Origin } from '@loadlight/facts/fact';
import { lessTrusted, type Source } from '../origin.js';
import type { Arm } from '../scope.js';
import type { Unit } from '../unit.js';
import type { FileEvent, FilePoint } from './file-event.js';
import { normalise, seenFrom } from './file-path.js';

type Holds = Extract<FileEvent, { kind: 'holds' }>;

interface Entry {
  readonly event: Holds;
  readonly order: number;
}

/** What a file holds at some point of the program, and the events that say so, the last first. */
export interface Settled {
  readonly origin: Origin;
  readonly subject: string | undefined;
  readonly events: readonly FileEvent[];
}

/** Copies of copies further than this are not followed. */
const MAX_COPIES = 8;
/** A file's name, without a folder. */
const BARE = /^[^/‹~*?]+\.\w+$/;
/** The key of a path whose beginning is known. */
const BELOW = /^‹([^‹…]+)\/[^/‹…]*…/;
/** Units hold less text than this; their order and offset make one number. */
const UNIT = 2 ** 30;

/** What the whole program does to files, in its order. */
export class FileHistory {
  private order: Map<Unit, number> | undefined;
  private readonly exact = new Map<string, Entry[]>();
  private readonly below = new Map<string, Entry[]>();
  private readonly folders: { order: number; path: string }[] = [];
  private readonly arrivals: { event: Extract<FileEvent, { kind: 'arrives' }>; order: number }[] = [];
  private readonly others: { event: FileEvent; order: number; path: string | undefined }[] = [];

  constructor(
    private readonly units: readonly Unit[],
    eventsOf: (unit: Unit) => readonly FileEvent[]
  ) {
    const events: FileEvent[] = [];
    for (const unit of units) events.push(...eventsOf(unit));
    let folder = '';
    for (const event of events) {
      if (event.kind !== 'folder') continue;
      folder = event.path === undefined ? `${folder}…` : seenFrom(folder, event.path);
      this.folders.push({ order: this.orderOf(event), path: folder });
    }
    for (const event of events) this.add(event);
    for (const list of [...this.exact.values(), ...this.below.values()]) list.sort((a, b) => a.order - b.order);
  }

  /** What the path holds there; undefined where the program does nothing to it. */
  find(source: Source, point: FilePoint): Settled | undefined {
    const upload = this.uploaded(source, point);
    if (upload) return upload;
    if (!source.path) return undefined;
    const { path } = source.path;
    const isTouched = this.exact.size > 0 || this.below.size > 0;
    const done = isTouched ? this.settle(path, this.orderOf(point), point, 0, []) : undefined;
    return done ?? this.arrived(path, point);
  }

  /**
   * A file without a folder that the program does nothing else to, read after an upload, is what was uploaded; unless
   * another such file is copied after it (`!cp kaggle.json ~/.kaggle/`), which the upload was for then.
   */
  private arrived(path: string, point: FilePoint): Settled | undefined {
    if (this.arrivals.length === 0 || !BARE.test(path)) return undefined;
    const order = this.orderOf(point);
    const last = this.arrivals.filter(arrival => arrival.order < order || point.scope !== undefined).at(-1);
    if (!last || this.folderAt(order) !== this.folderAt(last.order)) return undefined;
    const isForOther = [...this.exact.values()]
      .flat()
      .some(
        entry =>
          entry.order > last.order &&
          entry.event.sources.some(
            ({ path: of }) => of && of.path !== path && BARE.test(of.path) && !this.exact.has(of.path)
          )
      );
    if (isForOther) return undefined;
    const { event } = last;
    return { origin: { kind: 'upload', by: event.by }, subject: path, events: [event] };
  }

  /** The commit, branch or tag that a later `git checkout` puts into the folder. */
  checkedOut(path: string, point: FilePoint): Extract<FileEvent, { kind: 'checkout' }> | undefined {
    const folder = seenFrom(this.folderAt(this.orderOf(point)), path);
    const found = this.others.filter(({ event, path: of }) => event.kind === 'checkout' && of === folder).at(-1);
    return found?.event.kind === 'checkout' ? found.event : undefined;
  }

  /** A checksum is compared of what the path holds, or in the same cell of files that a list names. */
  isVerified(path: string | undefined, point: FilePoint): FileEvent | undefined {
    const file = path === undefined ? undefined : seenFrom(this.folderAt(this.orderOf(point)), path);
    return this.others.find(
      ({ event, path: of }) =>
        event.kind === 'verify' &&
        (of === undefined
          ? event.site.unit.cell === point.site.unit.cell
          : of === file || of.startsWith(`${file ?? '‹'}/`))
    )?.event;
  }

  /**
   * What stops the program before that point where the path, or the address that bytes came from, holds something else than a
   * checksum says, with nothing written there since; `arms` may be skipped around the point.
   */
  checkedBefore(path: string, point: FilePoint, arms: readonly Arm[]): FileEvent | undefined {
    if (!this.others.some(({ event }) => event.kind === 'verify' && event.stops)) return undefined;
    const order = this.orderOf(point);
    const folder = this.folderAt(order);
    const file = seenFrom(folder, path);
    const check = this.others
      .filter(
        ({ event, order: at, path: of }) =>
          event.kind === 'verify' &&
          of === file &&
          at < order &&
          event.scope === point.scope &&
          event.stops?.every(arm => event.site.unit === point.site.unit && arms.includes(arm))
      )
      .at(-1);
    const written = this.entriesOf(file, folder).some(
      ({ event, order: at }) => event.scope === point.scope && check && check.order < at && at < order
    );
    return written ? undefined : check?.event;
  }

  private add(event: FileEvent): void {
    const order = this.orderOf(event);
    const folder = this.folderAt(order);
    if (event.kind === 'holds') {
      const path = seenFrom(folder, event.path);
      push(this.exact, path, { event, order });
      if (event.folder) push(this.below, path, { event, order });
    } else if (event.kind === 'checkout') this.others.push({ event, order, path: seenFrom(folder, event.folder) });
    else if (event.kind === 'verify')
      this.others.push({ event, order, path: event.path === undefined ? undefined : seenFrom(folder, event.path) });
    else if (event.kind === 'arrives') this.arrivals.push({ event, order });
    else if (event.kind === 'upload') this.others.push({ event, order, path: undefined });
  }

  private settle(
    written: string,
    order: number,
    point: FilePoint,
    copies: number,
    seen: readonly FileEvent[]
  ): Settled | undefined {
    const folder = this.folderAt(order);
    const path = seenFrom(folder, written);
    const all = this.entriesOf(path, folder).filter(
      ({ event }) => (!event.local || event.scope === point.scope) && !seen.includes(event)
    );
    if (all.length === 0) return undefined;
    const ordered = ({ event }: Entry): boolean => event.scope === undefined || event.scope === point.scope;
    const before = all.filter(entry => !ordered(entry) || entry.order < order || isInFunctionOnly(point, entry));
    const candidates: Settled[] = [];
    const possible = before.length > 0 ? before : all;
    // From the last one back to the first that certainly happened; what other functions do may happen at any time.
    for (let i = possible.length - 1, covered = false; i >= 0; i--) {
      const entry = possible[i];
      if (!entry) break;
      const { event } = entry;
      if (covered && ordered(entry)) continue;
      for (const source of event.sources) candidates.push(this.settledAs(source, entry, copies, [...seen, event]));
      if (!event.conditional && ordered(entry)) covered = true;
    }
    return candidates.length > 0 ? candidates.reduce(lessTrusted) : undefined;
  }

  private settledAs(source: Source, { event, order }: Entry, copies: number, seen: readonly FileEvent[]): Settled {
    const from = copies < MAX_COPIES ? source.path?.path : undefined;
    const deeper =
      from === undefined ? undefined : (this.settle(from, order, event, copies + 1, seen) ?? this.arrived(from, event));
    if (deeper) return { ...deeper, events: [event, ...deeper.events] };
    return { origin: source.origin, subject: source.subject, events: [event] };
  }

  /** Entries for the path itself, and for the folders that it is below. */
  private entriesOf(written: string, folder: string): Entry[] {
    const found = [...(this.exact.get(written) ?? [])];
    if (this.below.size === 0) return found;
    // Of a path that is known up to some folder, that folder counts.
    const known = BELOW.exec(written)?.[1];
    const path = known === undefined ? written : `${seenFrom(folder, normalise(known))}/…`;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      found.push(...(this.below.get(path.slice(0, at)) ?? []));
    found.push(...(path.startsWith('/') || path.startsWith('‹') ? [] : (this.below.get('') ?? [])));
    return found.sort((a, b) => a.order - b.order);
  }

  private uploaded(source: Source, { site }: FilePoint): Settled | undefined {
    if (source.origin.kind !== 'argument') return undefined;
    const name = source.origin.name.split('.')[0];
    for (const { event } of this.others) {
      if (event.kind !== 'upload' || event.parameter !== name) continue;
      const { unit, start, end } = event.within;
      if (site.unit === unit && start <= site.start && site.end <= end)
        return { origin: { kind: 'upload', by: event.by }, subject: undefined, events: [event] };
    }
    return undefined;
  }

  private folderAt(order: number): string {
    let found = '';
    for (const folder of this.folders) {
      if (folder.order > order) break;
      found = folder.path;
    }
    return found;
  }

  private orderOf({ site }: FilePoint): number {
    // A call is done when its arguments and what it is a method of are.
    this.order ??= new Map(this.units.map((unit, i) => [unit, i * UNIT]));
    return (this.order.get(site.unit) ?? 0) + site.end;
  }
}

/** A load in a function may run after all of the module, whatever the order of the text. */
function isInFunctionOnly(point: FilePoint, { event }: Entry): boolean {
  return point.scope !== undefined && event.scope === undefined;
}

function push(map: Map<string, Entry[]>, path: string, entry: Entry): void {
  const list = map.get(path);
  if (list) list.push(entry);
  else map.set(path, [entry]);
}
