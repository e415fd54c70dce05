import { isConfiguration } from './configuration-files.js';

/** So many texts are kept, those read last. */
const MOST = 300;

/** Configuration files, modules, `.env` and `.gitignore` as the server read them last: its edits of a file that is not open are for that text. */
export class ServedTexts {
  private readonly texts = new Map<string, string>();

  /** `onChanged` is told of a file that turned out to be another one by now. */
  constructor(private readonly onChanged: (path: string) => void) {}

  /** The server has read these bytes from the start of that file. */
  note(path: string, bytes: Uint8Array): void {
    if (!isConfiguration(path) && !/\.py$|(?:^|[/:])\.(?:env|gitignore)$/.test(path)) return;
    this.texts.delete(path);
    this.texts.set(path, new TextDecoder().decode(bytes));
    const [oldest] = this.texts.keys();
    if (oldest !== undefined && this.texts.size > MOST) this.texts.delete(oldest);
  }

  of(path: string): string | undefined {
    return this.texts.get(path);
  }

  /** The file is not as the server read it. */
  changed(path: string): void {
    this.texts.delete(path);
    this.onChanged(path);
  }
}
