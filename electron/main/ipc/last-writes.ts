import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { CLOSED, CLOSING } from '../../contract/channels.ts';
import { isOwnSender } from './own-sender.ts';

/** Tells a page that its window closes; settles when that page, and no other, says that all is written. */
export function lastWrites(contents: WebContents): Promise<void> {
  return new Promise((resolve) => {
    const hear = ({ sender, senderFrame }: IpcMainEvent) => {
      if (sender !== contents) return;
      if (!isOwnSender(senderFrame)) return;
      ipcMain.off(CLOSED, hear);
      resolve();
    };
    ipcMain.on(CLOSED, hear);
    contents.send(CLOSING);
  });
}
