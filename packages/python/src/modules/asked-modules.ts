import type { Trace } from '../where.js';
import type { LooksOfStrings } from '../program.js';
import { NO_MODULES, type Found, type Modules } from './modules.js';
import type { WorkspaceModule } from './workspace-module.js';

/** The modules that a program reaches, and what it asked of them: so that other answers can be told from those it had. */
export class AskedModules {
  /** Imports that it does not answer for stay names. */
  private modules: Modules = NO_MODULES;
  /** What was asked, with the answer: by the document that imports, then by the rest of the question. */
  private readonly asked = new Map<string, Map<string, Asked>>();

  private readonly recording: Recording[] = [];
  private readonly ran = new Map<string, WorkspaceModule | undefined>();

  get current(): Modules {
    return this.modules;
  }

  /** Names that something which may load can be called by. */
  get names(): ReadonlySet<string> {
    return this.modules.names;
  }

  /** What strings in the modules look like. */
  get strings(): LooksOfStrings {
    return this.modules.strings;
  }

  /** Something that may load can be called by that name; a trace notes it as `.name`. */
  mayLoad(name: string): boolean {
    const may = this.modules.names.has(name);
    for (const answers of this.recording) answers.names.set(name, may);
    return may;
  }

  /** What the work gives, with all that it asked on the way: for any program that gets the same answers it is the same. */
  record<T>(work: (answers: Answers) => T): { readonly result: T; readonly answers: Answers } {
    const answers: Recording = { asked: new Set(), names: new Map() };
    this.recording.push(answers);
    try {
      return { result: work(answers), answers };
    } finally {
      this.recording.pop();
    }
  }

  /** Does work that is no part of what is recorded as these answers, nor of what began to be recorded after them. */
  apart<T>(answers: Answers | undefined, work: () => T): T {
    const at = answers ? this.recording.findIndex(one => one === answers) : -1;
    if (at < 0) return work();
    const inner = this.recording.splice(at);
    try {
      return work();
    } finally {
      this.recording.push(...inner);
    }
  }

  /** This program gets these answers, too; noted as asked. */
  gives({ asked, names }: Answers): boolean {
    for (const [name, may] of names) if (this.mayLoad(name) !== may) return false;
    for (const { importer, asked: name, question, answer } of asked)
      if (this.answer(importer, name, question).answer !== answer) return false;
    return true;
  }

  /** What an import's name means, from which `wanted` is asked; noted in the trace. */
  find(name: string, importer: string, trace: Trace, wanted = ''): Found | undefined {
    const { toCall } = trace;
    const question = toCall ? `@${name}\n${wanted}\ncall` : name;
    return this.ask(importer, question, m => m.find(name, importer, toCall, wanted), trace);
  }

  /** The module that a star import has the name from; noted, too. */
  findStar(module: string, importer: string, name: string, trace: Trace): WorkspaceModule | undefined {
    const { toCall } = trace;
    const question = `*${module}\n${name}\n${toCall}`;
    const found = this.ask(importer, question, m => m.findStar(module, importer, name, toCall), trace);
    return found === 'folder' ? undefined : found;
  }

  /** The module of that name, if it brings files while the program imports it; noted, too. */
  running(name: string, trace: Trace): WorkspaceModule | undefined {
    trace.reads.add(`>${name}`);
    if (!this.ran.has(name)) this.ran.set(name, this.modules.running(name));
    return this.ran.get(name);
  }

  /** Takes other modules; gives the names, as traces have them, that mean something else now. */
  link(modules: Modules): string[] {
    const before = this.modules;
    this.modules = modules;
    const changed: string[] = [];
    for (const questions of this.asked.values()) {
      for (const [asked, { key, question, answer }] of questions) {
        if (question(modules) === answer) continue;
        questions.delete(asked);
        changed.push(key);
      }
    }
    for (const [name, answer] of this.ran) {
      if (modules.running(name) === answer) continue;
      this.ran.delete(name);
      changed.push(`>${name}`);
    }
    for (const name of before.names) if (!modules.names.has(name)) changed.push(`.${name}`);
    for (const name of modules.names) if (!before.names.has(name)) changed.push(`.${name}`);
    return changed;
  }

  private ask(
    importer: string,
    asked: string,
    question: (modules: Modules) => Found | undefined,
    trace: Trace
  ): Found | undefined {
    const known = this.answer(importer, asked, question);
    trace.reads.add(known.key);
    return known.answer;
  }

  private answer(importer: string, asked: string, question: Asked['question']): Asked {
    let questions = this.asked.get(importer);
    if (!questions) {
      questions = new Map();
      this.asked.set(importer, questions);
    }
    let known = questions.get(asked);
    if (!known) {
      known = { key: `@${importer}\n${asked}`, importer, asked, question, answer: question(this.modules) };
      questions.set(asked, known);
    }
    // What a program's own imports bring is its own.
    if (importer !== '') for (const answers of this.recording) answers.asked.add(known);
    return known;
  }
}

/** What was asked of the modules while something was worked out, and what they said. */
export interface Answers {
  readonly asked: ReadonlySet<Asked>;
  /** Names, and whether something that may load can be called by them. */
  readonly names: ReadonlyMap<string, boolean>;
}

interface Recording extends Answers {
  readonly asked: Set<Asked>;
  readonly names: Map<string, boolean>;
}

interface Asked {
  /** The name that a trace has for it. */
  readonly key: string;
  /** The document that imports, and the rest of the question. */
  readonly importer: string;
  readonly asked: string;
  readonly question: (modules: Modules) => Found | undefined;
  readonly answer: Found | undefined;
}
