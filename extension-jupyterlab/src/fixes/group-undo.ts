import type { SharedText, UndoHistory } from '../documents/open-text.js';

type Item = UndoHistory['undoStack'][number];
type Stack = 'undoStack' | 'redoStack';
type Direction = 'undo' | 'redo';

/** What of a notebook's shared model a group needs. */
export interface SharedCells {
  readonly undoManager: UndoHistory;
  transact(change: () => void): void;
}

/** Histories that have an eye on groups already. */
const watched = new WeakSet<UndoHistory>();
/** Set while one history makes the others follow. */
let following = false;

/**
 * Changes several cells as one step of undo, wherever undo is pressed. JupyterLab keeps a history per cell (Ctrl+Z in
 * it) and one for the notebook (Z in command mode); the change goes into all of them as one transaction, and when one
 * history takes it back, the others follow.
 */
export function changeTogether(notebook: SharedCells, cells: readonly SharedText[], change: () => void): void {
  const histories = cells.flatMap(({ undoManager }) => undoManager ?? []);
  const all = new Set([notebook.undoManager, ...histories]);
  // Neither what was typed just before nor what is typed next belongs to this step.
  for (const history of all) history.stopCapturing();
  const foreign = histories.filter(({ trackedOrigins }) => !trackedOrigins.has(notebook));
  for (const { trackedOrigins } of foreign) trackedOrigins.add(notebook);
  try {
    notebook.transact(change);
  } finally {
    for (const { trackedOrigins } of foreign) trackedOrigins.delete(notebook);
    for (const history of all) history.stopCapturing();
  }
  // Where undo is the whole document's, there is one history and nothing to keep in step.
  if (all.size > 1) new Group(notebook.undoManager, cells).mark();
}

class Group {
  constructor(
    private readonly notebook: UndoHistory,
    private readonly cells: readonly SharedText[]
  ) {}

  mark(): void {
    for (const history of [this.notebook, ...this.histories()]) {
      history.undoStack.at(-1)?.meta.set(Group, this);
      watch(history);
    }
  }

  /** `leader` has taken the change back, or made it again: the other histories are brought to where it is. */
  follow(leader: UndoHistory, direction: Direction): void {
    const [from, to]: [Stack, Stack] = direction === 'undo' ? ['undoStack', 'redoStack'] : ['redoStack', 'undoStack'];
    if (leader === this.notebook) {
      // It spoke for all cells: they only learn that it did.
      const step = this.mine(leader[to].at(-1));
      for (const history of this.histories()) {
        this.take(history, from);
        if (step) history[to].push(this.copy([step]));
      }
      return;
    }
    // A cell's history spoke for its cell alone.
    const steps = this.histories().flatMap(history => {
      if (history !== leader && !this.lead(history, from, direction)) return [];
      return this.mine(history[to].at(-1)) ?? [];
    });
    this.take(this.notebook, from);
    if (steps.length > 0) this.notebook[to].push(this.copy(steps));
  }

  private histories(): UndoHistory[] {
    return this.cells.flatMap(({ isDisposed, undoManager }) => (isDisposed || !undoManager ? [] : [undoManager]));
  }

  /** Undoes or redoes this group's step of a history and no other, also where newer steps lie on top of it. */
  private lead(history: UndoHistory, from: Stack, direction: Direction): boolean {
    const step = this.take(history, from);
    if (!step) return false;
    const others = history[from].splice(0);
    history[from].push(step);
    history[direction]();
    history[from].unshift(...others);
    return true;
  }

  private take(history: UndoHistory, from: Stack): Item | undefined {
    const at = history[from].findIndex(({ meta }) => meta.get(Group) === this);
    return at < 0 ? undefined : history[from].splice(at, 1)[0];
  }

  private mine(step: Item | undefined): Item | undefined {
    step?.meta.set(Group, this);
    return step;
  }

  /** One step that does what all of these do; a history minds only what is in its scope. */
  private copy(steps: readonly Item[]): Item {
    const copy = Object.create(Object.getPrototypeOf(steps[0]) as object) as Item;
    copy.deletions = together(steps.map(({ deletions }) => deletions));
    copy.insertions = together(steps.map(({ insertions }) => insertions));
    copy.meta = new Map([[Group, this]]);
    return copy;
  }
}

/** The clock ranges of transactions that share none. Yjs looks them up by halves, so they are sorted. */
function together(sets: readonly Item['deletions'][]): Item['deletions'] {
  // Yjs has a function for this, but JupyterLab's copy does not hand it out.
  const all = Object.create(Object.getPrototypeOf(sets[0]) as object) as Item['deletions'];
  all.clients = new Map();
  for (const { clients } of sets) {
    for (const [client, ranges] of clients) all.clients.set(client, [...(all.clients.get(client) ?? []), ...ranges]);
  }
  for (const ranges of all.clients.values()) ranges.sort((a, b) => a.clock - b.clock);
  return all;
}

function watch(history: UndoHistory): void {
  if (watched.has(history)) return;
  watched.add(history);
  // The history forgets its listeners when its cell or notebook goes.
  history.on('stack-item-popped', ({ stackItem, type }) => {
    const group: unknown = stackItem.meta.get(Group);
    if (!(group instanceof Group) || following) return;
    following = true;
    try {
      group.follow(history, type);
    } finally {
      following = false;
    }
  });
}
