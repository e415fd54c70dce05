import type { FoundCredential } from '@loadlight/engine/take-out';

/** Credentials that clients were told of, which may be asked for in other documents. */
export class NamedCredentials {
  private readonly byId = new Map<string, FoundCredential>();
  private readonly ids = new Map<string, string>();

  /** The name, which says nothing of the value, and is the same for the same value. */
  idOf(credential: FoundCredential): string {
    const id = this.ids.get(credential.value) ?? String(this.ids.size + 1);
    this.ids.set(credential.value, id);
    this.byId.set(id, credential);
    return id;
  }

  get(id: string): FoundCredential | undefined {
    return this.byId.get(id);
  }
}
