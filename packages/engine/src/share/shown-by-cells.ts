import type { ActiveContent, Display, Fact, ShownContent } from '@loadlight/facts/fact';
import { activeMarkup } from '@loadlight/sharing/active-markup';
import { mayAct, type ScriptsPart } from '@loadlight/sharing/script-reading';
import { isEmptyScript } from '@loadlight/sharing/sharing-facts';
import type { FetchScripts } from './sharing-input.js';

type Found = Pick<ActiveContent, 'form' | 'address'> & Partial<Pick<ActiveContent, 'made'>> & { script?: string };

/** What calls in cells put into the page, looked at like what stands in outputs. */
export class ShownByCells {
  /** The part that reads scripts; null where it cannot be fetched. */
  private part: ScriptsPart | null | undefined;

  constructor(private readonly fetchScripts: FetchScripts) {}

  /** The facts with what is active in the place of what is shown. The part for scripts is pending while it is fetched. */
  active(facts: readonly Fact[], pending: Set<Promise<void>>): Fact[] {
    return facts.flatMap((fact): readonly Fact[] => (fact.kind === 'display' ? this.inDisplay(fact, pending) : [fact]));
  }

  private inDisplay({ shows, content, place, evidence, sureness }: Display, pending: Set<Promise<void>>): Fact[] {
    return content
      .flatMap(one => foundIn(one, shows))
      .map(({ form, address, made, script = '' }) => {
        const reading = this.partFor(script, pending)?.readScript(script);
        return {
          kind: 'active-content',
          where: 'code',
          form,
          address: address ?? reading?.address,
          does: reading?.does ?? [],
          ...(made && { made }),
          place,
          evidence,
          sureness
        };
      });
  }

  private partFor(script: string, pending: Set<Promise<void>>): ScriptsPart | undefined {
    if (!mayAct(script)) return undefined;
    if (this.part === undefined)
      pending.add(
        this.fetchScripts().then(part => {
          this.part = part ?? null;
        })
      );
    return this.part ?? undefined;
  }
}

function foundIn(content: ShownContent, shows: Display['shows']): Found[] {
  switch (content.kind) {
    case 'text':
      return inText(content.text, shows);
    case 'with-data': {
      const made = { of: 'data' } as const;
      const active = inText(content.text, shows).filter(({ form }) => form !== 'script');
      return [...active, { form: shows, address: undefined, made }];
    }
    default:
      return [brought(content, shows)];
  }
}

function inText(text: string, shows: Display['shows']): Found[] {
  if (shows === 'script') return isEmptyScript(text) ? [] : [{ form: 'script', address: undefined, script: text }];
  return activeMarkup(text).map(({ form, address, script }) => ({ form, address, ...(script && { script }) }));
}

function brought({ origin }: Extract<ShownContent, { kind: 'brought' }>, form: Display['shows']): Found {
  switch (origin.kind) {
    case 'http':
      return { form, address: origin.url || undefined, made: { of: 'download' } };
    case 'file':
      return { form, address: undefined, made: { of: 'file', path: origin.path } };
    case 'hub':
      return { form, address: undefined, made: { of: 'download' } };
    default:
      return { form, address: undefined, made: { of: 'data' } };
  }
}
