import type { Trace } from '../where.js';
import { NO_MODULES, type Found, type Modules } from './modules.js';
import type { WorkspaceModule } from './workspace-module.js';

/** The modules that a program reaches, and what it asked of them: so that other answers can be told from those it had. */
export class AskedModules {
  /** Imports that it does not answer for stay names. */
  private modules: Modules = NO_MODULES;
  /** What was asked, by the name that a trace has for it, with the answer. */
  private readonly asked = new Map<string, Asked>();

  private readonly ran = new Map<string, readonly WorkspaceModule[]>();

  get current(): Modules {
    return this.modules;
  }

  /** Names that something which may load can be called by. */
  get names(): ReadonlySet<string> {
    return this.modules.names;
  }

  /** What an import's name means, from which `wanted` is asked; noted in the trace. */
  find(name: string, importer: string, trace: Trace, wanted = ''): Found | undefined {
    const { toCall } = trace;
    const key = `@${importer}\n${name}\n${toCall ? wanted : ''}\n${toCall}`;
    return this.ask(key, m => m.find(name, importer, toCall, wanted), trace);
  }

  /** The module that a star import has the name from; noted, too. */
  findStar(module: string, importer: string, name: string, trace: Trace): WorkspaceModule | undefined {
    const { toCall } = trace;
    const key = `*${importer}\n${module}\n${name}\n${toCall}`;
    const found = this.ask(key, m => m.findStar(module, importer, name, toCall), trace);
    return found === 'folder' ? undefined : found;
  }

  /** Modules that bring files while the program imports that name; noted, too. */
  running(name: string, trace: Trace): readonly WorkspaceModule[] {
    trace.reads.add(`>${name}`);
    const known = this.ran.get(name);
    if (known) return known;
    const answer = this.modules.running(name);
    this.ran.set(name, answer);
    return answer;
  }

  /** Takes other modules; gives the names, as traces have them, that mean something else now. */
  link(modules: Modules): string[] {
    const before = this.modules;
    this.modules = modules;
    const changed: string[] = [];
    for (const [key, { question, answer }] of this.asked) {
      if (question(modules) === answer) continue;
      this.asked.delete(key);
      changed.push(key);
    }
    for (const [name, answer] of this.ran) {
      const now = modules.running(name);
      if (now.length === answer.length && now.every((module, i) => module === answer[i])) continue;
      this.ran.delete(name);
      changed.push(`>${name}`);
    }
    for (const name of before.names) if (!modules.names.has(name)) changed.push(`.${name}`);
    for (const name of modules.names) if (!before.names.has(name)) changed.push(`.${name}`);
    return changed;
  }

  private ask(key: string, question: (modules: Modules) => Found | undefined, trace: Trace): Found | undefined {
    trace.reads.add(key);
    const known = this.asked.get(key);
    if (known) return known.answer;
    const answer = question(this.modules);
    this.asked.set(key, { question, answer });
    return answer;
  }
}

interface Asked {
  readonly question: (modules: Modules) => Found | undefined;
  readonly answer: Found | undefined;
}
