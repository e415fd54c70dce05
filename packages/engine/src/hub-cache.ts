import type { FilesPort } from './ports.js';

type Kind = 'model' | 'dataset';

/** A file of a reference holds a commit hash and nothing else. */
const LONGEST_REFERENCE = 100;

/**
 * Commits that the machine's own cache of the Hugging Face hub holds: `models--org--name/refs/main` names the commit
 * that was downloaded last (huggingface_hub documentation, "Understand caching"). Nothing is asked of the hub.
 */
export class HubCache {
  private readonly known = new Map<string, string | undefined | Promise<void>>();

  /** `folder`: the cache's URI; without one, nothing is known. */
  constructor(
    private readonly files: FilesPort,
    private readonly folder: string | undefined
  ) {}

  /** The commit that a branch or tag of the repository stood at when it was last downloaded, 40 hexadecimal digits. */
  lookUp(
    kind: Kind,
    repository: string,
    revision: string
  ): { commit: string | undefined; pending: Promise<void> | undefined } {
    // What is looked up comes from a file that nobody vouches for: it must not lead anywhere else.
    const plain =
      /^[\w.-]+(\/[\w.-]+)?$/.test(repository) && /^[\w.-]+$/.test(revision) && !/\.\./.test(repository + revision);
    if (this.folder === undefined || !plain) return { commit: undefined, pending: undefined };
    const uri = `${this.folder}/${kind}s--${repository.replace('/', '--')}/refs/${revision}`;
    const known = this.known.get(uri);
    if (known instanceof Promise) return { commit: undefined, pending: known };
    if (known !== undefined || this.known.has(uri)) return { commit: known, pending: undefined };
    const reading = this.read(uri).then(commit => void this.known.set(uri, commit));
    this.known.set(uri, reading);
    return { commit: undefined, pending: reading };
  }

  private async read(uri: string): Promise<string | undefined> {
    try {
      const text = new TextDecoder().decode(await this.files.read(uri, 0, LONGEST_REFERENCE)).trim();
      return /^[0-9a-f]{40}$/.test(text) ? text : undefined;
    } catch {
      return undefined;
    }
  }
}
