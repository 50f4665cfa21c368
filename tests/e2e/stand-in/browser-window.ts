import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { openPage } from './open-page.ts';
import { tell } from './page-calls.ts';
import { BEGUN, control, type StandInWindow } from './state.ts';

class WebContents extends EventEmitter {
  /** Messages of its page that want no answer. */
  readonly ipc = new EventEmitter();
  page: Page | undefined;
  webRtcPolicy = 'default';
  reload: () => Promise<void> = async () => void (await this.page?.reload());
  mayOpen: () => { action: string } = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.mayOpen = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  isCrashed(): boolean {
    return this.page === undefined || this.page.isClosed();
  }
  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }
  send(channel: string): void {
    if (this.page !== undefined) tell(this.page.mainFrame(), channel);
  }
}

export class BrowserWindow extends EventEmitter implements StandInWindow {
  static getAllWindows(): StandInWindow[] {
    return control.windows.filter((window) => !window.isClosed);
  }
  readonly webContents = new WebContents();
  readonly options: StandInWindow['options'];
  ready: Promise<Page> | undefined;
  isClosed = false;
  focused = 0;

  constructor(options: StandInWindow['options']) {
    super();
    this.options = options;
    control.windows.push(this);
    control.appEvents.emit('web-contents-created', {}, this.webContents);
  }
  isDestroyed(): boolean {
    return this.isClosed;
  }
  isMinimized(): boolean {
    return false;
  }
  focus(): void {
    this.focused += 1;
  }
  loadURL(address: string): Promise<void> {
    this.ready = openPage(this, address);
    control.appEvents.emit(BEGUN);
    return this.ready.then(() => undefined);
  }
  close(): void {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.destroy();
  }
  destroy(): void {
    this.isClosed = true;
    void this.webContents.page?.close();
    if (BrowserWindow.getAllWindows().length === 0) control.appEvents.emit('window-all-closed');
  }
}
