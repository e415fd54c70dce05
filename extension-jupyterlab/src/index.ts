import { cursorPlugin } from './cursor/cursor-plugin.js';
import { editorPlugin } from './editor/editor-plugin.js';
import { kernelPlugin } from './kernel/kernel-plugin.js';
import { mainPlugin } from './main-plugin.js';
import { panelPlugin } from './panel/panel-plugin.js';
import { scanPlugin } from './scan/scan-plugin.js';
import { sharePlugin } from './share/share-plugin.js';
import { statusPlugin } from './status/status-plugin.js';

export default [
  mainPlugin,
  editorPlugin,
  panelPlugin,
  cursorPlugin,
  statusPlugin,
  scanPlugin,
  sharePlugin,
  kernelPlugin
];
