import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import {
  EditorExtensionRegistry,
  type IEditorExtensionFactory,
  IEditorExtensionRegistry
} from '@jupyterlab/codemirror';
import { COMMANDS } from '../command-ids.js';
import { markLabel } from '../mark-labels.js';
import { ILoadlight } from '../tokens.js';
import { closeHover, hover, type HoverOptions } from './hover.js';
import type { GutterOptions } from './gutter.js';
import { marks } from './marks.js';

/** Marks and hover in every editor of cells and files. */
export const editorPlugin: JupyterFrontEndPlugin<void> = {
  id: '@loadlight/jupyterlab:editor',
  description: 'Underlines findings in cells and files, explains them on hover and offers their fixes.',
  autoStart: true,
  requires: [ILoadlight, IEditorExtensionRegistry],
  activate: (app, loadlight: ILoadlight, registry: IEditorExtensionRegistry) => {
    const { documents, fixes, rulePages, server, trans } = loadlight;
    const options: HoverOptions = {
      documents,
      running: () => server.connection,
      actions: (view, model) => ({
        trans,
        fix: (finding, title) => {
          const text = documents.ofModel(model);
          closeHover(view);
          view.focus();
          if (text) void fixes.fix(text, finding, title);
        },
        preview: (finding, title) => {
          const text = documents.ofModel(model);
          closeHover(view);
          view.focus();
          if (text) void fixes.preview(text, finding, title);
        },
        openRule: rule => {
          closeHover(view);
          void rulePages.open(rule);
        }
      })
    };
    const gutter: GutterOptions = {
      label: kind => markLabel(trans, kind),
      clicked: (view, offset) => {
        view.dispatch({ selection: { anchor: offset } });
        view.focus();
        void app.commands.execute(COMMANDS.showFixes);
      }
    };
    registry.addExtension({
      name: '@loadlight/jupyterlab:editor',
      factory: ({ model }: IEditorExtensionFactory.IOptions) =>
        EditorExtensionRegistry.createImmutableExtension([
          marks(model.sharedModel, documents, gutter),
          hover(model.sharedModel, options)
        ])
    });
  }
};
