/** Names of the commands, for menus, shortcuts and other extensions. */
export const COMMANDS = {
  fixAll: 'loadlight:fix-all',
  showPanel: 'loadlight:show-panel',
  openRule: 'loadlight:open-rule',
  showFixes: 'loadlight:show-fixes',
  nextFinding: 'loadlight:next-finding',
  previousFinding: 'loadlight:previous-finding',
  scanFolder: 'loadlight:scan-folder',
  fixFolder: 'loadlight:fix-folder',
  kernelVersions: 'loadlight:kernel-versions',
  forgetKernelVersions: 'loadlight:forget-kernel-versions',
  share: 'loadlight:share',
  saveClean: 'loadlight:save-clean',
  downloadClean: 'loadlight:download-clean',
  exportClean: 'loadlight:export-clean',
  retry: 'loadlight:retry'
} as const;
