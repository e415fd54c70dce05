import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget } from '@jupyterlab/apputils';
import { type IRenderMimeRegistry, MimeModel } from '@jupyterlab/rendermime';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import { element } from '../elements.js';
import { loadlightIcon } from '../icons.js';
import { ABOUT_ADDRESS, pageAddress } from './page-addresses.js';

const MARKDOWN = 'text/markdown';

/** Opens the pages about rules, which are shipped with the extension, beside the user's documents. */
export class RulePages {
  private readonly pages = new Map<string, Widget>();

  constructor(
    private readonly app: JupyterFrontEnd,
    private readonly rendermime: IRenderMimeRegistry,
    private readonly trans: TranslationBundle,
    /** Where a page goes: a host without a main area of many tabs shows it at the side. */
    private readonly area: 'main' | 'right'
  ) {}

  /** Shows the page about a rule; the same page is opened once. */
  open(rule: string): Promise<void> {
    const missing = this.trans.__('The page about %1 could not be read.', rule);
    return this.show(rule, rule, pageAddress(rule), missing);
  }

  /** Shows what Loadlight is. */
  openAbout(): Promise<void> {
    return this.show('about', 'Loadlight', ABOUT_ADDRESS, this.trans.__('The page could not be read.'));
  }

  private async show(name: string, title: string, address: string | undefined, missing: string): Promise<void> {
    const page = this.pages.get(name) ?? this.make(name, title, (await read(address)) ?? missing);
    if (!page.isAttached) this.app.shell.add(page, this.area, { mode: 'split-right' });
    this.app.shell.activateById(page.id);
  }

  private make(name: string, title: string, markdown: string): Widget {
    const content = this.render(markdown);
    const page = this.area === 'main' ? mainArea(content) : scrollable(content);
    page.id = `loadlight-page-${name}`;
    page.title.label = title;
    page.title.icon = loadlightIcon;
    page.title.closable = true;
    page.node.setAttribute('role', 'region');
    page.node.setAttribute('aria-label', this.trans.__('About %1', title));
    this.pages.set(name, page);
    page.disposed.connect(() => this.pages.delete(name));
    return page;
  }

  private render(markdown: string): Widget {
    const renderer = this.rendermime.createRenderer(MARKDOWN);
    // Not trusted: the page is shown as any Markdown of a stranger's would be.
    void renderer.renderModel(new MimeModel({ data: { [MARKDOWN]: markdown }, trusted: false }));
    renderer.addClass('ll-RulePage');
    return renderer;
  }
}

async function read(address: string | undefined): Promise<string | undefined> {
  const response = address === undefined ? undefined : await fetch(address).catch(() => undefined);
  return response?.ok === true ? withoutFrontMatter(await response.text()) : undefined;
}

function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
}

function mainArea(content: Widget): Widget {
  const page = new MainAreaWidget({ content });
  page.toolbar.hide();
  return page;
}

function scrollable(content: Widget): Widget {
  const page = new Widget({ node: element('div', 'll-RulePage-side') });
  page.node.append(content.node);
  page.disposed.connect(() => content.dispose());
  return page;
}
