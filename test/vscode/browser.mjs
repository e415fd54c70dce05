import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/steps/chromium.mjs';

/** A headless Chromium that talks to nobody of its own accord. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  });
}
